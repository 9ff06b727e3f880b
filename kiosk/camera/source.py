"""Pictures from a file, a network camera, a device, or the drawn scene; never older than they need be."""

import os
import re
import threading
from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("OPENCV_FFMPEG_LOGLEVEL", "-8")  # read by OpenCV when it first opens a video
os.environ.setdefault("OPENCV_LOG_LEVEL", "SILENT")

import cv2
import numpy as np

from kiosk.camera.scene import Scene
from kiosk.gate import Gate
from kiosk.gate.bodies import SECOND

OPEN_MS = 5_000
SILENCE_SECONDS = 5.0
SCENE_FPS = 15


class SourceError(RuntimeError):
    """No pictures: one sentence with the thing, the reason and the next step."""


@dataclass(frozen=True, slots=True)
class Frame:
    """image: BGR uint8; t_ns: when it was captured, on CLOCK_BOOTTIME."""

    image: np.ndarray
    t_ns: int


class Source(ABC):
    """size: width and height in pixels; drawn: nobody real is in the picture. `close` may be called from any thread."""

    size: tuple[int, int]
    drawn = False

    def __init__(self) -> None:
        self._closed = threading.Event()

    @abstractmethod
    def frames(self) -> Iterator[Frame]:
        """The pictures as they come, until `close`. Raises SourceError when a live source falls silent."""

    def command(self, line: str) -> None:
        """A stage direction, for the drawn scene only. Raises ValueError."""
        raise ValueError("Only the drawn scene takes directions; start the camera with the source scene.")

    def close(self) -> None:
        self._closed.set()


class SceneSource(Source):
    """The drawn shop entrance, 15 pictures a second."""

    drawn = True

    def __init__(self) -> None:
        super().__init__()
        self._scene = Scene()
        self._start_ns = Gate.now_ns()
        self.size = self._scene.width, self._scene.height

    def frames(self) -> Iterator[Frame]:
        due_ns = Gate.now_ns()
        while not self._closed.wait(max(0, due_ns - Gate.now_ns()) / SECOND):
            t_ns = Gate.now_ns()
            yield Frame(self._scene.draw((t_ns - self._start_ns) / SECOND), t_ns)
            due_ns = max(due_ns + SECOND // SCENE_FPS, Gate.now_ns())

    def command(self, line: str) -> None:
        self._scene.command(line, (Gate.now_ns() - self._start_ns) / SECOND)


class FileSource(Source):
    """A video file at its own pace: what cannot be shown in time is left out. Ends with the file, unless `loop`."""

    def __init__(self, path: Path, loop: bool = False):
        super().__init__()
        self._path = path
        self._loop = loop
        self._video = self._open()
        ok, image = self._video.read()
        if not ok:
            raise SourceError(f"The file {path} is not a video that OpenCV can read. Give it as MP4, AVI or GIF.")
        self.size = image.shape[1], image.shape[0]
        self._first: np.ndarray | None = image
        rate = self._video.get(cv2.CAP_PROP_FPS)
        self._every_ns = round(SECOND / rate) if 1 <= rate <= 240 else SECOND // 10

    def _open(self) -> cv2.VideoCapture:
        if not self._path.exists():
            raise SourceError(f"The file {self._path} does not exist. Correct --source, or the source in store.toml.")
        if not self._path.is_file():
            raise SourceError(f"{self._path} is not a file. Name a video file, an address or a device number.")
        if not os.access(self._path, os.R_OK):
            raise SourceError(f"The file {self._path} may not be read by this user. Change its permissions: chmod a+r.")
        return cv2.VideoCapture(str(self._path))

    def frames(self) -> Iterator[Frame]:
        due_ns = Gate.now_ns()
        image, self._first = self._first, None
        while not self._closed.wait(max(0, due_ns - Gate.now_ns()) / SECOND):
            if image is not None:
                yield Frame(image, Gate.now_ns())
            due_ns += self._every_ns
            while due_ns + self._every_ns < Gate.now_ns() and self._video.grab():
                due_ns += self._every_ns
            ok, image = self._video.read()
            if not ok:
                if not self._loop:
                    break
                self._video = self._open()
                ok, image = self._video.read()
                if not ok:
                    raise SourceError(f"The file {self._path} cannot be read any more. Put the video back.")
        self._video.release()


class LiveSource(Source):
    """A device or a network camera, read on a thread of its own; only the newest picture is kept."""

    def __init__(self, name: str, video: cv2.VideoCapture):
        super().__init__()
        self._name = name
        self._video = video
        self._newest: Frame | None = None
        self._ended = False
        self._news = threading.Condition()
        ok, image = video.read()
        if not ok:
            video.release()
            raise SourceError(f"{name} opens but sends no picture. Look at it with another program, for example ffplay.")
        self.size = image.shape[1], image.shape[0]
        self._reader = threading.Thread(target=self._read, name="camera-reader", daemon=True)
        self._reader.start()

    def _read(self) -> None:
        while not self._closed.is_set():
            ok, image = self._video.read()
            with self._news:
                self._newest, self._ended = (Frame(image, Gate.now_ns()), False) if ok else (None, True)
                self._news.notify()
            if not ok:
                break
        self._video.release()

    def frames(self) -> Iterator[Frame]:
        heard_ns = Gate.now_ns()
        while not self._closed.is_set():
            with self._news:
                self._news.wait_for(lambda: self._newest or self._ended, timeout=0.2)
                frame, self._newest = self._newest, None
                ended = self._ended
            if frame:
                heard_ns = frame.t_ns
                yield frame
            elif ended or Gate.now_ns() - heard_ns > SILENCE_SECONDS * SECOND:
                raise SourceError(f"{self._name} stopped sending pictures. Check its power and cable, then start again.")

    def close(self) -> None:
        super().close()
        self._reader.join(timeout=1.0)


def open_source(spec: str, loop: bool = False) -> Source:
    """spec: "scene", a video file, an rtsp:// or http:// address, or a device as "0" or "/dev/video0". Raises SourceError."""
    cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)
    if spec == "scene":
        return SceneSource()
    if re.match(r"[a-z]+://", spec):
        name = f"The camera at {re.sub(r'//[^/@]*@', '//', spec)}"  # without its password
        video = cv2.VideoCapture(
            spec, cv2.CAP_FFMPEG, [cv2.CAP_PROP_OPEN_TIMEOUT_MSEC, OPEN_MS, cv2.CAP_PROP_READ_TIMEOUT_MSEC, OPEN_MS]
        )
        if not video.isOpened():
            raise SourceError(f"{name} does not answer. Check the address, the network and the camera's password.")
        return LiveSource(name, video)
    if device := re.fullmatch(r"(?:/dev/video)?(\d{1,3})", spec):
        path = Path(f"/dev/video{device[1]}")
        if not path.exists():
            others = ", ".join(sorted(str(each) for each in Path("/dev").glob("video*"))) or "none"
            raise SourceError(f"There is no camera {path}. Plug it in, or choose another source; cameras here: {others}.")
        video = cv2.VideoCapture(int(device[1]), cv2.CAP_V4L2)
        if not video.isOpened():
            raise SourceError(
                f"The camera {path} cannot be opened. Close other programs that use it, or add this user to the group video."
            )
        return LiveSource(f"The camera {path}", video)
    return FileSource(Path(spec), loop)
