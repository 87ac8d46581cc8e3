"""One window for each journal: a second start finds the first and brings it forward.

This is the only place that uses Qt's network module, and only for a local socket: under a name made from the file and
the user, which only this user can open. Nothing of the journal goes through it.
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from negojournal.paths import APPLICATION

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

    from negojournal.service.journal import Journal

COME, COMING = b"come", b"coming\n"
"""What the second start asks, before a token of the desktop's, and what the first answers."""

LONGEST = 512
"""Bytes of a request; a desktop's token has some forty."""

TOKEN = "XDG_ACTIVATION_TOKEN"  # noqa: S105 - a name, by which the desktop lets one window give the focus to another

CONNECTING, ANSWERING = 500, 3000
"""Milliseconds that a socket is waited for, and an answer; a window that gives none may hang."""

SETTLING = 500
"""Milliseconds until the window listens: what it needs for that takes 30 to load, and the first keys go before."""


def address_of(journal: Path) -> str:
    """Return the name of the socket for a journal: a path, or on Windows the name of a pipe."""
    place = os.path.normcase(os.path.realpath(journal))
    if sys.platform == "win32":
        return f"{APPLICATION}-{_digest(os.environ.get('USERNAME', ''), place)}"
    own = os.environ.get("XDG_RUNTIME_DIR", "")
    folder = own if os.path.isdir(own) else tempfile.gettempdir()  # noqa: PTH112 - a path of no characters is none
    return str(Path(folder) / f"{APPLICATION}-{_digest(str(os.getuid()), place)}")


def bring_forward(journal: Path) -> bool:
    """Ask the window that has this journal to come forward, and tell whether there is one.

    Looking whether there could be one costs nothing; a socket that was left behind by a sudden end answers nothing.
    """
    address = address_of(journal)
    if not _may_answer(address):
        return False
    from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415 - only where a window may be there already

    socket = QLocalSocket()
    socket.connectToServer(address)
    if not socket.waitForConnected(CONNECTING):
        return False
    socket.write(b"%s %s\n" % (COME, os.environ.get(TOKEN, "").encode()[: LONGEST // 2]))
    return socket.waitForReadyRead(ANSWERING) and bytes(socket.readAll().data()) == COMING


class Instance(QObject):
    """Listen for second starts on one journal at a time.

    `asked` says that the window is wanted; `preceded` that another window had this journal before, and was brought
    forward.
    """

    asked = Signal()
    preceded = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journal: Path | None = None
        self._address = ""
        self._server: QLocalServer | None = None
        self._timer = QTimer(self, singleShot=True, interval=SETTLING)
        self._timer.timeout.connect(self._listen)

    def expect(self, journal: Path | None) -> None:
        """Listen for second starts on a journal from soon on; None is one that no one else can open."""
        self._journal = journal
        self._timer.start()

    def show_journal(self, journal: Journal) -> None:
        """Take the journal that was opened, which may be another one than at first."""
        self.expect(journal.path)

    def close(self) -> None:
        """Listen no more."""
        self._timer.stop()
        self._address = ""
        if self._server is not None:
            self._server.close()
            self._server = None

    def _listen(self) -> None:
        address = address_of(self._journal) if self._journal else ""
        if address == self._address:
            return
        self.close()
        if self._journal is None:
            return
        if bring_forward(self._journal):
            self.preceded.emit()
            return
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415 - the first keys go before

        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connected)
        self._address = address if self._server.listen(address) else ""

    def _on_connected(self) -> None:
        while self._server is not None and (socket := self._server.nextPendingConnection()) is not None:
            socket.setReadBufferSize(LONGEST)
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(lambda socket=socket: self._on_request(socket))
            if socket.canReadLine():
                self._on_request(socket)

    def _on_request(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            return
        word, _, token = bytes(socket.readLine().data()).strip().partition(b" ")
        if word == COME:
            os.environ[TOKEN] = "".join(filter(str.isprintable, token.decode("ascii", "ignore")))
            self.asked.emit()
            socket.write(COMING)
        socket.disconnectFromServer()


def _digest(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode(errors="surrogateescape")).hexdigest()[:24]


def _may_answer(address: str) -> bool:
    """Tell whether there may be a window: a socket that is ours, or a pipe, of which only opening it tells."""
    if sys.platform == "win32":
        return True
    try:
        found = os.lstat(address)
    except OSError:
        return False
    return stat.S_ISSOCK(found.st_mode) and found.st_uid == os.getuid()
