"""`kiosk notice`, as a shop runs it before it opens."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.config import DEMONSTRATION, LANGUAGES, TEMPLATE

from .conftest import kiosk

OWN = {
    "Harbour Motors Ltd": "Rivers AG",
    "Harbour Motors": "Rivers",
    "harbour-motors.example": "rivers.shop",
    "12 Quay Street": "1 Bank",
    "Mill Lane": "Bank Lane",
    "Lumen Vision": "Eyes AG",
    "EXAMPLE-1": "PIA-7",
    "2001-01-01": "2026-01-02",
    "Quay Legal": "Bank Legal",
}
"""What each fact of the example becomes in a shop."""


@pytest.fixture
def state(tmp_path: Path) -> Path:
    path = tmp_path / "state"
    path.mkdir()
    (path / "store.toml").write_text(TEMPLATE, encoding="utf-8")
    return path


def test_a_fresh_shop_is_told_what_to_do(tmp_path):
    assert kiosk("init", "--state", tmp_path).returncode == 0
    run = kiosk("notice", "check", "--state", tmp_path)
    assert (run.returncode, run.stderr) == (1, "")
    assert "Rules for China (CN), " in run.stdout and "no legal advice" in run.stdout
    assert "A yes can be offered in: no language." in run.stdout
    lines = run.stdout.splitlines()
    for text, field in (
        ("an impact assessment, before it begins", "[law]: impact_assessment = {"),
        ("a sign at every entrance", "[law]: sign_posted = "),
        ("a way in that no such camera sees", "[store]: other_way = "),
        ("rules to read and to keep", "[store]: policy_url = "),
    ):
        at = next(n for n, line in enumerate(lines) if text in line)
        assert lines[at].startswith("missing   B") and lines[at + 1].lstrip().startswith("-> ")
        assert field in " ".join("".join(lines[at : at + 4]).split()).replace("  ", " ")
    (reviewed,) = (line for line in lines if "a person has reviewed" in line)
    assert reviewed.startswith("missing") and reviewed.endswith(" ".join(LANGUAGES))
    assert re.search(rf"^present +B +where to ask +PIPL 17\(1\) \[F\] +{' '.join(LANGUAGES)}$", run.stdout, re.MULTILINE)


def test_the_demonstration_says_that_it_is_one_and_lacks_a_shop_and_the_review(state):
    (state / "store.toml").write_text(DEMONSTRATION, encoding="utf-8")
    run = kiosk("notice", "check", "--state", state, "--json")
    told = json.loads(run.stdout)
    left = [finding for finding in told["findings"] if finding["state"] != "present"]
    assert run.returncode == 1 and not told["complete"]
    assert {each["requirement"] for each in left} == {"own_facts", "reviewed"}
    assert all(each["waived"] and not each["blocks"] for each in left)
    assert told["offers_yes"] == dict.fromkeys(LANGUAGES, True) and told["demonstration"]
    assert "a demonstration: no shop stands behind its facts" in kiosk("notice", "check", "--state", state).stdout


def test_whoever_only_takes_the_marks_away_may_ask_nobody(state):
    """Nothing of the example passes as a shop's own, and the command says where it stands."""
    text = re.sub(r"^# (?=\w+ = )", "", TEMPLATE, flags=re.MULTILINE).replace("unreviewed = false", "unreviewed = true")
    (state / "store.toml").write_text(text, encoding="utf-8")
    run = kiosk("notice", "check", "--state", state, "--profile", "EU")
    assert run.returncode == 1 and "A yes can be offered in: no language." in run.stdout
    assert "demonstration: no shop" not in run.stdout
    said = " ".join(run.stdout.split())
    assert "Still the example's: [store] name, [store] controller, [store] address, [store] contact, " in said
    assert "[law] impact_assessment, [law] sign_posted, [law] legal_sign_off. Write your shop's own." in said


# A recipient -> what the law of the place makes of it: the step for it, once, and no example that undoes it.
STEPS = {
    "EU": 'In store.toml, [store]: recipient_countries = ["Germany"], the country of Rivers AG; or recipients = [].',
    "CN": "this kiosk asks none for Rivers AG: give them nothing. In store.toml, [store]: recipients = [].",
    "US-IL": "this kiosk asks none for Rivers AG: give them nothing. In store.toml, [store]: recipients = [].",
}


@pytest.mark.parametrize("profile", STEPS)
def test_a_recipient_leads_somewhere(state, profile):
    (state / "store.toml").write_text(DEMONSTRATION.replace("recipients = []", 'recipients = ["Rivers AG"]'), encoding="utf-8")
    said = " ".join(kiosk("notice", "check", "--state", state, "--profile", profile).stdout.split())
    assert STEPS[profile] in said and "Harbour Group Ltd" not in said and "no language" in said


def test_a_recipient_whose_country_is_told_holds_nothing_up_in_the_eu(state):
    there = 'recipients = ["Rivers AG"]\nrecipient_countries = ["Norway"]'
    (state / "store.toml").write_text(DEMONSTRATION.replace("recipients = []", there), encoding="utf-8")
    told = json.loads(kiosk("notice", "check", "--state", state, "--profile", "EU", "--json").stdout)
    assert told["offers_yes"] == dict.fromkeys(LANGUAGES, True)


def test_the_age_that_another_law_asks_for(state):
    (state / "store.toml").write_text(TEMPLATE.replace("# age_limit = 14", "age_limit = 14"), encoding="utf-8")
    said = " ".join(kiosk("notice", "check", "--state", state, "--profile", "EU").stdout.split())
    assert "Raise it to 16 at least, or leave it out. In store.toml, [law]: age_limit = 16" in said
    assert "age_limit = 14" not in said and "Rules for the European Union (EU)" in said


def test_one_requirement_is_open(state):
    text = re.sub(r"demonstration = true.*", "demonstration = true", DEMONSTRATION)
    (state / "store.toml").write_text(text, encoding="utf-8")
    run = kiosk("notice", "check", "--state", state)
    assert re.search(r"^2 of \d+ requirements are open\.$", run.stdout, re.MULTILINE)
    for example, own in OWN.items():
        text = text.replace(example, own)
    (state / "store.toml").write_text(text, encoding="utf-8")
    run = kiosk("notice", "check", "--state", state)
    assert re.search(r"^1 of \d+ requirements is open\.$", run.stdout, re.MULTILINE)
    assert "a demonstration: no shop stands behind its facts" in run.stdout  # also without an example in it


def test_the_help_says_what_the_exit_code_does_not():
    said = " ".join(kiosk("notice", "check", "--help").stdout.split())
    assert '1: something is missing or out of date, also where "(allowed)" stands behind it and `kiosk run` works.' in said


def test_the_answer_for_programs(state):
    run = kiosk("notice", "check", "--state", state, "--profile", "EU", "--json")
    told = json.loads(run.stdout)
    assert run.returncode == 1
    assert (told["profile"], told["complete"], told["offers_yes"]) == ("EU", False, dict.fromkeys(LANGUAGES, False))
    findings = {(each["requirement"], each["language"]): each for each in told["findings"]}
    assessment = findings["impact_assessment", None]
    assert (assessment["source"], assessment["checked"], assessment["state"]) == ("GDPR 35", "M", "missing")
    assert "[law]: impact_assessment = {" in assessment["next_step"]
    assert findings["complaint", "ar"]["state"] == "present" and findings["complaint", "ar"]["next_step"] == ""
    assert ("public_safety", None) not in findings


def test_a_profile_that_is_not_known(state):
    run = kiosk("notice", "check", "--state", state, "--profile", "MARS")
    assert run.returncode == 2 and "'CN', 'EU', 'UK', 'US-IL', 'US-TX', 'US-NYC', 'US-CA'" in run.stderr


def test_the_profiles_of_the_command_are_those_of_the_law():
    from kiosk import cli
    from kiosk.consent.law import Profile

    assert tuple(Profile) == cli.PROFILES


@pytest.mark.parametrize("command", ["check", "show"])
def test_a_store_that_cannot_be_used(state, command):
    (state / "store.toml").write_text(TEMPLATE.replace('purposes = ["dwell"]', 'purposes = ["emotion"]'), encoding="utf-8")
    run = kiosk("notice", command, "--state", state)
    assert run.returncode == 2 and "Traceback" not in run.stderr
    assert "[notice] purposes.0 is wrong" in run.stderr and "emotion" in run.stderr
    run = kiosk("notice", command, "--config", state / "none.toml")
    assert run.returncode == 2 and "does not exist" in run.stderr


def test_what_visitors_read(state):
    run = kiosk("notice", "show", "--state", state)
    assert run.returncode == 0
    assert re.match(r"Notice 1, hash [0-9a-f]{64}\nsubstance [0-9a-f]{64}\n", run.stdout)
    assert all(f"({tag}), not reviewed" in run.stdout for tag in LANGUAGES)
    one = kiosk("notice", "show", "--state", state, "--lang", "zh-Hans").stdout
    assert one.splitlines()[:2] == run.stdout.splitlines()[:2]
    assert "可以让我们的摄像头看您的脸吗" in one and "May our cameras" not in one
    for text in ("Harbour Motors Ltd", "privacy@harbour-motors.example", "12 Quay Street, Rivertown", "随时可以改变主意"):
        assert text in one
    run = kiosk("notice", "show", "--state", state, "--lang", "tlh")
    assert run.returncode == 2 and "--lang tlh" in run.stderr and "en, en-simple, zh-Hans" in run.stderr


def test_the_notice_is_checked_without_qt_or_opencv(state):
    code = "import sys; from kiosk.cli import main\ntry: main()\nexcept SystemExit: pass\nprint(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", code, "notice", "check", "--state", state],
        capture_output=True,
        text=True,
        timeout=30,
        check=True,
    )
    assert not {"PySide6", "cv2"} & set(run.stdout.splitlines()[-1].split())
