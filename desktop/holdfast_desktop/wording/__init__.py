"""Numbers in, words out: everything the user reads about sites, jobs, errors, sizes and times. Pure, and translated here."""
