"""The wizard that adds sites: its steps, each in a module, and the dialog that leads through them."""
