"""From anything that a person types to what is there: REST root, backup systems, ways to sign in (apis.md 2.1, 2.4).

`typed`: what was meant by what was typed. `looking`: from there to the REST root, without credentials, at most five redirects by hand.
`detecting`: what the root tells.
"""

from __future__ import annotations

from holdfast.providers.discovery.detecting import Detected, Found, Warned, detect

__all__ = ["Detected", "Found", "Warned", "detect"]
