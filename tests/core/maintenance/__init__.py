"""Tests of what deletes, checks and repairs."""
