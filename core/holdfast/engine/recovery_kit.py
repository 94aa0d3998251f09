"""The recovery kit: one page to print that brings everything back without Holdfast.

Where the backups are, which repository and keys, how to restore with the free program restic alone, and a place to write the
passphrase. The passphrase itself is on it only when it is asked for. HTML is one file without anything from elsewhere, so it can be
opened and printed on any computer.
"""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from datetime import datetime
from html import escape

import msgspec

from holdfast.repository.keys import list_keys
from holdfast.repository.repository import Repository
from holdfast.secret import Secret


class KitSite(msgspec.Struct, frozen=True):
    """A site in the storage, as the page names it."""

    name: str
    id: str = ""


class RecoveryKit(msgspec.Struct, frozen=True):
    """What the page says. `passphrase` None: a line to write it on."""

    storage_name: str
    location: str
    repository_id: str
    keys: tuple[str, ...]
    made_at: datetime
    sites: tuple[KitSite, ...] = ()
    region: str = ""
    passphrase: Secret | None = None

    @property
    def is_s3(self) -> bool:
        return self.location.startswith("s3:")


def recovery_kit(
    repository: Repository,
    storage_name: str,
    now: datetime,
    *,
    location: str = "",
    region: str = "",
    passphrase: Secret | None = None,
) -> RecoveryKit:
    """The kit of an open repository. `location` as the user entered it; without it the storage's own.

    Give `passphrase` only when the user asked explicitly for a page that holds it.
    """
    sites: dict[str, KitSite] = {}
    for snapshot in repository.snapshots(on_damaged=lambda *_: None):
        tags = snapshot.our_tags
        if tags.site:
            sites[tags.site] = KitSite(tags.name, tags.site)
    return RecoveryKit(
        storage_name=storage_name,
        location=location or repository.storage.location,
        repository_id=repository.id,
        keys=tuple(key.id for key in list_keys(repository)),
        made_at=now,
        sites=tuple(sorted(sites.values(), key=lambda site: site.name)),
        region=region,
        passphrase=passphrase,
    )


class Step(msgspec.Struct, frozen=True):
    """One step of the instructions: what to do, and the commands for it."""

    text: str
    commands: tuple[str, ...] = ()


def restore_steps(kit: RecoveryKit) -> list[Step]:
    """How to get everything back with restic alone."""
    repository = shlex.quote(kit.location)
    steps = [
        Step(
            "Install restic (version 0.14 or newer): from your system's packages, or from https://restic.net.",
            (
                "sudo apt install restic        # Debian, Ubuntu",
                "brew install restic            # macOS",
                "winget install restic.restic   # Windows",
            ),
        )
    ]
    if kit.is_s3:
        region = (f"export AWS_DEFAULT_REGION={shlex.quote(kit.region)}",) if kit.region else ()
        steps.append(
            Step(
                "Give restic the access keys of the bucket. They are not the passphrase: the site of your storage provider makes new ones.",
                ("export AWS_ACCESS_KEY_ID=…", "export AWS_SECRET_ACCESS_KEY=…", *region),
            )
        )
    else:
        steps.append(Step(f"Connect the disk so that this folder is there: {kit.location} (or use its new place in the commands below)."))
    steps += [
        Step("List the backups. restic asks for the passphrase of this page.", (f"restic -r {repository} snapshots",)),
        Step(
            "Look into the newest backup of a site by its tag (see the sites above), or of an id from the list instead of latest.",
            (_latest(kit, "ls", repository),),
        ),
        Step("Restore everything of it into a new, empty folder.", (_latest(kit, "restore", repository) + " --target restored",)),
        Step(
            "The site's files are below restored/ under their old paths. Its database, when it has one, is in restored/holdfast-database: "
            "NAME/*.sql are loaded into a new, empty MySQL or MariaDB database, sqlite/*.sqlite are put back as files.",
            ("cat restored/holdfast-database/NAME/*.sql | mysql --default-character-set=utf8mb4 -u USER -p NEW_DATABASE",),
        ),
        Step("Damaged or unsure? This reads and proves everything, and changes nothing.", (f"restic -r {repository} check --read-data",)),
    ]
    return steps


def _latest(kit: RecoveryKit, verb: str, repository: str) -> str:
    site = f"site:{kit.sites[0].id}" if kit.sites else ""
    return f"restic -r {repository} {verb} latest" + (f" --tag {site}" if site else "")


def as_text(kit: RecoveryKit) -> str:
    """The kit for a text file or a terminal."""
    lines = [f"RECOVERY KIT — {kit.storage_name}", f"made {_date(kit)}", ""]
    lines += [f"{label + ':':<14}{value}" for label, value in _facts(kit)]
    lines += ["", "Sites:", *(f"  {site.name}   (tag site:{site.id})" for site in kit.sites)] if kit.sites else []
    lines += [
        "",
        f"Passphrase:   {kit.passphrase.reveal() if kit.passphrase else '_' * 50}",
        "",
        _WARNING,
        "",
        "HOW TO RESTORE WITHOUT HOLDFAST",
        "",
    ]
    for number, step in enumerate(restore_steps(kit), 1):
        lines += [f"{number}. {step.text}", *(f"      {command}" for command in step.commands), ""]
    return "\n".join(lines)


def as_html(kit: RecoveryKit) -> str:
    """The kit as one page of HTML that needs nothing else."""
    facts = "".join(f"<tr><th>{escape(label)}</th><td><code>{escape(value)}</code></td></tr>" for label, value in _facts(kit))
    sites = "".join(f"<tr><td>{escape(site.name)}</td><td><code>site:{escape(site.id)}</code></td></tr>" for site in kit.sites)
    passphrase = f"<code>{escape(kit.passphrase.reveal())}</code>" if kit.passphrase else ""
    return _PAGE.format(
        title=escape(f"Recovery kit: {kit.storage_name}"),
        date=_date(kit),
        facts=facts,
        sites=f"<h2>Sites in this storage</h2><table>{sites}</table>" if sites else "",
        passphrase=passphrase,
        box="filled" if kit.passphrase else "empty",
        warning=escape(_WARNING),
        steps="".join(_step_html(step) for step in restore_steps(kit)),
    )


def _step_html(step: Step) -> str:
    commands = "\n".join(escape(command) for command in step.commands)
    return f"<li>{escape(step.text)}{f'<pre>{commands}</pre>' if commands else ''}</li>"


def _facts(kit: RecoveryKit) -> Sequence[tuple[str, str]]:
    region = [("Region", kit.region)] if kit.region else []
    return [
        ("Location", kit.location),
        *region,
        ("Repository", kit.repository_id),
        *(("Key", key) for key in kit.keys),
        ("Format", "restic, version 2"),
    ]


def _date(kit: RecoveryKit) -> str:
    return kit.made_at.strftime("%Y-%m-%d")


_WARNING = (
    "Without the passphrase nobody can open these backups, not even we. Keep this page away from the computer that is backed up, "
    "and make a new one when location, keys or passphrase change."
)

_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<style>
@page {{ size: A4; margin: 16mm; }}
body {{ font: 11pt/1.4 system-ui, sans-serif; color: #000; background: #fff; max-width: 178mm; margin: 8mm auto; padding: 0 4mm; }}
h1 {{ font-size: 18pt; margin: 0; }} h2 {{ font-size: 12.5pt; margin: 5mm 0 1mm; }}
table {{ border-collapse: collapse; }} th, td {{ text-align: left; vertical-align: top; padding: .6mm 5mm .6mm 0; font-weight: normal; }}
th {{ color: #444; }} code, pre {{ font: 9.5pt/1.35 ui-monospace, monospace; overflow-wrap: anywhere; white-space: pre-wrap; }}
pre {{ background: #f3f3f3; padding: 1.5mm 2.5mm; margin: 1mm 0; }} li {{ margin-bottom: 1.5mm; break-inside: avoid; }}
.passphrase {{ border: 1.5pt solid #000; min-height: 9mm; padding: 2mm 3mm; margin: 2mm 0; }} .filled code {{ font-size: 12pt; }}
.warning {{ font-weight: 600; }} .date {{ color: #444; margin: 0; }}
</style>
</head>
<body>
<h1>{title}</h1>
<p class="date">Made by Holdfast on {date}</p>
<table>{facts}</table>
{sites}
<h2>Passphrase</h2>
<div class="passphrase {box}">{passphrase}</div>
<p class="warning">{warning}</p>
<h2>How to restore without Holdfast</h2>
<ol>{steps}</ol>
</body>
</html>
"""
