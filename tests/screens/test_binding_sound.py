"""The Qt binding that is installed must not eat references to None: a kiosk that runs for a year makes millions of calls."""

import sys

from PySide6.QtCore import QObject, QTimer


def test_calls_that_return_nothing_keep_none_alive(qapp):
    thing, timer, calls = QObject(), QTimer(), 1_000
    before = sys.getrefcount(None)
    for _ in range(calls):
        thing.setObjectName("x")
        timer.setInterval(1)
    lost = before - sys.getrefcount(None)
    assert lost < calls // 10, f"{lost} references to None lost in {2 * calls} calls"
