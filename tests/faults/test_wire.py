"""Connections that are cut in half, drip, overflow or fall silent: only the one that does so is lost, and never toward yes."""

import contextlib
import json
import socket
import time

import pytest

from kiosk.gate.messages import now_ns

pytestmark = pytest.mark.slow

EOF_MS = 500  # to hear that the other end hung up; less than any lease has left
RENEW_MS = 250  # between two renewals
LEASE_MS = 1_000  # from the last renewal that was answered
LINE_LIMIT = 16 * 1024
PROMPT_SECONDS = 0.5  # for the kiosk to say what is on its screen


def test_a_half_closed_client(shop, client):
    shop.permitted()
    began_ns = now_ns()
    with client() as mute, client() as deaf:
        mute.hello()
        mute.socket.shutdown(socket.SHUT_WR)
        assert mute.hung_up()
        deaf.hello()
        deaf.socket.shutdown(socket.SHUT_RD)
        shop.gate.steady_since(began_ns)
        shop.lives_on()
        assert shop.look()["cameras"] == ["door"]


def test_a_client_that_writes_byte_by_byte(shop, client):
    """It may be served or dropped; the screen and the other gate do not wait for it."""
    shop.permitted()
    began_ns = now_ns()
    waits = []
    with client() as slow:
        renewal = slow.line("renew", n="slow", seq=0)
        with contextlib.suppress(ConnectionError, EOFError):
            for line, answer in ((slow.hello_line, "snapshot"), (renewal, "lease")):
                for at in range(len(line)):
                    slow.socket.sendall(line[at : at + 1])
                    time.sleep(0.008)
                    if at % 10 == 0:
                        asked = time.monotonic()
                        shop.look()
                        waits.append(time.monotonic() - asked)
                slow.hear(answer)
        shop.gate.steady_since(began_ns)
    assert max(waits) < PROMPT_SECONDS
    shop.lives_on()


def test_a_client_whose_line_is_too_long(shop, client):
    shop.permitted()
    began_ns = now_ns()
    for end in (b"\n", b""):
        with client() as long:
            _, snapshot = long.hello()
            renewal = {"t": "renew", "n": "1", "seq": snapshot["seq"], "pad": ""}
            renewal["pad"] = "x" * (LINE_LIMIT + 1 - len(json.dumps(renewal)))
            with contextlib.suppress(ConnectionError):
                long.socket.sendall(json.dumps(renewal).encode() + end)
            assert long.hung_up()
    shop.gate.steady_since(began_ns)
    shop.lives_on()


@pytest.mark.parametrize(("way", "allowance_ms"), [("write", EOF_MS), ("read", EOF_MS + RENEW_MS)])
def test_a_half_closing_kiosk(fake_shop, way, allowance_ms):
    fake_shop.permitted()
    shut_ns = fake_shop.kiosk.ask(f"shut {way}")["now_ns"]
    fake_shop.survives(shut_ns, allowance_ms)


def test_a_kiosk_whose_line_is_too_long(fake_shop):
    fake_shop.permitted()
    sent_ns = fake_shop.kiosk.ask("overlong")["now_ns"]
    fake_shop.survives(sent_ns, EOF_MS)


def test_a_kiosk_that_writes_byte_by_byte(fake_shop):
    """Fast enough it works; too slow, it is silent."""
    fake_shop.kiosk.ask("drip 0.2")
    fake_shop.say_yes()
    fake_shop.kiosk.ask("drip 20")
    time.sleep(2 * LEASE_MS / 1000)
    answered_ns = fake_shop.kiosk.ask("drip 0")["answered_ns"]
    fake_shop.survives(answered_ns, LEASE_MS)


def test_a_silent_kiosk(fake_shop):
    """The lease ends at most a second after the last renewal that was answered had been sent."""
    fake_shop.permitted()
    answered_ns = fake_shop.kiosk.ask("mute on")["answered_ns"]
    time.sleep(1.5 * LEASE_MS / 1000)
    fake_shop.kiosk.ask("mute off")
    fake_shop.survives(answered_ns, LEASE_MS)
