"""How plans and findings are shown: what a restore, a forget, a prune, a check or a repair would do or did. Results are the jobs' own."""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from holdfast.cli import wording
from holdfast.cli.output import Output

Result = Mapping[str, Any]
_CHECK_MARKS = {"ok": ("✓", "ok"), "warning": ("!", "warning"), "failed": ("✗", "error"), "skipped": ("–", "dim")}
_VERDICT_TONES = {"proven": "ok", "warning": "warning", "failed": "error"}


def say_restore_plan(out: Output, plan: Result) -> None:
    out.say(f"Target: {wording.printable(str(plan.get('target', '')))}")
    for name, words in (
        ("added", "would be added"),
        ("overwritten", "would be overwritten"),
        ("unchanged", "are as in the backup already"),
        ("removed", "would be deleted (not in the backup)"),
    ):
        if plan.get(name):
            out.say(f"  {wording.plural(int(plan[name]), 'file')} {words}")
            for example in (plan.get("samples") or {}).get(name, [])[:3]:
                out.say(f"      {wording.printable(str(example))}", tone="dim")
    tables = plan.get("tables") or []
    if tables:
        out.say(f"  {wording.plural(len(tables), 'table')} of the database would be replaced")
    out.say(f"  {wording.size(plan.get('bytes'))} to write, {wording.size(plan.get('space_free'))} free")


_STOPS = {
    "SHRUNK": "the newest backup holds less than half of the files of one before.",
    "MANY": "most of its backups would go at once.",
}


_FILE_STOPS = _STOPS | {"SHRUNK": "the newest file is less than half as large as one before."}


def say_forget_plan(out: Output, plan: Result, *, done: bool) -> None:
    """A table of what stays and what goes, and why, for each group of backups."""
    kept = gone = 0
    for group in plan.get("groups", []):
        keep, remove = group.get("keep", []), group.get("remove", [])
        kept, gone = kept + len(keep), gone + len(remove)
        rows = [_forget_row(item, "keep") for item in keep] + [_forget_row(item, "removed" if done else "remove") for item in remove]
        out.table(("BACKUP", "MADE", "", "WHY"), sorted(rows, key=lambda row: row[1], reverse=True))
        if group.get("stop"):
            out.warn(
                f"{group.get('name', '')}: {_STOPS.get(group['stop'], group['stop'])} Nothing of it goes until you confirm (--confirmed)."
            )
    out.say(f"{'Removed' if done else 'Would remove'} {wording.plural(gone, 'backup')}; {wording.plural(kept, 'stays', 'stay')}.")


def say_file_plans(out: Output, folders: Sequence[Result], *, done: bool) -> None:
    """The same for the files that schedules wrote into folders."""
    for folder in folders:
        rows = [
            (path, wording.moment(datetime.fromisoformat(str(item["time"]))), fate, ", ".join(item.get("reasons", [])))
            for fate, items in (("keep", folder.get("keep", [])), ("removed" if done else "remove", folder.get("remove", [])))
            for item in items
            for path in item.get("paths", [])
        ]
        out.table(("FILE", "MADE", "", "WHY"), sorted(rows, key=lambda row: row[1], reverse=True))
        if folder.get("stop"):
            why = _FILE_STOPS.get(folder["stop"], folder["stop"])
            out.warn(f"{folder.get('folder', '')}: {why} Nothing of it goes until you confirm (--confirmed).")


def removals(plan: Result) -> int:
    """How many backups a plan of `forget` would remove."""
    return sum(len(group.get("remove", [])) for group in plan.get("groups", []))


def _forget_row(item: Result, fate: str) -> tuple[str, str, str, str]:
    made = datetime.fromisoformat(str(item["time"])) if item.get("time") else None
    return str(item.get("id", ""))[:8], wording.moment(made), fate, ", ".join(item.get("reasons", []))


def say_prune_plan(out: Output, result: Result, *, done: bool) -> None:
    say_numbers(out, result.get("plan", result))
    if done and "done" in result:
        say_numbers(out, result["done"])


def say_check(out: Output, result: Result) -> None:
    problems = [*(result.get("problems") or ()), *(result.get("damaged") or ())]
    say_numbers(out, {k: v for k, v in result.items() if isinstance(v, int) and not isinstance(v, bool)})
    for problem in problems[:20]:
        out.say(f"✗ {wording.printable(_problem(problem))}", tone="error")
    if len(problems) > 20:
        out.say(f"… and {len(problems) - 20} more (--json shows all)")
    for snapshot in result.get("affected", [])[:20]:
        name = snapshot.get("id", "")[:8] if isinstance(snapshot, Mapping) else str(snapshot)[:8]
        files = snapshot.get("files", []) if isinstance(snapshot, Mapping) else []
        out.say(f"  affected: backup {name}" + "".join(f"\n      {wording.printable(str(f))}" for f in files[:10]))
    if result and not problems:
        out.say("No problem found.", tone="ok")


def _problem(found: Result) -> str:
    """Of a check: {kind, object, detail}; of one backup: {path, reason, message}."""
    if "path" in found:
        return f"{found['path']}: {found.get('message') or found.get('reason', '')}"
    detail = f" ({found['detail']})" if found.get("detail") else ""
    return f"{str(found['kind']).replace('-', ' ')}: {str(found['object'])[:12]}{detail}"


def say_repair_plan(out: Output, result: Result, name: str, *, done: bool) -> None:
    plan = result.get("plan", result)
    lost = plan.get("snapshots_damaged", [])
    if lost and not (plan.get("options") or {}).get("drop_snapshots"):
        out.say(f"{wording.plural(len(lost), 'backup')} cannot be read or mended; --drop-damaged-backups removes what is left of them.")
    if plan.get("empty"):
        out.say("Nothing else to repair." if lost else "Nothing to repair.", tone="ok")
        return
    for kind, value in plan.items():
        if isinstance(value, list) and value:
            out.say(f"  {kind.replace('_', ' '):<28} {len(value):,}")
    if done:
        out.say(f"Repaired. Now check it: holdfast storage check {shlex.quote(name)} --read-data", tone="ok")


def say_drill(out: Output, result: Result) -> None:
    for check in result.get("checks", []):
        mark, tone = _CHECK_MARKS.get(check.get("outcome", ""), ("?", "dim"))
        out.say(f"  {out.paint(mark, tone)} {check.get('name', '')}: {wording.printable(str(check.get('detail', '')))}")
    verdict = result.get("verdict", "")
    if verdict:
        out.say(f"Drill: {verdict} (level: {result.get('level', '')})", tone=_VERDICT_TONES.get(verdict))


def say_numbers(out: Output, numbers: Result) -> None:
    for name, value in numbers.items():
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            continue
        shown = wording.size(int(value)) if _is_size(name) else f"{value:,}"
        out.say(f"  {name.replace('_', ' '):<28} {shown}")


def _is_size(name: str) -> bool:
    return "bytes" in name or name.endswith(("size", "space")) or name in {"stored", "unused_after", "added"}
