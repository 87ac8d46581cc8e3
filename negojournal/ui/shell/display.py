"""Whether a window can be shown at all; asked before Qt is, which would abort."""

from __future__ import annotations

from collections.abc import Mapping

WITHOUT_SCREEN = {"offscreen", "minimal", "vnc", "linuxfb", "eglfs", "vkkhrdisplay", "minimalegl"}

NO_DISPLAY = (
    "There is no display to open the window on; the commands work without one,"
    " such as “negojournal list”, “negojournal log” and “negojournal --help”."
)


def has_display(environment: Mapping[str, str], system: str) -> bool:
    """Tell whether this process has a screen, from its environment and `sys.platform`."""
    if not system.startswith(("linux", "freebsd")):
        return True
    if environment.get("QT_QPA_PLATFORM", "").split(":")[0] in WITHOUT_SCREEN:
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))
