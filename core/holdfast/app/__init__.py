"""`Holdfast`: the one door for window, tray, terminal and clock."""
