"""The floor of the benchmark: the same exchange by plain blocking sockets. `python floor_end.py hub|leaf|peer PATH [FILE]`."""

import json
import os
import socket
import sys
import time
from typing import Any

LINE = b"x" * 299 + b"\n"
PAGE = b"\0" * 4096


def now_ns() -> int:
    return time.clock_gettime_ns(time.CLOCK_BOOTTIME)


def hub(path: str, file: str) -> None:
    """`round N`: 4 KiB made durable in FILE, a line to each of the first N leaves, a byte from each; nanoseconds."""
    server = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    server.bind(path)
    server.listen(64)
    disk = os.open(file, os.O_RDWR | os.O_CREAT)
    os.pwrite(disk, PAGE, 0)
    os.fsync(disk)
    leaves: list[socket.socket] = []
    say(ready=True)
    for line in sys.stdin:
        count = int(line.split()[1])
        while len(leaves) < count:
            leaves.append(server.accept()[0])
        start = now_ns()
        os.pwrite(disk, PAGE, 0)
        os.fdatasync(disk)
        for leaf in leaves[:count]:
            leaf.sendall(LINE)
        for leaf in leaves[:count]:
            leaf.recv(1)
        say(ns=now_ns() - start)


def leaf(path: str) -> None:
    with connected(path) as hub:
        say(ready=True)
        while hub.recv(4096):
            hub.sendall(b".")


def peer(path: str) -> None:
    """`connect`, then `wait`: when the next line came, or the end."""
    connection: socket.socket | None = None
    say(ready=True)
    for line in sys.stdin:
        if line.strip() == "connect":
            connection = connected(path)
            say(connected=True)
        else:
            say(waiting=True)
            data = connection.recv(4096)
            say(at=now_ns(), end=not data)


def connected(path: str) -> socket.socket:
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    connection.connect(path)
    return connection


def say(**answer: Any) -> None:
    print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    {"hub": hub, "leaf": leaf, "peer": peer}[sys.argv[1]](*sys.argv[2:])
