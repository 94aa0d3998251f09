"""A home, and a site with a service of its own that answers at once."""

from tests.core.app.conftest import ready, scene

__all__ = ["ready", "scene"]
