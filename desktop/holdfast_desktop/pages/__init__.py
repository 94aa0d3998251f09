"""The pages of the window. They know nothing of each other; what they share is the `Desk`."""
