"""What systemd hears from the kiosk: that it is up, and that it really draws. Standard library only.

`python -m kiosk.service COMMAND...` runs a command and passes on what its processes say. systemd hears a unit's main process
and those in its control group only, and a session that logind knows has a control group of its own.
"""

import logging
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading

log = logging.getLogger(__name__)

MOST = 4_096  # bytes of one message


def tell(message: str) -> bool:
    """Send `READY=1`, `WATCHDOG=1` or the like to whoever started this process; False where nobody asked, or hears it.

    Never waits: a listener that hangs must not stop the screen.
    """
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address:
        return False
    name = f"\0{address[1:]}" if address.startswith("@") else address
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as out:
            out.setblocking(False)
            out.sendto(message.encode(), name)
    except OSError as error:
        log.warning("systemd cannot be told %s at %s: %s", message, address, error)
        return False
    return True


def session(command: list[str]) -> int:
    """Run the command until it ends; its exit code, 128 + n after signal n, 0 where it was told to stop. Raises OSError.

    SIGTERM and SIGINT are passed on. Whoever wants the command to end with this process has to arrange for it: a SIGKILL
    leaves no time.
    """
    told: list[int] = []
    child: subprocess.Popen[bytes] | None = None

    def stop(number: int, _: object) -> None:
        told.append(number)
        if child:
            child.send_signal(number)

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)
    with tempfile.TemporaryDirectory(prefix="notify-", dir=os.environ.get("XDG_RUNTIME_DIR")) as folder:
        inside = os.path.join(folder, "socket")
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as ear:
            ear.bind(inside)
            child = subprocess.Popen(command, env={**os.environ, "NOTIFY_SOCKET": inside})
            if told:  # before there was anybody to pass it on to
                child.send_signal(told[0])
            threading.Thread(target=_pass_on, args=(ear,), daemon=True).start()
            code = child.wait()
    if told:
        return 0
    return code if code >= 0 else 128 - code


def _pass_on(ear: socket.socket) -> None:
    while True:
        try:
            message = ear.recv(MOST)
        except OSError:
            return
        tell(message.decode(errors="replace"))


if __name__ == "__main__":
    if not sys.argv[1:]:
        sys.exit("usage: python -m kiosk.service COMMAND [ARGUMENT...]")
    try:
        sys.exit(session(sys.argv[1:]))
    except OSError as error:
        sys.exit(f"The session cannot begin: {error}. Look whether all packages are installed: dpkg --verify consent-kiosk")
