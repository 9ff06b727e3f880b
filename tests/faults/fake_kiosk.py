"""Something that listens on the kiosk's socket and speaks its protocol: `python fake_kiosk.py SOCKET [UID]`.

With UID it listens as that user, which is what the kernel tells a client. It grants whatever it is ordered to, and misbehaves
on order, toward the gate that came last. Orders are lines on stdin, answers JSON lines on stdout. No product code: what it
sends is written out here.
"""

import contextlib
import json
import os
import select
import socket
import sys
import time
from pathlib import Path

TTL_MS = 1_000
LINE_LIMIT = 16 * 1024


def now_ns() -> int:
    return time.clock_gettime_ns(time.CLOCK_BOOTTIME)


class FakeKiosk:
    def __init__(self, path: str, user: int | None = None):
        with contextlib.suppress(FileNotFoundError):
            os.unlink(path)
        self._server = socket.socket(socket.AF_UNIX)
        self._server.bind(path)
        if user is not None:
            os.setgroups([])
            os.setgid(user)
            os.setuid(user)
        self._server.listen()
        self._gate: socket.socket | None = None
        self._heard: list[str] = []
        self._visits = self._seq = 0
        self._mute = False
        self._pause = 0.0  # between two bytes
        self._answered_ns = 0  # when the last renewal came that was answered to the last byte
        self._orders = b""
        self._boot = Path("/proc/sys/kernel/random/boot_id").read_text().strip()
        self._epoch = os.urandom(16).hex()
        self._forget()

    def _forget(self) -> None:
        """For a new connection."""
        self._said = self._out = b""
        self._sent = 0
        self._ends: list[tuple[int, int]] = []  # of leases on their way: last byte, when the renewal came

    def run(self) -> None:
        while True:
            waiting = [0, self._server, *([self._gate] if self._gate else [])]
            slow = self._pause if self._out else None
            readable, _, _ = select.select(waiting, [], [], slow)
            if 0 in readable and not self._take_orders():
                return
            if self._server in readable:
                if self._gate:
                    self._gate.close()
                self._gate, _ = self._server.accept()
                self._gate.settimeout(1)
                self._forget()
            elif self._gate in readable:
                self._listen()
            self._send()

    def _take_orders(self) -> bool:
        data = os.read(0, 4096)
        *lines, self._orders = (self._orders + data).split(b"\n")
        for line in lines:
            verb, *rest = line.decode().split()
            getattr(self, f"_do_{verb}")(*rest)
            self._send()
            print(json.dumps({"heard": self._heard, "answered_ns": self._answered_ns, "now_ns": now_ns()}), flush=True)
        return bool(data)

    def _do_look(self) -> None:
        """Only answer."""

    def _do_grant(self) -> None:
        """Touch yes, now."""
        self._seq += 1
        self._visits += 1
        grant = {"epoch": self._epoch, "seq": self._seq, "visit": f"{self._visits:032x}", "purposes": ["dwell"], "party": 1}
        self._say("grant", **grant, tap_ns=now_ns(), max_ms=60_000, record="0" * 64)

    def _do_mute(self, on: str) -> None:
        """Answer no renewal."""
        self._mute = on == "on"

    def _do_drip(self, milliseconds: str) -> None:
        self._pause = float(milliseconds) / 1000

    def _do_shut(self, way: str) -> None:
        self._gate.shutdown({"write": socket.SHUT_WR, "read": socket.SHUT_RD}[way])

    def _do_overlong(self) -> None:
        """One byte more than a line may have, but for that a lease like any other."""
        lease = {"t": "lease", "n": "0", "epoch": self._epoch, "seq": self._seq, "ttl_ms": TTL_MS, "pad": ""}
        lease["pad"] = "x" * (LINE_LIMIT + 1 - len(json.dumps(lease)))
        self._out += json.dumps(lease).encode() + b"\n"

    def _listen(self) -> None:
        try:
            data = self._gate.recv(65536)
        except OSError:
            data = b""
        if not data:
            self._gate.close()
            self._gate = None
            self._out = b""
            return
        *lines, self._said = (self._said + data).split(b"\n")
        for line in lines:
            message = json.loads(line)
            self._heard.append(message["t"])
            if message["t"] == "hello":
                self._say("welcome", v=message["v"], kiosk="fake", epoch=self._epoch, boot=self._boot)
                self._say("snapshot", epoch=self._epoch, seq=self._seq, grants=[])
            elif message["t"] == "renew" and not self._mute:
                self._say("lease", n=message["n"], epoch=self._epoch, seq=self._seq, ttl_ms=TTL_MS)
                self._ends.append((self._sent + len(self._out), now_ns()))

    def _say(self, kind: str, **fields) -> None:
        self._out += json.dumps({"t": kind, **fields}).encode() + b"\n"

    def _send(self) -> None:
        if not self._gate or not self._out:
            return
        with contextlib.suppress(OSError):  # the gate has gone: the next look at it says so
            count = self._gate.send(self._out[:1] if self._pause else self._out)
            self._sent, self._out = self._sent + count, self._out[count:]
        while self._ends and self._ends[0][0] <= self._sent:
            self._answered_ns = self._ends.pop(0)[1]


if __name__ == "__main__":
    FakeKiosk(sys.argv[1], *map(int, sys.argv[2:])).run()
