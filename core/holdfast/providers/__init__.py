"""Services that make backups of sites through an API. Async only; httpx behind one client (`holdfast.providers.http`).

Floors, top first: `discovery` / `registry` / the four providers, blind to each other / `sign_in | webhooks | listener` / `http` / `base`.
"""
