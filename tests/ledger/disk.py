"""What a disk holds when a process is killed, or its machine loses power, between any two of its writes.

A process runs once with writes.c, which notes each change that it makes to the files of a folder. `Disk` makes these changes
again, one by one; after each of them `states` gives what could be left.
"""

import os
import shutil
import struct
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
HEAD = struct.Struct("=QQIIc")
ACKS = "acks"
"""A file of the folder: each write to it says that what came before was reported as done."""


@dataclass(frozen=True, slots=True)
class Change:
    what: str  # as writes.c says
    inode: int
    at: int
    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Left:
    """What is left: {path under the folder: content}, and how much was reported as done."""

    after: int  # so many changes
    how: str
    files: dict[str, bytes]
    acknowledged: int

    def put(self, folder: Path) -> Path:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        for name, content in self.files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        return folder


def build(compiler: str, folder: Path) -> Path:
    library = folder / "writes.so"
    subprocess.run([compiler, "-O1", "-shared", "-fPIC", "-o", library, HERE / "writes.c", "-ldl"], check=True, timeout=60)
    return library


def record(library: Path, folder: Path, code: str, *arguments: object) -> "Disk":
    """Run code in a Python of its own, and note what it does to this folder."""
    before, log = Disk(folder), folder.parent / f"{folder.name}.writes"
    environment = os.environ | {
        "WRITES_UNDER": str(folder),
        "WRITES_LOG": str(log),
        "LD_PRELOAD": str(library),
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    command = [sys.executable, "-c", code, str(folder), *map(str, arguments)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    before.changes = list(_read(log.read_bytes()))
    return before


def _read(log: bytes) -> Iterator[Change]:
    place = 0
    while place < len(log):
        inode, at, path, size, what = HEAD.unpack_from(log, place)
        place += HEAD.size
        yield Change(what.decode(), inode, at, log[place : place + path].decode(), log[place + path : place + path + size])
        place += path + size


@dataclass
class Disk:
    """A folder as it was, all of it on the disk, and what was changed in it since."""

    folder: Path
    changes: list[Change] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.files: dict[int, int] = {}  # of each inode, which may be of another file later
        self.names: dict[str, int] = {}
        self.data: list[bytearray] = []
        for path in self.folder.rglob("*"):
            if path.is_file():
                self.names[str(path)] = self._new(path.stat().st_ino, path.read_bytes())
        self.safe_names = dict(self.names)
        self.safe_data = {file: bytes(content) for file, content in enumerate(self.data)}
        self.acknowledged = 0

    def _new(self, inode: int, content: bytes) -> int:
        self.files[inode] = len(self.data)
        self.data.append(bytearray(content))
        return self.files[inode]

    def states(self) -> Iterator[Left]:
        """After each change: killed; killed within it; without power, which leaves what was synced, or that and all names."""
        yield from self._left(0)
        for number, change in enumerate(self.changes, 1):
            if change.what == "W" and len(change.data) > 1:
                half = Change(change.what, change.inode, change.at, change.path, change.data[: len(change.data) // 2])
                file = self.files[change.inode]
                before = bytearray(self.data[file])
                self._do(half, acknowledges=False)
                yield Left(number, "killed within", self._live(), self.acknowledged)
                self.data[file] = before
            self._do(change)
            yield from self._left(number)

    def _left(self, number: int) -> Iterator[Left]:
        yield Left(number, "killed", self._live(), self.acknowledged)
        for how, names in {"no power": self.safe_names, "no power, names kept": self.names}.items():
            yield Left(number, how, self._under(names, lambda file: self.safe_data.get(file, b"")), self.acknowledged)

    def _live(self) -> dict[str, bytes]:
        return self._under(self.names, lambda file: bytes(self.data[file]))

    def _under(self, names: dict[str, int], content: Callable[[int], bytes]) -> dict[str, bytes]:
        start = len(str(self.folder)) + 1
        return {name[start:]: content(file) for name, file in names.items() if name[start:] != ACKS}

    def _do(self, change: Change, acknowledges: bool = True) -> None:
        match change.what:
            case "C":
                self.names[change.path] = self._new(change.inode, b"")
            case "W":
                content = self.data[self.files[change.inode]]
                content.extend(bytes(max(0, change.at - len(content))))
                content[change.at : change.at + len(change.data)] = change.data
                self.acknowledged += acknowledges and change.path == str(self.folder / ACKS)
            case "T":
                content = self.data[self.files[change.inode]]
                del content[change.at :]
                content.extend(bytes(change.at - len(content)))
            case "F":
                file = self.files[change.inode]
                self.safe_data[file] = bytes(self.data[file])
            case "D":
                elsewhere = {name: file for name, file in self.safe_names.items() if os.path.dirname(name) != change.path}
                here = {name: file for name, file in self.names.items() if os.path.dirname(name) == change.path}
                self.safe_names = elsewhere | here
            case "R":
                self.names[change.data.decode()] = self.names.pop(change.path)
            case "L":
                self.names[change.data.decode()] = self.names[change.path]
            case "U":
                del self.names[change.path]


def check_each(disk: Disk, folder: Path, check: Callable[[Path, Left], None]) -> int:
    """Check what is left after each change; how many differed from the one before."""
    seen: dict[str, tuple[dict[str, bytes], int]] = {}
    count = 0
    for left in disk.states():
        if seen.get(left.how) == (left.files, left.acknowledged):
            continue
        seen[left.how] = left.files, left.acknowledged
        count += 1
        try:
            check(left.put(folder), left)
        except Exception as error:
            change = disk.changes[left.after - 1] if left.after else None
            what = change and f"{change.what} {os.path.basename(change.path)} {change.at} {len(change.data)}"
            raise AssertionError(f"{left.how} at change {left.after} of {len(disk.changes)}, {what}: {error}") from error
    return count
