"""What an archiver reads: folders, WordPress sites, databases."""
