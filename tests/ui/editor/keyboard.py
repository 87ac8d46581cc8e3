"""Keys by short names."""

from PySide6.QtCore import Qt

KEYS = {"Enter": Qt.Key.Key_Return, "Tab": Qt.Key.Key_Tab, "Back": Qt.Key.Key_Backspace, "Esc": Qt.Key.Key_Escape}
KEYS |= {"Space": Qt.Key.Key_Space, "Left": Qt.Key.Key_Left, "Down": Qt.Key.Key_Down}
