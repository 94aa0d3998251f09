"""Bytes by name: the places where a repository lives. Knows nothing of repositories."""
