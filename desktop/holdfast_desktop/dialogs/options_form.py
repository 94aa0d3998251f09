"""A form made from the fields that a service's capabilities name: one control per field, values by the fields' names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QSizePolicy, QSpinBox, QVBoxLayout, QWidget

from holdfast_desktop.dialogs.sheet import labelled
from holdfast_desktop.theme.controls import column, label
from holdfast_desktop.wording.services import choice_words, field_help, field_label
from holdfast_desktop.wording.tr import tr

_MAIL = re.compile(r"[^@\s,;]+@[^@\s,;]+")
_TIME = re.compile(r"([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?")
Control = QLineEdit | QComboBox | QCheckBox | QSpinBox | QPlainTextEdit


class OptionsForm(QWidget):
    """`fields`: as `Capabilities` name them ({name, kind, label, required, choices, default, help}); `given` goes before their defaults."""

    def __init__(self, fields: Sequence[Mapping[str, Any]], given: Mapping[str, Any] | None = None) -> None:
        super().__init__()
        self._fields = {str(field["name"]): field for field in fields}
        self._controls: dict[str, Control] = {}
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        for name, field in self._fields.items():
            value = (given or {}).get(name, field.get("default"))
            control = self._controls[name] = _control(field, value)
            control.setObjectName(option_name(name))
            box.addWidget(_dressed(field, control))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def is_empty(self) -> bool:
        return not self._controls

    def control(self, name: str) -> Control | None:
        return self._controls.get(name)

    def values(self) -> dict[str, Any]:
        """What the user said, without what is left at its default or empty."""
        found = {name: _value(str(self._fields[name]["kind"]), control) for name, control in self._controls.items()}
        return {name: value for name, value in found.items() if not _is_left(self._fields[name], value)}

    def all_values(self) -> dict[str, Any]:
        """The same with defaults, for a change that must say everything anew."""
        found = {name: _value(str(self._fields[name]["kind"]), control) for name, control in self._controls.items()}
        return {name: value for name, value in found.items() if value not in (None, "", [], {})}

    def wrong(self) -> tuple[str, QLineEdit | None]:
        """What is wrong with the first field that is, and the field; ("", None) when nothing is."""
        for name, control in self._controls.items():
            field = self._fields[name]
            text = _wrong(field, control)
            if text:
                return text, control if isinstance(control, QLineEdit) else None
        return "", None


def option_name(name: str) -> str:
    """The object name of an option's control: ``cloud_upload`` -> ``optionCloudUpload``."""
    return "option" + "".join(part.capitalize() for part in name.split("_"))


def _control(field: Mapping[str, Any], value: Any) -> Control:
    match field["kind"]:
        case "flag":
            flag = QCheckBox(field_label(field))
            flag.setChecked(bool(value))
            return flag
        case "choice":
            choice = QComboBox()
            for word in field.get("choices") or ():
                choice.addItem(choice_words(str(word)), str(word))
            choice.setCurrentIndex(max(0, choice.findData(value)))
            choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            return choice
        case "number":
            number = QSpinBox()
            number.setRange(0, 3650)
            number.setSpecialValueText(tr("as the site does"))
            number.setValue(int(value or 0))
            number.setMinimumWidth(160)
            number.lineEdit().setTextMargins(8, 0, 0, 0)
            return number
        case "pairs":
            pairs = QPlainTextEdit("\n".join(f"{key} = {one}" for key, one in (value or {}).items()))
            pairs.setFixedHeight(64)
            pairs.setTabChangesFocus(True)
            pairs.setPlaceholderText(tr("name = value, one a line"))
            return pairs
    edit = QLineEdit(", ".join(value) if isinstance(value, list | tuple) else str(value or ""))
    edit.setPlaceholderText({"emails": "mira@example.org", "time": "02:00", "cron": "0 3 * * *"}.get(str(field["kind"]), ""))
    if field["kind"] == "secret":
        edit.setEchoMode(QLineEdit.EchoMode.Password)
    return edit


def _dressed(field: Mapping[str, Any], control: Control) -> QWidget:
    help_text = field_help(field)
    if isinstance(control, QCheckBox):
        holder = QWidget()
        box = column(control, gap=0)
        if help_text:
            note = label(help_text, "caption", wrap=True)
            note.setContentsMargins(26, 0, 0, 0)
            box.addWidget(note)
        holder.setLayout(box)
        return holder
    title = field_label(field)
    return labelled(title if field.get("required") else tr("{label} (optional)", label=title), control, help_text=help_text)


def _value(kind: str, control: Control) -> Any:
    if isinstance(control, QCheckBox):
        return control.isChecked()
    if isinstance(control, QComboBox):
        return control.currentData()
    if isinstance(control, QSpinBox):
        return control.value() or None
    if isinstance(control, QPlainTextEdit):
        lines = [line.partition("=") for line in control.toPlainText().splitlines() if line.strip()]
        return {key.strip(): value.strip() for key, _, value in lines if key.strip()}
    text = control.text() if kind == "secret" else control.text().strip()
    return [part for part in re.split(r"[\s,;]+", text) if part] if kind == "emails" else text


def _is_left(field: Mapping[str, Any], value: Any) -> bool:
    """Whether the service need not be told: nothing is said, or a flag stands as it stood."""
    if isinstance(value, bool):
        return value == bool(field.get("default"))
    return value in (None, "", [], {})


def _wrong(field: Mapping[str, Any], control: Control) -> str:
    value = _value(str(field["kind"]), control)
    title = field_label(field)
    if value in (None, "", [], {}):
        return tr("“{label}” is needed.", label=title) if field.get("required") else ""
    match field["kind"]:
        case "emails":
            bad = next((one for one in value if not _MAIL.fullmatch(one)), "")
            return tr("“{text}” is no e-mail address.", text=bad) if bad else ""
        case "time":
            return "" if _TIME.fullmatch(value) else tr("“{text}” is no time of day. Write it as 02:00.", text=value)
        case "cron":
            return "" if len(value.split()) == 5 else tr("A cron line has five fields, for example 0 3 * * *.")
        case "pairs":
            lines = control.toPlainText().splitlines() if isinstance(control, QPlainTextEdit) else []
            return next((tr("“{text}” lacks a “=”.", text=line) for line in lines if line.strip() and "=" not in line), "")
    return ""
