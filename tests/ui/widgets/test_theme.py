"""The applied look: schemes, the ring of the focus, and icons that follow."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget

from negojournal.domain.theme import Scheme, contrast
from negojournal.paths import resource_folder
from negojournal.ui.widgets.button import main_button
from negojournal.ui.widgets.chip_field import ChipField
from negojournal.ui.widgets.choice_row import ChoiceRow
from negojournal.ui.widgets.icon import Ink, app_icon, icon
from negojournal.ui.widgets.text import Text, TextRole
from negojournal.ui.widgets.theme import FontSize, Look, apply_theme, font, look

ICONS = sorted((resource_folder() / "icons").glob("*.svg"))


@pytest.fixture
def dark(themed):
    apply_theme(themed, look().theme, Scheme.DARK)
    yield themed
    apply_theme(themed, look().theme, Scheme.LIGHT)


def test_a_scheme_colours_the_palette_and_the_widgets(qapp, shown, dark):
    assert look().is_dark
    assert look().palette.window == look().theme.dark.window
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(look().palette.window)
    edit = shown(QLineEdit())
    assert edit.grab().toImage().pixelColor(edit.width() // 2, edit.height() // 2) == QColor(look().palette.surface)


def test_a_switch_is_told_once_and_repaints(qapp, shown, qtbot):
    page = shown(QWidget())
    with qtbot.waitSignal(look().changed):
        apply_theme(qapp, look().theme, Scheme.DARK)
    assert page.grab().toImage().pixelColor(5, 5) == QColor(look().theme.dark.window)
    with qtbot.assertNotEmitted(look().changed):
        apply_theme(qapp, look().theme, Scheme.DARK)
    apply_theme(qapp, look().theme, Scheme.LIGHT)
    assert page.grab().toImage().pixelColor(5, 5) == QColor(look().theme.light.window)


def test_the_system_is_followed_only_when_asked_to(qapp, monkeypatch):
    applied = look()
    monkeypatch.setattr(type(qapp.styleHints()), "colorScheme", lambda _: Qt.ColorScheme.Dark)
    applied._on_system_changed()
    assert not applied.is_dark
    apply_theme(qapp, applied.theme, Scheme.SYSTEM)
    assert applied.is_dark
    monkeypatch.setattr(type(qapp.styleHints()), "colorScheme", lambda _: Qt.ColorScheme.Light)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert not applied.is_dark


def test_the_accent_of_the_system_is_taken_where_it_has_one(qapp, monkeypatch):
    system = QPalette()
    system.setColor(QPalette.ColorRole.Accent, QColor("#AA00FF"))
    monkeypatch.setattr(type(qapp), "palette", lambda *_: system)
    taken = look()._with_system_accent(look().theme.light)
    assert QColor(taken.accent).hue() == pytest.approx(QColor("#AA00FF").hue(), abs=2)
    assert contrast(taken.accent, taken.window) >= 4.5


def test_before_it_is_applied_the_look_says_so(monkeypatch):
    monkeypatch.setattr(Look, "applied", None)
    with pytest.raises(RuntimeError, match="apply_theme"):
        look()


def test_fonts_are_the_system_s_in_four_sizes_and_two_weights(monkeypatch):
    base, scale = look().font, look().theme.type_scale
    sizes = [font(size).pointSizeF() / base.pointSizeF() for size in FontSize]
    assert sizes == pytest.approx([scale.small, scale.body, scale.heading, scale.title], rel=0.01)
    assert font(bold=True).weight() == scale.bold
    in_pixels = QFont(base)
    in_pixels.setPixelSize(20)
    monkeypatch.setattr(look(), "font", in_pixels)
    assert font(FontSize.TITLE).pixelSize() == 32


def test_a_system_font_in_pixels_gives_a_sheet_in_pixels(qapp, monkeypatch):
    in_pixels = QFont(look().font)
    in_pixels.setPixelSize(20)
    monkeypatch.setattr(look(), "font", in_pixels)
    apply_theme(qapp, replace(look().theme), Scheme.DARK)
    assert "font-size: 32px" in qapp.styleSheet()
    monkeypatch.undo()
    apply_theme(qapp, look().theme, Scheme.LIGHT)
    assert "font-size: 32px" not in qapp.styleSheet()


def test_roles_have_sizes(shown):
    heights = [
        shown(Text("Title", role)).sizeHint().height() for role in (TextRole.SMALL, TextRole.BODY, TextRole.TITLE)
    ]
    assert heights == sorted(set(heights))


def test_the_style_sheet_is_understood_and_holds_no_colour_of_its_own(qapp):
    text = (resource_folder() / "theme" / "style.qss").read_text(encoding="utf-8")
    assert not re.findall(r"#[0-9A-Fa-f]{6}\b|\brgba?\(", text)
    assert "$" not in qapp.styleSheet()


# the ring


@pytest.fixture
def page(shown):
    page = QWidget()
    column = QVBoxLayout(page)
    page.edit, page.button, page.chips = QLineEdit(), QPushButton("Done"), ChipField()
    page.choices, page.label = ChoiceRow({"a": "A", "b": "B"}), QLabel("Label")
    for part in (page.edit, page.button, page.chips, page.choices, page.label):
        column.addWidget(part)
    return shown(page)


def has_ring(widget) -> bool:
    picture = widget.grab().toImage()
    return picture.pixelColor(QPoint(widget.width() // 2, 1)) == QColor(look().palette.focus)


def test_the_ring_is_on_what_has_the_focus_and_nowhere_else(page):
    for part in (page.edit, page.button, page.chips):
        part.setFocus()
        assert has_ring(part)
        assert sum(has_ring(each) for each in (page.edit, page.button, page.chips)) == 1
    page.choices.setFocus()
    assert not any(has_ring(each) for each in (page.edit, page.button, page.chips))


def test_the_ring_follows_the_size_and_goes_with_its_widget(page, qtbot):
    page.edit.setFocus()
    page.resize(page.width() + 200, page.height())
    QApplication.processEvents()
    assert has_ring(page.edit)
    page.edit.deleteLater()
    qtbot.wait(1)
    page.button.setFocus()
    assert has_ring(page.button)


def test_the_ring_is_seen_on_the_main_button_too(page):
    page.layout().addWidget(button := main_button("Done"))
    QApplication.processEvents()
    button.setFocus()
    picture, middle, width = button.grab().toImage(), button.width() // 2, look().theme.line.focus
    inward = [picture.pixelColor(middle, y) for y in (width - 1, width, width + 1)]
    assert inward == [QColor(look().palette.focus), QColor(look().palette.window), QColor(look().palette.accent)]


def test_windows_and_menus_have_no_ring(qapp, qtbot):
    window, menu = QWidget(), QMenu()
    for widget in (window, menu):
        qtbot.addWidget(widget)
        look()._ring.on_focus_changed(None, widget)
        assert widget.findChildren(QWidget) == []
    inside = QLineEdit(menu)
    look()._ring.on_focus_changed(None, inside)
    assert look()._ring._ring is None


# icons


@pytest.mark.parametrize("name", [file.stem for file in ICONS])
def test_an_icon_is_drawn_in_the_ink_of_the_scheme(qapp, name):
    for scheme in (Scheme.DARK, Scheme.LIGHT):
        apply_theme(qapp, look().theme, scheme)
        assert darkest(icon(name).pixmap(QSize(48, 48), 1.0)) == QColor(look().palette.text)


def darkest(pixmap) -> QColor:
    """Return the colour of a pixel that is covered wholly."""
    image = pixmap.toImage()
    covered = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return next((colour for colour in covered if colour.alpha() == 255), QColor())


def test_a_disabled_icon_and_one_with_an_ink_have_their_colour():
    assert darkest(icon("plus").pixmap(QSize(48, 48), 1.0, QIcon.Mode.Disabled)) == QColor(look().palette.disabled)
    assert darkest(icon("plus", Ink.DANGER).pixmap(QSize(48, 48), 1.0)) == QColor(look().palette.danger)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0, 3.0])
def test_an_icon_is_rendered_for_the_screen(scale):
    drawn = icon("search").pixmap(QSize(18, 18), scale)
    assert drawn.size() == QSize(round(18 * scale), round(18 * scale))
    assert drawn.devicePixelRatio() == scale


def test_a_copy_of_an_icon_lives_on():
    copy = QIcon(icon("edit"))
    copy.setIsMask(True)
    assert darkest(copy.pixmap(QSize(48, 48), 1.0)) == QColor(look().palette.text)


def test_an_icon_that_is_not_drawn_is_an_error():
    with pytest.raises(FileNotFoundError):
        icon("unicorn")


def test_the_family_is_of_one_hand():
    assert ICONS
    for file in ICONS:
        root = ET.fromstring(file.read_text(encoding="utf-8"))
        assert root.get("viewBox") == "0 0 24 24"
        assert (root.get("stroke"), root.get("fill")) == ("currentColor", "none")
        assert float(root.get("stroke-width")) == look().theme.line.icon
        assert all("stroke" not in part.attrib and "fill" not in part.attrib for part in root)


def test_the_program_has_an_icon_of_its_own():
    assert not app_icon().pixmap(QSize(64, 64)).isNull()
