"""The language of the pipe to a worker, and the end of it that the program holds."""
