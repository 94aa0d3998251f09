"""The other end of the pipe: one verb per module, told as a story."""
