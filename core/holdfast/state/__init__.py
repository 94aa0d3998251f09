"""What Holdfast remembers on this computer: paths, settings, credentials, database, catalogue, logs."""
