"""General Bots' Backup API: bots of a botserver, not sites of WordPress. Experimental: the page calls it a roadmap.

`offers`: what it offers, as data. `reading`: its answers into our records. `session`: signing in by e-mail and password. `provider`: the
calls. No server has these routes today; the adapter then says so and offers nothing.
"""

from __future__ import annotations

from holdfast.providers.general_bots.provider import GeneralBots
from holdfast.providers.general_bots.session import NeedsCode, log_in, renew, verify_code

__all__ = ["GeneralBots", "NeedsCode", "log_in", "renew", "verify_code"]
