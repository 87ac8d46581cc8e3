"""What of a long form is in view."""

from PySide6.QtWidgets import QAbstractSlider, QApplication


def test_the_view_follows_a_growing_form_until_the_user_scrolls(desk, qtbot):
    desk.open()
    desk.go_to("notes")
    bar, page = desk.form.verticalScrollBar(), desk.form.widget()
    qtbot.waitUntil(lambda: bar.value() > 0)
    bar.triggerAction(QAbstractSlider.SliderAction.SliderToMinimum)
    before = bar.maximum()
    page.setMinimumHeight(page.height() + 200)
    qtbot.waitUntil(lambda: bar.maximum() > before)
    QApplication.processEvents()
    assert bar.value() == 0
