"""The same exchange through a broker, with QoS 1: `python mqtt_end.py hub FILE PORT...` or `... leaf NAME PORT...`."""

import json
import os
import socket
import sys
import threading
import time
from typing import Any

from paho.mqtt.client import Client
from paho.mqtt.enums import CallbackAPIVersion

LINE = b"x" * 300
PAGE = b"\0" * 4096
KEEPALIVE = 600


def now_ns() -> int:
    return time.clock_gettime_ns(time.CLOCK_BOOTTIME)


def client(port: int, topic: str, heard: Any) -> Client:
    """Connected and subscribed. Its own end never waits for Nagle's algorithm: the broker's setting is what is compared."""
    made, ready = Client(CallbackAPIVersion.VERSION2), threading.Event()
    made.on_socket_open = lambda *given: given[2].setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    made.on_subscribe = lambda *_: ready.set()
    made.on_message = heard
    made.connect("127.0.0.1", port, KEEPALIVE)
    made.subscribe(topic, qos=1)
    while not ready.is_set():
        made.loop(0.1)
    return made


def hub(file: str, *ports: str) -> None:
    """`round PORT N`: 4 KiB made durable in FILE, one line published, N acknowledgements heard; nanoseconds."""
    acknowledged: list[bytes] = []
    clients = {port: client(int(port), "ack", lambda *_: acknowledged.append(b".")) for port in ports}
    disk = os.open(file, os.O_RDWR | os.O_CREAT)
    os.pwrite(disk, PAGE, 0)
    os.fsync(disk)
    say(ready=True)
    for line in sys.stdin:
        _, port, count = line.split()
        acknowledged.clear()
        start = now_ns()
        os.pwrite(disk, PAGE, 0)
        os.fdatasync(disk)
        clients[port].publish("grant", LINE, qos=1)
        while len(acknowledged) < int(count) and now_ns() - start < 5e9:
            clients[port].loop(1)
        say(ns=now_ns() - start, applied=len(acknowledged))


def leaf(name: str, *ports: str) -> None:
    for port in ports:
        subscriber = client(int(port), "grant", lambda publisher, *_: publisher.publish("ack", name, qos=1))
        threading.Thread(target=subscriber.loop_forever, daemon=True).start()
    say(ready=True)
    sys.stdin.read()


def say(**answer: Any) -> None:
    print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    {"hub": hub, "leaf": leaf}[sys.argv[1]](*sys.argv[2:])
