"""What a person does about a site outside of Holdfast: its page of plugins, and what to ask of its host."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from holdfast_desktop.pages.desk import Desk
from holdfast_desktop.wording.tr import tr


def open_plugins(desk: Desk, site: str) -> None:
    """The plugins of its WordPress, in the browser."""
    address = _address(desk, site, "/wp-admin/plugins.php")
    if address and not QDesktopServices.openUrl(QUrl(address)):
        desk.say(tr("It is here"), address, "running")


def copy_host_rule(desk: Desk, site: str) -> None:
    """What to ask of whoever runs the firewall, on the clipboard."""
    address = _address(desk, site, "/wp-json/*")
    if not address:
        return
    QGuiApplication.clipboard().setText(
        tr(
            "Please let requests to {address} pass without a challenge or block page. They come from a backup program (User-Agent: "
            "Holdfast) and are signed in with an application password. "
            "In Cloudflare: a custom rule for the path /wp-json/ with the action Skip.",
            address=address,
        )
    )
    desk.say(tr("Copied"), tr("Send it to the host of {site}, or add the rule yourself.", site=site))


def _address(desk: Desk, site: str, path: str) -> str:
    known = desk.site(site)
    return known.url.rstrip("/") + path if known is not None and known.url else ""
