"""The program: one instance, the door, the window and the tray, and the way out."""
