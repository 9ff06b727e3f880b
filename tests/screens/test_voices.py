"""The real speech service: speech-dispatcher with espeak-ng, whose sound goes to a file."""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtTextToSpeech import QTextToSpeech

from kiosk.consent.notice import LANGUAGES
from kiosk.screens.speech import Utterance, Voice, find_voice

pytestmark = pytest.mark.slow

MODULES = Path("/etc/speech-dispatcher/modules/espeak-ng.conf")
SERVICE = """\
LogDir "{folder}"
AudioOutputMethod "alsa"
AudioALSADevice "default"
AddModule "espeak-ng" "sd_espeak-ng" "espeak-ng.conf"
DefaultModule espeak-ng
"""
ALSA = """\
</usr/share/alsa/alsa.conf>
pcm.!default {{ type file file "{folder}/said.wav" format "wav" slave.pcm "null" }}
"""
HELLO = {
    "zh-Hans": "你好",
    "zh-Hant": "你好",
    "ja": "こんにちは",
    "ko": "안녕하세요",
    "ar": "مرحبا",
    "hi": "नमस्ते",
    "ru": "Здравствуйте",
}


@pytest.fixture
def service(tmp_path, monkeypatch, needs) -> Iterator[subprocess.Popen]:
    """A speech-dispatcher of our own."""
    program = needs(shutil.which("speech-dispatcher"), "speech-dispatcher is not installed")
    needs(MODULES.is_file() and shutil.which("espeak-ng"), "speech-dispatcher-espeak-ng is not installed")
    needs("speechd" in QTextToSpeech.availableEngines(), "Qt has no engine speechd: libspeechd2 is not installed")
    (tmp_path / "modules").mkdir()
    shutil.copy(MODULES, tmp_path / "modules")
    (tmp_path / "speechd.conf").write_text(SERVICE.format(folder=tmp_path))
    (tmp_path / "asound.conf").write_text(ALSA.format(folder=tmp_path))
    socket = tmp_path / "speechd.sock"
    monkeypatch.setenv("ALSA_CONFIG_PATH", str(tmp_path / "asound.conf"))
    monkeypatch.setenv("SPEECHD_ADDRESS", f"unix_socket:{socket}")
    command = [program, "-s", "-C", tmp_path, "-c", "unix_socket", "-S", socket, "-P", tmp_path / "pid"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    end = time.monotonic() + 20
    while not socket.exists() and time.monotonic() < end:
        time.sleep(0.05)
    yield process
    process.send_signal(signal.SIGCONT)
    process.terminate()
    process.wait(10)


def until_quiet(voice: Voice, seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while voice.speaking and time.monotonic() < end:
        QTest.qWait(10)
    assert not voice.speaking


@pytest.mark.meets("EN 301 549 5.1.3.14", "WCAG 3.1.1", "WCAG 3.1.2")
def test_every_language_is_said_in_its_own_voice(qapp, service, tmp_path):
    voice, problems = find_voice(tuple(LANGUAGES))
    print(*(f"{tag:<10}{name}" for tag, name in voice.names.items()), sep="\n")
    assert problems == []
    assert voice.names["en"] == "English (America)"
    assert voice.names["zh-Hans"] == voice.names["zh-Hant"] == "Chinese (Mandarin, latin as English)"
    assert voice.names["pt-BR"] == "Portuguese (Brazil)"
    assert len(set(voice.names.values())) == len(LANGUAGES) - 2
    states = []
    voice._engine.stateChanged.connect(states.append)
    for tag in LANGUAGES:
        states.clear()
        before = sound(tmp_path)
        voice.say([Utterance(HELLO.get(tag, "Hello"), tag)])
        until_quiet(voice)
        assert states == [QTextToSpeech.State.Speaking, QTextToSpeech.State.Ready], tag
        assert sound(tmp_path) and sound(tmp_path) != before, tag
    voice.close()


def sound(folder: Path) -> bytes:
    """What was last said, without the header; empty where it was silence."""
    path = folder / "said.wav"
    samples = path.read_bytes()[44:] if path.exists() else b""
    return samples if any(samples) else b""


@pytest.mark.parametrize("milliseconds", [0, 30])
def test_what_is_said_is_cut_and_what_follows_waits_for_that(qapp, service, milliseconds):
    voice, _ = find_voice(("en",))
    begun = []
    voice.begun.connect(lambda each: begun.append((each.words[:5], voice._state)))
    voice.say([Utterance("word " * 300, "en"), Utterance("never said", "en")])
    QTest.qWait(milliseconds)
    voice.cut()
    voice.say([Utterance("after", "en")])
    until_quiet(voice)
    assert [words for words, _ in begun] == ["word ", "after"]
    assert begun[1][1] is QTextToSpeech.State.Ready
    voice.close()


def test_a_service_that_hangs_stops_nobody_but_itself(qapp, service):
    voice, _ = find_voice(("en",))
    os.kill(service.pid, signal.SIGSTOP)
    began = time.monotonic()
    voice.say([Utterance("hello", "en")])
    voice.set(slow=True, volume=2)
    voice.cut()
    QTest.qWait(300)
    assert time.monotonic() - began < 2
    os.kill(service.pid, signal.SIGCONT)
    QTest.qWait(700)
    voice.say([Utterance("again", "en")])
    until_quiet(voice)
    voice.close()


def test_a_service_that_is_gone_is_no_error_of_ours(qapp, service):
    voice, _ = find_voice(("en",))
    service.kill()
    service.wait()
    voice.say([Utterance("hello", "en")])
    QTest.qWait(500)
    voice.cut()
    voice.close()
