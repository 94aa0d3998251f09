"""Tokens -> style sheet.

What a style sheet cannot do well (rows, strips, bars) is painted by delegates and widgets from the same tokens. Controls are
told apart by dynamic properties, set through `holdfast_desktop.theme.controls`:
``kind`` (primary, plain, ghost, danger, nav, link, chip), ``role`` (caption, strong, section, title, number), ``tone`` (severity word
or secondary), ``card`` (a surface with border).
"""

from __future__ import annotations

from holdfast_desktop.theme.tokens import CONTROL_HEIGHT, RADIUS_CARD, RADIUS_CONTROL, Tokens

BASE_SIZE = 13
"""Body text in the design; every other size is relative to it."""


def make_sheet(t: Tokens, body: float = BASE_SIZE) -> str:
    """The whole style sheet; `body` is the size of body text in pixels."""
    return "\n".join((_base(t), _text(t, body), _buttons(t, body), _inputs(t), _choices(t), _views(t, body), _bars(t), _menus(t, body)))


def _px(size: float, body: float) -> str:
    return f"{round(size * body / BASE_SIZE)}px"


def _base(t: Tokens) -> str:
    return f"""
QWidget {{ color: {t.text}; }}
QMainWindow, QDialog, #page, #pageBody {{ background: {t.window}; }}
QToolTip {{ background: {t.text}; color: {t.surface}; border: 1px solid {t.text}; padding: 4px 8px; }}
#sidebar {{ background: {t.sunken}; border: none; border-right: 1px solid {t.border}; }}
#pageHeader {{ background: {t.window}; border: none; border-bottom: 1px solid {t.border}; }}
#dialogFooter {{ background: {t.sunken}; border: none; border-top: 1px solid {t.border}; }}
#jobDrawer {{ background: {t.surface}; border: none; border-top: 1px solid {t.border}; }}
#detailPanel {{ background: {t.surface}; border: none; }}
QFrame[card="true"] {{ background: {t.surface}; border: 1px solid {t.border}; border-radius: {RADIUS_CARD}px; }}
QFrame[card="ok"] {{ background: {t.ok.tint}; border: 1px solid {t.ok.tint}; border-radius: {RADIUS_CARD}px; }}
QFrame[card="warning"] {{ background: {t.warning.tint}; border: 1px solid {t.warning.tint}; border-radius: {RADIUS_CARD}px; }}
QFrame[card="error"] {{ background: {t.error.tint}; border: 1px solid {t.error.tint}; border-radius: {RADIUS_CARD}px; }}
QFrame[card="running"] {{ background: {t.running.tint}; border: 1px solid {t.running.tint}; border-radius: {RADIUS_CARD}px; }}
QFrame[card="neutral"] {{ background: {t.neutral.tint}; border: 1px solid {t.neutral.tint}; border-radius: {RADIUS_CARD}px; }}
QFrame[line="true"] {{ background: {t.border}; border: none; max-height: 1px; min-height: 1px; }}
QScrollArea, QScrollArea > QWidget > QWidget#scrollBody {{ background: transparent; border: none; }}
QSplitter::handle {{ background: {t.border}; }}
QSplitter::handle:horizontal {{ width: 1px; }}
QSplitter::handle:vertical {{ height: 1px; }}
"""


def _text(t: Tokens, body: float) -> str:
    tones = "".join(
        f'QLabel[tone="{word}"] {{ color: {t.tone(word).text}; }}\n' for word in ("ok", "warning", "error", "running", "neutral")
    )
    return f"""
QLabel {{ background: transparent; }}
QLabel[role="caption"] {{ font-size: {_px(11, body)}; color: {t.secondary}; }}
QLabel[role="strong"] {{ font-weight: 600; }}
QLabel[role="section"] {{ font-size: {_px(15, body)}; font-weight: 600; }}
QLabel[role="title"] {{ font-size: {_px(22, body)}; font-weight: 600; }}
QLabel[role="number"] {{ font-size: {_px(28, body)}; font-weight: 600; }}
QLabel[tone="secondary"] {{ color: {t.secondary}; }}
QLabel:disabled {{ color: {t.disabled}; }}
{tones}"""


def _buttons(t: Tokens, body: float) -> str:
    h = CONTROL_HEIGHT - 2
    return f"""
QPushButton, QToolButton {{
  background: {t.surface}; color: {t.text}; border: 1px solid {t.control_border}; border-radius: {RADIUS_CONTROL}px;
  padding: 0 12px; min-height: {h}px; outline: none;
}}
QPushButton:hover, QToolButton:hover {{ background: {t.hover}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {t.selected}; }}
QPushButton:focus, QToolButton:focus {{ border: 2px solid {t.accent}; padding: 0 11px; min-height: {h - 2}px; }}
QPushButton:disabled, QToolButton:disabled {{ color: {t.disabled}; border-color: {t.border}; background: {t.surface}; }}
QPushButton[kind="primary"] {{ background: {t.accent}; color: {t.on_accent}; border: 1px solid {t.accent}; font-weight: 600; }}
QPushButton[kind="primary"]:hover {{ background: {t.accent_hover}; border-color: {t.accent_hover}; }}
QPushButton[kind="primary"]:pressed {{ background: {t.accent_hover}; }}
QPushButton[kind="primary"]:focus {{ border: 2px solid {t.text}; padding: 0 11px; min-height: {h - 2}px; }}
QPushButton[kind="primary"]:disabled {{ background: {t.sunken}; color: {t.disabled}; border: 1px solid {t.border}; }}
QPushButton[kind="danger"] {{ background: {t.error.text}; color: {t.on_accent}; border: 1px solid {t.error.text}; font-weight: 600; }}
QPushButton[kind="danger"]:focus {{ border: 2px solid {t.text}; padding: 0 11px; min-height: {h - 2}px; }}
QPushButton[kind="danger"]:disabled {{ background: {t.sunken}; color: {t.disabled}; border: 1px solid {t.border}; }}
QPushButton[kind="ghost"], QToolButton[kind="ghost"] {{ background: transparent; border: 1px solid transparent; padding: 0 8px; }}
QPushButton[kind="ghost"]:hover, QToolButton[kind="ghost"]:hover {{ background: {t.hover}; }}
QPushButton[kind="ghost"]:checked, QToolButton[kind="ghost"]:checked {{ background: {t.selected}; }}
QPushButton[kind="ghost"]:focus, QToolButton[kind="ghost"]:focus {{ border: 2px solid {t.accent}; padding: 0 7px; }}
QPushButton[kind="ghost"]:disabled, QToolButton[kind="ghost"]:disabled {{
  background: transparent; color: {t.disabled}; border-color: transparent;
}}
QToolButton[kind="icon"], QPushButton[kind="icon"] {{
  background: transparent; border: 1px solid transparent; padding: 0; min-width: 30px;
}}
QToolButton[kind="icon"]:hover {{ background: {t.hover}; }}
QToolButton[kind="icon"]:checked {{ background: {t.selected}; }}
QToolButton[kind="icon"]:focus {{ border: 2px solid {t.accent}; padding: 0; min-width: 28px; }}
QPushButton[kind="link"] {{ background: transparent; border: none; color: {t.accent}; padding: 0 2px; text-align: left; min-height: 24px; }}
QPushButton[kind="link"]:hover {{ color: {t.accent_hover}; text-decoration: underline; }}
QPushButton[kind="link"]:focus {{ border: 2px solid {t.accent}; padding: 0; min-height: 20px; }}
QPushButton[kind="chip"] {{
  background: transparent; border: 1px solid {t.border}; border-radius: 14px; padding: 0 12px; min-height: 26px; color: {t.secondary};
}}
QPushButton[kind="chip"]:hover {{ background: {t.hover}; }}
QPushButton[kind="chip"]:checked {{ background: {t.selected}; border-color: {t.selected}; color: {t.text}; }}
QPushButton[kind="chip"]:focus {{ border: 2px solid {t.accent}; padding: 0 11px; min-height: 24px; }}
QPushButton[kind="nav"] {{
  background: transparent; border: 1px solid transparent; color: {t.secondary}; text-align: left; padding: 0 10px; min-height: 34px;
}}
QPushButton[kind="nav"]:hover {{ background: {t.hover}; color: {t.text}; }}
QPushButton[kind="nav"]:checked {{ background: {t.selected}; color: {t.text}; font-weight: 600; }}
QPushButton[kind="nav"]:focus {{ border: 2px solid {t.accent}; padding: 0 9px; min-height: 32px; }}
QPushButton::menu-indicator {{
  image: url(styles:down-{t.scheme}.svg); width: 14px; height: 14px; subcontrol-position: right center; right: 8px;
}}
QPushButton[menu="true"] {{ padding-right: 28px; }}
QToolButton::menu-indicator {{ image: none; }}
QPushButton[half="left"] {{ border-top-right-radius: 0; border-bottom-right-radius: 0; }}
QPushButton[half="right"] {{ border-top-left-radius: 0; border-bottom-left-radius: 0; padding: 0 1px 0 7px; }}
QPushButton[half="right"]:focus {{ padding: 0 0 0 6px; }}
QPushButton[half="right"]::menu-indicator {{ image: none; width: 0; }}
"""


def _inputs(t: Tokens) -> str:
    h = CONTROL_HEIGHT - 2
    return f"""
QLineEdit, QSpinBox, QComboBox, QPlainTextEdit, QDateEdit {{
  background: {t.surface}; color: {t.text}; border: 1px solid {t.control_border}; border-radius: {RADIUS_CONTROL}px;
  padding: 0 8px; min-height: {h}px; selection-background-color: {t.accent}; selection-color: {t.on_accent};
}}
QPlainTextEdit {{ padding: 4px; }}
QLineEdit:focus, QSpinBox:focus, QComboBox:focus, QPlainTextEdit:focus {{
  border: 2px solid {t.accent}; padding: 0 7px; min-height: {h - 2}px;
}}
QPlainTextEdit:focus {{ padding: 3px; }}
QLineEdit:disabled, QSpinBox:disabled, QComboBox:disabled {{ background: {t.sunken}; color: {t.disabled}; border-color: {t.border}; }}
QLineEdit > QToolButton {{ background: transparent; border: none; padding: 0; min-height: 0; }}
QSpinBox QLineEdit {{ border: none; padding: 0 0 0 8px; min-height: 0; background: transparent; }}
QLineEdit[readOnly="true"] {{ background: {t.sunken}; border-color: {t.border}; }}
QLineEdit[wrong="true"] {{ border: 2px solid {t.error.text}; padding: 0 7px; min-height: {h - 2}px; }}
QComboBox::drop-down {{ border: none; width: 26px; }}
QComboBox::down-arrow {{ image: url(styles:down-{t.scheme}.svg); width: 16px; height: 16px; }}
QComboBox QAbstractItemView {{
  background: {t.surface}; border: 1px solid {t.border}; selection-background-color: {t.selected};
  selection-color: {t.text}; outline: none; padding: 4px;
}}
QComboBox QAbstractItemView::item {{ min-height: 28px; padding: 0 6px; }}
QSpinBox::up-button, QSpinBox::down-button {{ border: none; width: 20px; background: transparent; }}
QSpinBox::up-arrow {{ image: url(styles:up-{t.scheme}.svg); width: 12px; height: 12px; }}
QSpinBox::down-arrow {{ image: url(styles:down-{t.scheme}.svg); width: 12px; height: 12px; }}
"""


def _choices(t: Tokens) -> str:
    box = f"width: 16px; height: 16px; border: 1px solid {t.control_border}; background: {t.surface};"
    return f"""
QCheckBox, QRadioButton {{ spacing: 8px; min-height: 24px; background: transparent; }}
QCheckBox:disabled, QRadioButton:disabled {{ color: {t.disabled}; }}
QCheckBox::indicator, QTreeView::indicator, QTableView::indicator, QListView::indicator {{ {box} border-radius: 4px; }}
QRadioButton::indicator {{ {box} border-radius: 9px; }}
QCheckBox::indicator:checked, QTreeView::indicator:checked, QListView::indicator:checked, QTableView::indicator:checked {{
  background: {t.accent}; border-color: {t.accent}; image: url(styles:check-{t.scheme}.svg); }}
QCheckBox::indicator:indeterminate, QTreeView::indicator:indeterminate {{
  background: {t.accent}; border-color: {t.accent}; image: url(styles:partly-{t.scheme}.svg); }}
QRadioButton::indicator:checked {{ background: {t.accent}; border-color: {t.accent}; image: url(styles:dot-{t.scheme}.svg); }}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{ border-color: {t.border}; background: {t.sunken}; }}
QCheckBox::indicator:focus, QRadioButton::indicator:focus {{ border: 2px solid {t.text}; width: 14px; height: 14px; }}
"""


def _views(t: Tokens, body: float) -> str:
    return f"""
QAbstractItemView {{
  background: {t.surface}; border: 1px solid {t.border}; border-radius: {RADIUS_CONTROL}px; outline: none;
  selection-background-color: {t.selected}; selection-color: {t.text}; alternate-background-color: {t.surface};
}}
QAbstractItemView:focus {{ border: 1px solid {t.accent}; }}
QTableView[flat="true"], QTreeView[flat="true"], QListView[flat="true"] {{ border: none; border-radius: 0; background: transparent; }}
QListWidget::item {{ padding: 0 8px; }}
QListWidget::item:hover {{ background: {t.hover}; }}
QListWidget::item:selected {{ background: {t.selected}; color: {t.text}; }}
QTableView::item, QTreeView::item {{ border: none; padding: 0 8px; }}
QTableView::item:hover, QTreeView::item:hover {{ background: {t.hover}; }}
QTableView::item:selected, QTreeView::item:selected {{ background: {t.selected}; color: {t.text}; }}
QTreeView::branch {{ background: transparent; }}
QTreeView::branch:selected {{ background: {t.selected}; }}
QTreeView::branch:has-children:closed {{ image: url(styles:right-{t.scheme}.svg); }}
QTreeView::branch:has-children:open {{ image: url(styles:down-{t.scheme}.svg); }}
QHeaderView {{ background: transparent; border: none; }}
QHeaderView::section {{
  background: {t.surface}; color: {t.secondary}; border: none; border-bottom: 1px solid {t.border}; padding: 0 10px; height: 32px;
  font-size: {_px(11, body)}; font-weight: 600; text-align: left;
}}
QHeaderView::section:hover {{ color: {t.text}; }}
QHeaderView::down-arrow {{ image: url(styles:down-{t.scheme}.svg); width: 14px; height: 14px; subcontrol-position: center right; }}
QHeaderView::up-arrow {{ image: url(styles:up-{t.scheme}.svg); width: 14px; height: 14px; subcontrol-position: center right; }}
QTableCornerButton::section {{ background: {t.surface}; border: none; }}
QTabWidget::pane {{ border: none; border-top: 1px solid {t.border}; background: transparent; }}
QTabBar {{ qproperty-drawBase: 0; background: transparent; }}
QTabBar::tab {{
  background: transparent; color: {t.secondary}; border: none; border-bottom: 2px solid transparent; padding: 8px 4px;
  margin-right: 20px;
}}
QTabBar::tab:hover {{ color: {t.text}; }}
QTabBar::tab:selected {{ color: {t.text}; border-bottom: 2px solid {t.accent}; }}
QTabBar::tab:focus {{ color: {t.accent}; }}
"""


def _bars(t: Tokens) -> str:
    return f"""
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; border: none; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; border: none; }}
QScrollBar::handle {{ background: {t.border}; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {t.control_border}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; border: none; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
"""


def _menus(t: Tokens, body: float) -> str:
    return f"""
QMenu {{ background: {t.surface}; border: 1px solid {t.border}; padding: 4px; }}
QMenu::item {{ padding: 6px 24px 6px 12px; border-radius: 4px; background: transparent; }}
QMenu::item:selected {{ background: {t.selected}; }}
QMenu::item:disabled {{ color: {t.disabled}; }}
QMenu::icon {{ padding-left: 8px; }}
QMenu::separator {{ height: 1px; background: {t.border}; margin: 4px 8px; }}
QMenu::right-arrow {{ image: url(styles:right-{t.scheme}.svg); width: 14px; height: 14px; }}
"""
