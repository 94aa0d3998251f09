"""Verbs over a repository: archive, restore, export, forget, prune, check, repair, drill, diff."""
