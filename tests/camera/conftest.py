import json
import os
import queue
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


class KioskProcess:
    """A real kiosk without a screen, in a process of its own, behind a real socket."""

    def __init__(self, socket: Path):
        self.socket = socket
        self.process = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("kiosk_process.py")), str(socket)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        self._heard: queue.Queue[list] = queue.Queue()
        self.words: list[list] = []
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()
        self.expect("listening")

    def _listen(self) -> None:
        for line in self.process.stdout:
            self._heard.put(json.loads(line))

    def tell(self, line: str) -> None:
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()

    def expect(self, *start: str, seconds: float = 10) -> list:
        """Wait until the kiosk says something that begins so."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            for words in self.said():
                if words[: len(start)] == list(start):
                    return words
            time.sleep(0.02)
        raise AssertionError(f"the kiosk did not say {start}, only {self.words}")

    def said(self) -> list[list]:
        while not self._heard.empty():
            self.words.append(self._heard.get())
        return self.words

    def kill(self) -> None:
        """SIGKILL; again does nothing."""
        self.process.kill()
        self.process.wait()
        self._listener.join()
        self.process.stdin.close()
        self.process.stdout.close()


@pytest.fixture
def kiosk(tmp_path):
    kiosk = KioskProcess(tmp_path / "gate.sock")
    yield kiosk
    kiosk.kill()
