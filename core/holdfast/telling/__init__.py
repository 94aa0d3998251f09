"""Telling others: webhooks in the Standard Webhooks form, pings as Healthchecks takes them, and notices on the desktop.

Everything here is handed what it needs: no database, no keyring, no setting is read. What waits to be sent is `holdfast.state.outbox`.
"""
