"""Dialogs: told what to show, they ask by signals and hand out what the user chose. They know no application."""
