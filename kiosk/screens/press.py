"""Prints the sign for the door, while the screen goes on."""

import logging
import sys
import tempfile
from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

log = logging.getLogger(__name__)

MADE_MS = 120_000


class Printing(StrEnum):
    IDLE = ""
    BUSY = "busy"
    DONE = "done"  # the printer's queue has it
    FAILED = "failed"


class Press(QObject):
    """`kiosk signage --print`, in another process."""

    changed = Signal()

    def __init__(self, options: Sequence[str], parent: QObject | None = None):
        """options: what `kiosk signage` needs to find this shop's settings."""
        super().__init__(parent)
        self._options = options
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self.printing = Printing.IDLE
        self._process = QProcess(self)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
        self._process.finished.connect(self._ended)
        self._process.errorOccurred.connect(self._not_begun)
        self._patience = QTimer(self, interval=MADE_MS, singleShot=True)
        self._patience.timeout.connect(self._process.kill)

    def begin(self) -> None:
        """Print one; not while another one is on its way."""
        self._folder = tempfile.TemporaryDirectory(prefix="sign-")
        self._process.start(sys.executable, ["-m", "kiosk", "signage", "--print", "--out", self._folder.name, *self._options])
        self._patience.start()
        self._turn(Printing.BUSY)

    def forget(self) -> None:
        """How the last one ended is news to nobody any more."""
        if self.printing is not Printing.BUSY:
            self.printing = Printing.IDLE

    def close(self) -> None:
        self._process.blockSignals(True)
        self._process.kill()
        self._process.waitForFinished()
        self._tidy()

    def _ended(self, code: int, how: QProcess.ExitStatus) -> None:
        said = bytes(self._process.readAll().data()).decode(errors="replace").strip()
        well = how is QProcess.ExitStatus.NormalExit and code == 0
        (log.info if well else log.error)("sign: %s", said or "it took too long")
        self._tidy()
        self._turn(Printing.DONE if well else Printing.FAILED)

    def _not_begun(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            log.error("sign: %s", self._process.errorString())
            self._tidy()
            self._turn(Printing.FAILED)

    def _tidy(self) -> None:
        self._patience.stop()
        if self._folder:
            self._folder.cleanup()
            self._folder = None

    def _turn(self, printing: Printing) -> None:
        self.printing = printing
        self.changed.emit()
