"""What a restorer writes: folders and databases."""
