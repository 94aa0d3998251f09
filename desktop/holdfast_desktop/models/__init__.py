"""Qt models that are handed rows. No database, no network, no application in here."""
