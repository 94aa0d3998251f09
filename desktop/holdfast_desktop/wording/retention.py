"""Rules of how long backups stay, in words. What the named ones mean is said by `holdfast.retention.NAMED_POLICIES`."""

from __future__ import annotations

from holdfast.errors import UsageError
from holdfast.records import RetentionPolicy
from holdfast.retention import parse_policy
from holdfast_desktop.wording.tr import tr, tr_n

POLICIES = ("light", "standard", "long")


def policy_name(policy: str) -> str:
    """``Standard``; the rule itself when it has no name."""
    return {"light": tr("Light"), "standard": tr("Standard"), "long": tr("Long")}.get(policy, policy)


def policy_words(policy: str) -> str:
    """``Standard: 7 daily, 5 weekly, 12 monthly``; the text itself when it is no rule."""
    try:
        rule = parse_policy(policy)
    except UsageError:
        return policy
    words = rule_words(rule)
    return tr("{name}: {rule}", name=policy_name(policy), rule=words) if policy in POLICIES else words


def rule_words(rule: RetentionPolicy) -> str:
    """What stays, most frequent first."""
    if rule.is_empty():
        return tr("everything stays")
    parts: list[str] = []
    for count, words, every in (
        (rule.last, tr_n("the last one", "the last {n}", max(rule.last, 1)), tr("every one")),
        (rule.hourly, tr_n("{n} hourly", "{n} hourly", max(rule.hourly, 1)), tr("one of each hour")),
        (rule.daily, tr_n("{n} daily", "{n} daily", max(rule.daily, 1)), tr("one of each day")),
        (rule.weekly, tr_n("{n} weekly", "{n} weekly", max(rule.weekly, 1)), tr("one of each week")),
        (rule.monthly, tr_n("{n} monthly", "{n} monthly", max(rule.monthly, 1)), tr("one of each month")),
        (rule.yearly, tr_n("{n} yearly", "{n} yearly", max(rule.yearly, 1)), tr("one of each year")),
    ):
        if count:
            parts.append(every if count < 0 else words)
    if rule.within:
        parts.append(tr("all of the last {span}", span=rule.within))
    finer = (rule.within_hourly, rule.within_daily, rule.within_weekly, rule.within_monthly, rule.within_yearly)
    if any(finer) or rule.tags:
        parts.append(tr("and more"))
    return ", ".join(parts)
