"""WP Engine's Hosting Platform API: installs of an account.

`offers`: what it offers, as data. `asking`: our records into its requests. `reading`: its answers into our records. `provider`: the calls.
"""

from __future__ import annotations

from holdfast.providers.wp_engine.provider import WPEngine

__all__ = ["WPEngine"]
