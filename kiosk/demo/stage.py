"""The two real processes of a demonstration, and what can be asked of them."""

import contextlib
import json
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

ANSWER_SECONDS = 20.0


class StageError(RuntimeError):
    """A process of the demonstration did not do what it was asked; the message says which and what."""


class Actor:
    """One child process that answers lines on stdin with JSON lines on stdout."""

    def __init__(self, name: str, command: list[str], environment: Mapping[str, str] | None = None):
        self.name = name
        self.events: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()
        self._answers: queue.SimpleQueue[dict[str, Any] | None] = queue.SimpleQueue()
        self._process = subprocess.Popen(
            [sys.executable, *command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, **(environment or {})},
        )
        threading.Thread(target=self._listen, name=f"{name}-answers", daemon=True).start()

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def ask(self, line: str) -> dict[str, Any]:
        """Send one line; its answer. Raises StageError."""
        try:
            self._process.stdin.write(line + "\n")
            self._process.stdin.flush()
            answer = self._answers.get(timeout=ANSWER_SECONDS)
        except (OSError, queue.Empty) as error:
            raise StageError(f"The {self.name} did not answer '{line}'. What it printed above says why.") from error
        if answer is None:
            raise StageError(f"The {self.name} ended before it answered '{line}'. What it printed above says why.")
        if "error" in answer:
            raise StageError(f"The {self.name} says: {answer['error']}")
        return answer

    def gone(self, seconds: float) -> bool:
        """Has it ended, or does it within so many seconds?"""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(seconds)
        return not self.alive

    def kill(self) -> None:
        """SIGKILL: no last word, no clean-up."""
        self._process.send_signal(signal.SIGKILL)
        self.close()

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._process.stdin.close()
        try:
            self._process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _listen(self) -> None:
        with self._process.stdout as answers:
            for line in answers:
                answer = json.loads(line)
                (self.events if "event" in answer else self._answers).put(answer)
        self._answers.put(None)


class Stage:
    """Kiosk and camera on one socket. Pictures go to `out`; state lies under `out`/state."""

    PAUSE = 0.45  # between two touches of a visitor, seconds

    def __init__(self, out: Path, kiosk: list[str], camera: list[str], environment: Mapping[str, str] | None = None):
        self.out = out
        (out / "screens").mkdir(parents=True, exist_ok=True)
        (out / "camera").mkdir(exist_ok=True)
        self.kiosk = Actor("kiosk", ["-m", "kiosk.demo.hand", *kiosk], environment)
        self.camera = Actor("camera", ["-m", "kiosk", "camera", "--control", *camera], environment)
        self._pictures = 0

    def close(self) -> None:
        self.kiosk.close()
        self.camera.close()

    def scene(self, direction: str) -> None:
        self.camera.ask(f"scene {direction}")

    def touch(self, name: str) -> dict[str, Any]:
        time.sleep(self.PAUSE)
        return self.kiosk.ask(f"touch {name}")

    def type(self, text: str) -> dict[str, Any]:
        time.sleep(self.PAUSE)
        return self.kiosk.ask(f"type {text}")

    def look(self) -> dict[str, Any]:
        return self.kiosk.ask("look")

    def report(self) -> dict[str, Any]:
        return self.camera.ask("report")

    def until(self, what: str, true: Callable[[], Any], seconds: float = 15.0) -> Any:
        """Wait for something to become true; its value. Raises StageError with `what` after so many seconds."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if not self.camera.alive:
                raise StageError("The camera has ended; what it printed above says why.")
            if value := true():
                return value
            time.sleep(0.03)
        raise StageError(f"Waited {seconds:.0f} s in vain for this: {what}.")

    def screen_picture(self, name: str) -> Path:
        """The kiosk's screen as PNG, numbered in the order of the visit."""
        self._pictures += 1
        path = self.out / "screens" / f"{self._pictures:02d}-{name}.png"
        self.kiosk.ask(f"picture {path}")
        return path

    def camera_picture(self, name: str) -> Path:
        """What the camera sees, annotated, as PNG."""
        path = self.out / "camera" / f"{self._pictures:02d}-{name}.png"
        self.camera.ask(f"picture {path}")
        return path
