"""The sections of Settings, one module each."""
