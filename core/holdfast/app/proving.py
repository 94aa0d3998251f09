"""How well each site is proven: what the last drill of it showed, and since when it counts as proven."""

from __future__ import annotations

from typing import Any

from holdfast.app.home import Home
from holdfast.jobs.messages import Finished
from holdfast.state.remembered import recall, remember

LAST, PROOF = "last drill", "proof"
"""Facts about a site: its last drill that came to a verdict, and the last one that proved a backup."""


def evidence_of(finished: Finished) -> dict[str, Any]:
    """What is kept of a drill: backup, job, verdict, level, the numbers of each check, and what could only
    be looked at in part (`half`); {} when it came to no verdict."""
    result = finished.result
    if "verdict" not in result:
        return {}
    numbers = {check["name"]: check["numbers"] for check in result.get("checks", ()) if check.get("numbers")}
    half = [str(check.get("detail", "")) for check in result.get("checks", ()) if check.get("outcome") == "warning"]
    failed = [check["name"] for check in result.get("checks", ()) if check.get("outcome") in {"failed", "warning"}]
    return {
        "backup": result.get("backup_id", ""),
        "job": finished.job,
        "verdict": result["verdict"],
        "level": result.get("level", ""),
        "numbers": numbers,
        "not_good": failed,
        "half": half[:3],
    }


def remember_drill(home: Home, site_id: str, backup_id: str, finished: Finished) -> None:
    """Blocks: within `Home.ask`."""
    evidence = evidence_of(finished)
    if not evidence:
        return
    remember(home.database, backup_id, "drill", evidence)
    if evidence["verdict"] == "proven":
        remember(home.database, backup_id, "proven", evidence)
    if site_id:
        remember(home.database, site_id, LAST, evidence)
        if evidence["verdict"] == "proven":
            remember(home.database, site_id, PROOF, evidence)


def proofs(home: Home) -> dict[str, dict[str, Any]]:
    """By site id: {"verdict", "level", "at", "backup", "numbers", "not_good", "proven_at"}; a site that was never drilled is not there.
    ``proven_at`` is None when no drill ever proved it."""
    proven = recall(home.database, PROOF)
    return {site: {**last, "proven_at": proven.get(site, {}).get("at")} for site, last in recall(home.database, LAST).items()}
