"""A rule of how long backups stay, as a form: a named one, or numbers of one's own. What it cannot show of a rule, it keeps."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from holdfast.errors import UsageError
from holdfast.records import RetentionPolicy
from holdfast.retention import NAMED_POLICIES, parse_duration, parse_policy, policy_text
from holdfast_desktop.theme.controls import label, row
from holdfast_desktop.widgets.header import Chips
from holdfast_desktop.wording.retention import POLICIES, policy_name
from holdfast_desktop.wording.tr import tr

_COLUMNS = 3


class PolicyForm(QWidget):
    """`changed` when the rule is another, or cannot be read."""

    changed = Signal()

    def __init__(self, policy: str, inherited: str = "") -> None:
        """`inherited`: the words for "none of its own"; empty: there is no such choice."""
        super().__init__()
        self.setObjectName("policyForm")
        choices = [(word, policy_name(word)) for word in POLICIES] + [("custom", tr("Custom"))]
        self._presets = Chips("keepPreset", [*([("settings", inherited)] if inherited else []), *choices])
        self._base = RetentionPolicy()
        self._fields = self._numbers()
        self.within = QLineEdit()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addLayout(row(self._presets))
        self._more = label(tone="secondary", name="policyMore", wrap=True)
        self.custom = self._custom_fields()
        """The numbers of a rule of one's own: shown by whoever uses the form, where there is room."""
        self._shown = policy if policy in POLICIES else "settings" if inherited and not policy else "custom"
        self._fill(_parsed(policy) or NAMED_POLICIES["standard"])
        self._presets.choose(self._shown)
        self.custom.setVisible(self._shown == "custom")
        self._presets.chosen.connect(self._chosen)

    def _numbers(self) -> dict[str, QSpinBox]:
        titles = {
            "last": tr("The last"), "hourly": tr("Hours"), "daily": tr("Days"), "weekly": tr("Weeks"), "monthly": tr("Months"),
            "yearly": tr("Years"),
        }  # fmt: skip
        fields = {}
        for name, title in titles.items():
            made = QSpinBox()
            made.setObjectName(f"policy{name.capitalize()}")
            made.setAccessibleName(title)
            made.setRange(-1, 9999)
            made.setSpecialValueText(tr("all"))
            made.setKeyboardTracking(False)
            made.lineEdit().setTextMargins(8, 0, 0, 0)
            made.setProperty("title", title)
            made.valueChanged.connect(lambda _: self.changed.emit())
            fields[name] = made
        return fields

    def _custom_fields(self) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        for place, (name, field) in enumerate(self._fields.items()):
            line, at = place // _COLUMNS * 2, place % _COLUMNS
            heading = label(str(field.property("title")))
            heading.setBuddy(field)
            grid.addWidget(heading, line, at)
            grid.addWidget(field, line + 1, at)
            grid.setColumnStretch(at, 1)
            field.setToolTip(_tip(name))
        heading = label(tr("All of the last"))
        heading.setBuddy(self.within)
        self.within.setObjectName("policyWithin")
        self.within.setAccessibleName(tr("All of the last"))
        self.within.setPlaceholderText(tr("for example 14d, 3m or 1y6m; empty: no such rule"))
        self.within.textChanged.connect(lambda _: self.changed.emit())
        grid.addWidget(heading, 4, 0, 1, _COLUMNS)
        grid.addWidget(self.within, 5, 0, 1, _COLUMNS)
        grid.addWidget(self._more, 6, 0, 1, _COLUMNS)
        return holder

    def _fill(self, rule: RetentionPolicy) -> None:
        self._base = rule
        for name, field in self._fields.items():
            field.blockSignals(True)
            field.setValue(int(getattr(rule, name)))
            field.blockSignals(False)
        self.within.blockSignals(True)
        self.within.setText(rule.within)
        self.within.blockSignals(False)
        rest = [rule.within_hourly, rule.within_daily, rule.within_weekly, rule.within_monthly, rule.within_yearly, *rule.tags]
        self._more.setText(tr("The rule holds more than this form shows; that stays as it is: {rule}", rule=policy_text(rule)))
        self._more.setVisible(any(rest) and self._shown == "custom")

    def _chosen(self, word: str) -> None:
        if word == "custom" and self._shown in POLICIES:
            self._fill(NAMED_POLICIES[self._shown])
        self._shown = word
        self.custom.setVisible(word == "custom")
        self.changed.emit()

    def policy(self) -> str:
        """As `holdfast.retention.parse_policy` reads it; empty: as inherited."""
        word = self._presets.value()
        if word != "custom":
            return "" if word == "settings" else word
        numbers = {name: field.value() for name, field in self._fields.items()}
        return policy_text(msgspec.structs.replace(self._base, **numbers, within=self.within.text().strip()))

    def wrong(self) -> str:
        """What is wrong with it, for people; empty: nothing is."""
        if self._presets.value() != "custom":
            return ""
        try:
            if self.within.text().strip():
                parse_duration(self.within.text())
        except UsageError:
            return tr("Write a length of time in years, months, days and hours: 1y6m, 14d.")
        if not any(field.value() for field in self._fields.values()) and not self.policy():
            return tr("This rule would keep nothing. Let at least the last one stay.")
        return ""


def _parsed(policy: str) -> RetentionPolicy | None:
    try:
        return parse_policy(policy) if policy else None
    except UsageError:
        return None


def _tip(name: str) -> str:
    tips = {
        "last": tr("So many of the newest stay, whenever they were made."),
        "hourly": tr("Of so many hours the last backup stays."),
        "daily": tr("Of so many days the last backup stays."),
        "weekly": tr("Of so many weeks the last backup stays."),
        "monthly": tr("Of so many months the last backup stays."),
        "yearly": tr("Of so many years the last backup stays."),
    }
    return tips[name]
