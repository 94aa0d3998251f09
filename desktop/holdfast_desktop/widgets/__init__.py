"""Pieces of pages: painted from the tokens, told what to show, reporting what was clicked. They know no application."""
