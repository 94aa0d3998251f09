"""How plans and findings are shown: what a restore, a forget, a prune, a check or a repair would do or did. Results are the jobs' own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from holdfast.cli import wording
from holdfast.cli.output import Output

Result = Mapping[str, Any]
_VERDICT_TONES = {"proven": "ok", "warning": "warning", "failed": "error"}


def say_restore_plan(out: Output, plan: Result) -> None:
    out.say(f"Target: {wording.printable(str(plan.get('target', '')))}")
    for name, words in (
        ("added", "would be added"),
        ("overwritten", "would be overwritten"),
        ("unchanged", "are as in the backup already"),
        ("deleted", "would be deleted (not in the backup)"),
    ):
        if plan.get(name):
            out.say(f"  {wording.plural(int(plan[name]), 'file')} {words}")
            for example in (plan.get("examples") or {}).get(name, [])[:3]:
                out.say(f"      {wording.printable(str(example))}", tone="dim")
    tables = plan.get("tables") or []
    if tables:
        out.say(f"  {wording.plural(len(tables), 'table')} of the database would be replaced")
    out.say(f"  {wording.size(plan.get('bytes'))} to write, {wording.size(plan.get('space_free'))} free")


def say_forget_plan(out: Output, plan: Result, *, done: bool) -> None:
    keep, remove = plan.get("keep", []), plan.get("remove", [])
    rows = [(str(k.get("id", ""))[:8], str(k.get("created_at", ""))[:16], "keep", ", ".join(k.get("reasons", []))) for k in keep]
    rows += [(str(k.get("id", ""))[:8], str(k.get("created_at", ""))[:16], "removed" if done else "remove", "") for k in remove]
    rows.sort(key=lambda row: row[1], reverse=True)
    if rows:
        out.table(("BACKUP", "MADE", "", "WHY"), rows)
    verb = "Removed" if done else "Would remove"
    out.say(
        f"{verb} {wording.plural(len(remove), 'backup')}, {wording.plural(len(keep), 'backup')} {'stay' if len(keep) != 1 else 'stays'}."
    )


def say_prune_plan(out: Output, result: Result, *, done: bool) -> None:
    _say_numbers(out, result.get("plan", result))
    if done and "done" in result:
        _say_numbers(out, result["done"])


def say_check(out: Output, result: Result) -> None:
    problems = result.get("problems") or result.get("errors") or []
    _say_numbers(out, {k: v for k, v in result.items() if isinstance(v, int) and not isinstance(v, bool)})
    for problem in problems[:20]:
        text = problem.get("message", problem) if isinstance(problem, Mapping) else problem
        out.say(f"✗ {wording.printable(str(text))}", tone="error")
    if len(problems) > 20:
        out.say(f"… and {len(problems) - 20} more (--json shows all)")
    for snapshot in result.get("affected", [])[:20]:
        name = snapshot.get("id", "")[:8] if isinstance(snapshot, Mapping) else str(snapshot)[:8]
        files = snapshot.get("files", []) if isinstance(snapshot, Mapping) else []
        out.say(f"  affected: backup {name}" + "".join(f"\n      {wording.printable(str(f))}" for f in files[:10]))
    if result and not problems:
        out.say("No problem found.", tone="ok")


def say_repair_plan(out: Output, result: Result, *, done: bool) -> None:
    plan = result.get("plan", result)
    _say_numbers(out, plan)
    if done:
        out.say("Repaired. Now check it: holdfast storage check NAME --read-data", tone="ok")


def say_drill(out: Output, result: Result) -> None:
    for check in result.get("checks", []):
        ok = check.get("ok")
        mark, tone = ("✓", "ok") if ok else ("✗", "error") if ok is False else ("?", "warning")
        out.say(f"  {out.paint(mark, tone)} {check.get('name', '')}: {wording.printable(str(check.get('detail', '')))}")
    verdict = result.get("verdict", "")
    if verdict:
        out.say(f"Drill: {verdict} (level: {result.get('level', '')})", tone=_VERDICT_TONES.get(verdict))


def _say_numbers(out: Output, numbers: Result) -> None:
    for name, value in numbers.items():
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            continue
        shown = wording.size(int(value)) if "bytes" in name or name.endswith("size") else f"{value:,}"
        out.say(f"  {name.replace('_', ' '):<28} {shown}")
