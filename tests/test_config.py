import re
import tomllib
from datetime import date

import pytest
from pydantic import ValidationError

from kiosk import __version__
from kiosk.config import DEMONSTRATION, EXAMPLES, LANGUAGES, SHOPS_OWN, TEMPLATE, ConfigError, Settings, load
from kiosk.consent.decision import Purpose
from kiosk.consent.law import Assessment, Premises, Profile
from kiosk.consent.visit import SECOND

REQUIRED = {
    "store": ("name", "controller", "address", "contact", "authority"),
    "cameras": ("vendor", "spot"),
    "receipt": ("url",),
}


@pytest.fixture
def store_toml(tmp_path):
    """Write a store.toml: the template, with each line put in the place of the first that sets the same field."""

    def write(*changes, text=TEMPLATE):
        for change in changes:
            (name,) = tomllib.loads(change)
            lines = text.splitlines()
            lines[next(n for n, line in enumerate(lines) if line.startswith(f"{name} ="))] = change
            text = "\n".join(lines)
        path = tmp_path / "store.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_the_template_is_complete_and_shows_what_is_the_default(store_toml):
    settings = load(store_toml())
    least = {table: {name: getattr(getattr(settings, table), name) for name in names} for table, names in REQUIRED.items()}
    assert Settings.model_validate(least) == settings


def test_what_the_kiosk_makes_of_it(store_toml):
    settings = load(store_toml("idle_seconds = 20", 'languages = ["ar", "en"]'))
    rules = settings.rules()
    assert rules.languages == ("ar", "en")
    assert rules.purposes == (Purpose.DWELL,)
    assert (rules.idle, rules.warning, rules.undo) == (20 * SECOND, 30 * SECOND, 10 * SECOND)
    assert rules.visit == 30 * 60 * SECOND
    assert settings.facts() == {
        "store": "Harbour Motors",
        "controller": "Harbour Motors Ltd",
        "address": "12 Quay Street, Rivertown",
        "contact": "privacy@harbour-motors.example",
        "authority": "the data protection authority",
        "vendor": "Lumen Vision",
        "totals_months": 12,
        "evidence_months": 36,
        "visit_minutes": 30,
        "age_limit": 14,
        "policy_url": "",
        "other_way": "",
        "processor": "",
        "recipients": (),
        "recipient_countries": (),
        "representative": "",
        "data_protection_officer": "",
    }


def test_what_the_law_is_told_of_a_shop(store_toml):
    today = date(2026, 11, 21)
    of_the_store = ("[store] name", "[store] controller", "[store] address", "[store] contact")
    rest = ("[cameras] vendor", "[receipt] url")
    assert load(store_toml()).premises(today) == Premises(Profile.CN, today, examples=(*of_the_store, *rest))
    assert load(store_toml(text=DEMONSTRATION)).premises(today) == Premises(
        Profile.CN,
        today,
        assessment=Assessment("EXAMPLE-1", date(2026, 10, 1), "Head of shop operations", date(2999, 12, 31)),
        sign_posted=date(2001, 1, 1),
        legal_sign_off="Quay Legal, letter of 2026-10-05",
        allow_unreviewed=True,
        examples=(
            *of_the_store,
            "[store] policy_url",
            "[store] other_way",
            *rest,
            "[law] impact_assessment",
            "[law] sign_posted",
            "[law] legal_sign_off",
        ),
        demonstration=True,
    )


OWN = {
    "name": "Rivers",
    "controller": "Rivers GmbH",
    "address": "1 Bank, Town",
    "contact": "privacy@rivers.shop",
    "vendor": "Eyes AG",
    "url": "https://rivers.shop/r",
}


def own(**changes):
    return [f'{name} = "{value}"' for name, value in (OWN | changes).items()]


def examples_of(settings):
    return settings.premises(date(2026, 11, 21)).examples


def test_whoever_only_takes_the_marks_away_is_told_each_example(store_toml):
    text = re.sub(r"^# (?=\w+ = )", "", TEMPLATE, flags=re.MULTILINE)
    settings = load(store_toml(text=text))
    assert set(examples_of(settings)) == {"[{}] {}".format(*field.split(".")) for field in SHOPS_OWN} - {"[store] recipients"}
    assert not settings.law.demonstration


@pytest.mark.parametrize("field", SHOPS_OWN)
def test_one_example_that_is_left(store_toml, field):
    table, name = field.split(".")
    settings = load(store_toml(*own()))
    assert examples_of(settings) == ()
    values = settings.model_dump()
    values[table] |= tomllib.loads(EXAMPLES[field])
    assert examples_of(Settings.model_validate(values)) == (f"[{table}] {name}",)


# An address -> nobody can have it: names kept for examples (RFC 2606).
ADDRESSES = {
    "privacy@rivers.example": True,
    "https://rivers.EXAMPLE/privacy": True,
    "https://www.example.com/privacy": True,
    "me@example.org": True,
    "privacy@example-motors.com": False,
    "privacy@my-example.com": False,
    "https://rivers.shop/example.html": False,
    "https://rivers.example.shop/": False,
    "+86 10 5555 0100": False,
}


@pytest.mark.parametrize("address", ADDRESSES)
def test_addresses_that_nobody_has(store_toml, address):
    assert examples_of(load(store_toml(*own(contact=address)))) == (("[store] contact",) if ADDRESSES[address] else ())


def test_countries_are_of_recipients(store_toml):
    text = TEMPLATE.replace("recipients = []", 'recipients = ["A Ltd"]\nrecipient_countries = ["Norway"]')
    assert load(store_toml(text=text)).facts()["recipient_countries"] == ("Norway",)
    with pytest.raises(ConfigError, match=r"\[store\] recipient_countries is wrong: is for recipients, and there are none"):
        load(store_toml(text=text.replace('["A Ltd"]', "[]")))


@pytest.mark.parametrize(("line", "considered"), [("", False), ('data_protection_officer = ""', True), (None, True)])
def test_no_officer_is_a_statement(store_toml, line, considered):
    line = EXAMPLES["store.data_protection_officer"] if line is None else line
    settings = load(store_toml(text=TEMPLATE.replace("recipients = []", f"recipients = []\n{line}")))
    assert settings.premises(date(2026, 11, 21)).officer_considered == considered


@pytest.mark.parametrize(("profile", "age"), [("CN", 14), ("EU", 16), ("US-IL", 18)])
def test_the_age_limit_is_the_laws_unless_the_shop_says_another(store_toml, profile, age):
    settings = load(store_toml(f'profile = "{profile}"'))
    assert settings.facts()["age_limit"] == age
    assert load(store_toml()).under(Profile(profile)).facts() == settings.facts()
    older = load(store_toml(text=TEMPLATE.replace("# age_limit = 14", "age_limit = 20"))).under(Profile(profile))
    assert older.facts()["age_limit"] == 20


def test_the_purposes_are_asked_in_the_order_of_the_store(store_toml):
    settings = load(store_toml('purposes = ["gender", "dwell", "age_group"]'))
    assert settings.rules().purposes == (Purpose.GENDER, Purpose.DWELL, Purpose.AGE_GROUP)


@pytest.mark.parametrize("purpose", ["emotion", "race", "ethnicity", "health", "religion", "identity", "age", "Dwell", "", 1])
def test_what_no_face_is_analysed_for(store_toml, purpose):
    with pytest.raises(ConfigError) as caught:
        load(store_toml(f"purposes = [{purpose!r}]"))
    assert "[notice] purposes.0 is wrong: must be 'dwell', 'age_group' or 'gender'; no face is analysed here" in str(
        caught.value
    )
    with pytest.raises(ValueError):
        Purpose(purpose)


def test_settings_cannot_change(store_toml):
    settings = load(store_toml())
    with pytest.raises(ValidationError):
        settings.store.name = "Another"


# The line -> the beginning of what is said about it.
WRONG = {
    'name = ""': "[store] name is wrong: string should have at least 1 character, not ''. Example: name = \"Harbour Motors\"",
    'controller = "  "': "[store] controller is wrong: string should have at least 1 character",
    "address = 12": "[store] address is wrong: input should be a valid string, not 12. Example: address = ",
    f'contact = "{"x" * 201}"': "[store] contact is wrong: string should have at most 80 characters, not 'xxx",
    "spot = [[0.1, 0.1], [0.9, 0.9]]": "[cameras] spot is wrong: needs at least three corners",
    "spot = [[0.1, 0.1], [0.9, 0.9], [0.1, 1.1]]": "[cameras] spot.2.1 is wrong: input should be less than or equal to 1",
    "spot = [[0.1, 0.1], [0.9, nan], [0.1, 1.0]]": "[cameras] spot.1.1 is wrong: ",
    "spot = [[0.1, 0.1], [0.9], [0.1, 1.0]]": "[cameras] spot.1.1 is missing. Example: spot = [[",
    "source = 0": "[cameras] source is wrong: input should be a valid string, not 0. Example: source = ",
    "purposes = []": "[notice] purposes is wrong: names nothing, not []. Example: purposes",
    'purposes = ["visitor_count"]': "[notice] purposes.0 is wrong: is never asked: everyone is counted, without faces",
    'recipients = ["A Ltd", "A Ltd"]': "[store] recipients is wrong: names something twice",
    'recipients = [""]': "[store] recipients.0 is wrong: string should have at least 1 character",
    'recipients = "nobody"': "[store] recipients is wrong: input should be a valid tuple",
    'profile = "FR"': "[law] profile is wrong: input should be 'CN', 'EU', 'UK', 'US-IL'",
    'demonstration = "no"': "[law] demonstration is wrong: input should be a valid boolean, not 'no'",
    'allow_unreviewed = "yes"': "[law] allow_unreviewed is wrong: input should be a valid boolean, not 'yes'",
    'purposes = ["dwell", "dwell"]': "[notice] purposes is wrong: names something twice",
    "totals_months = 0": "[notice] totals_months is wrong: input should be greater than or equal to 1, not 0. Example: ",
    "evidence_months = 1000": "[notice] evidence_months is wrong: input should be less than or equal to 120",
    'languages = ["en", "tlh"]': "[screen] languages.1 is wrong: input should be 'en', 'en-simple', 'zh-Hans'",
    "languages = []": "[screen] languages is wrong: names nothing",
    "idle_seconds = 5": "[screen] idle_seconds is wrong: input should be greater than or equal to 20",
    "warning_seconds = 19": "[screen] warning_seconds is wrong: input should be greater than or equal to 20",
    "undo_seconds = 61": "[screen] undo_seconds is wrong: ",
    "visit_minutes = 0": "[screen] visit_minutes is wrong: ",
    "language_seconds = 61": "[screen] language_seconds is wrong: input should be less than or equal to 60",
    'motion = "no"': "[screen] motion is wrong: input should be a valid boolean, not 'no'",
    "viewing_mm = 200": "[panel] viewing_mm is wrong: input should be greater than or equal to 300",
    "reach_mm = 1300": "[panel] reach_mm is wrong: input should be less than or equal to 1220",
    "bottom_mm = 900": "[panel] reach_mm is wrong: must be at least 250 above the panel's lower edge at 900, or the controls",
    'accent = "teal"': "[brand] accent is wrong: string should match pattern",
    'accent = "#3fa7b5"': "[brand] accent is wrong: has a contrast of 2.5 to 1 with the paper #f4f0e6, and 7 to 1 is needed",
    'url = "ftp://shop.example/r"': "[receipt] url is wrong: must be http:// or https://",
    'url = "https://shop.example/r#x"': "[receipt] url is wrong: must be http:// or https://, a host and a path",
    'url = "https://shop.example/a b"': "[receipt] url is wrong: must be http:// or https://",
    'url = "https://schön.example/r"': "[receipt] url is wrong: must be http:// or https://",
    f'url = "https://{"x" * 40}/r"': "[receipt] url is wrong: string should have at most 44 characters",
}


# The field of which the template has only a comment, and what stands there -> what is said about it.
WRONG_IF_STATED = {
    ("store", 'policy_url = "http://harbour-motors.example"'): "policy_url is wrong: must be https://",
    ("store", 'policy_url = "https://a b.example"'): "policy_url is wrong: must be https://",
    ("store", 'policy_url = "https://localhost"'): "policy_url is wrong: must be https://",
    ("store", 'other_way = ""'): "other_way is wrong: string should have at least 1 character",
    ("store", f'processor = "{"x" * 61}"'): "processor is wrong: string should have at most 60 characters",
    ("store", 'representative = "a\\nb"'): "representative is wrong: has a line break",
    ("panel", "diagonal_inches = 5"): "diagonal_inches is wrong: input should be greater than or equal to 7, not 5",
    ("law", "age_limit = 12"): "age_limit is wrong: input should be greater than or equal to 13",
    ("law", "age_limit = 22"): "age_limit is wrong: input should be less than or equal to 21",
    ("law", 'sign_posted = "2026-11-20"'): "sign_posted is wrong: input should be a valid date, not '2026-11-20'",
    ("law", "sign_posted = 20261120"): "sign_posted is wrong: input should be a valid date",
    ("law", 'legal_sign_off = " "'): "legal_sign_off is wrong: string should have at least 1 character",
    ("law", 'impact_assessment = "done"'): "impact_assessment is wrong: input should be a valid dictionary",
    ("law", 'impact_assessment = { id = "PIA-1" }'): "impact_assessment.made is missing.",
    (
        "law",
        'impact_assessment = { id = "PIA-1", made = 2026-10-01, owner = "Somebody", expires = 2026-10-01 }',
    ): "impact_assessment.expires is wrong: must be after 2026-10-01, when it was made",
}


@pytest.mark.parametrize(("table", "line"), WRONG_IF_STATED)
def test_a_wrong_field_that_may_be_left_out(store_toml, table, line):
    path = store_toml(text=TEMPLATE.replace(f"[{table}]", f"[{table}]\n{line}\n#", 1))
    with pytest.raises(ConfigError) as caught:
        load(path)
    said = str(caught.value).splitlines()
    assert said[0].startswith(f"{path}: [{table}] {WRONG_IF_STATED[table, line]}")
    assert all("Example: " in each for each in said)


@pytest.mark.parametrize("url", ["https://shop.example", "https://shop.example/p?lang=zh#cams", "https://店.example/隐私"])
def test_addresses_of_rules(store_toml, url):
    text = TEMPLATE.replace("[store]", f'[store]\npolicy_url = "{url}"\n#', 1)
    assert load(store_toml(text=text)).facts()["policy_url"] == url


def test_each_comment_of_the_template_is_taken_when_it_is_one_no_more(store_toml):
    stated = [line.removeprefix("# ") for line in TEMPLATE.splitlines() if line.startswith("# ") and " = " in line]
    assert len(stated) == 16
    text = "\n".join(line.removeprefix("# ") if line.removeprefix("# ") in stated else line for line in TEMPLATE.splitlines())
    settings = load(store_toml(text=text))
    assert settings.store.other_way and settings.law.impact_assessment and settings.gates.users
    assert all(value is not None for table in (settings.store, settings.law) for _, value in table)


def test_the_demonstration_is_the_template_with_what_a_shop_adds(store_toml):
    settings = load(store_toml(text=DEMONSTRATION))
    assert settings.law.allow_unreviewed
    assert [name for name, value in settings.store if value is None] == [
        "processor",
        "representative",
        "data_protection_officer",
    ]
    plain = load(store_toml())
    assert settings.model_copy(update={"store": plain.store, "law": plain.law, "panel": plain.panel}) == plain
    assert settings.panel.diagonal_inches == 21.5


@pytest.mark.parametrize("change", WRONG)
def test_a_wrong_field_is_named(store_toml, change):
    path = store_toml(change)
    with pytest.raises(ConfigError) as caught:
        load(path)
    assert str(caught.value).startswith(f"{path}: {WRONG[change]}")
    assert "\n" not in str(caught.value)
    assert "Example: " in str(caught.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            TEMPLATE.replace("[kiosk]\nname", "[kiosk]\nnmae"),
            f"[kiosk] nmae is not a setting that this version, {__version__}, knows.",
        ),
        (TEMPLATE + "\n[lights]\non = true\n", f"[lights] is not a setting that this version, {__version__}, knows."),
        (TEMPLATE.replace("front-door", "Front Door"), "[kiosk] name is wrong: string should match pattern"),
    ],
)
def test_a_field_that_is_not_known(store_toml, text, said):
    with pytest.raises(ConfigError) as caught:
        load(store_toml(text=text))
    assert str(caught.value).partition(": ")[2].startswith(said)


def test_every_wrong_field_has_its_line(store_toml):
    with pytest.raises(ConfigError) as caught:
        load(store_toml(text='store = {}\ncameras = "none"\n'))
    assert [line.partition(": ")[2].partition(".")[0] for line in str(caught.value).splitlines()] == [
        *(f"[store] {name} is missing" for name in REQUIRED["store"]),
        "[cameras] is wrong: input should be a valid dictionary or instance of Cameras, not 'none'",
        "[receipt] is missing",
    ]


def test_what_is_no_toml(store_toml, tmp_path):
    with pytest.raises(ConfigError, match=r"is not TOML: .*line 2.*quotation marks"):
        load(store_toml(text="[store]\nname = Harbour Motors\n"))
    with pytest.raises(ConfigError, match=r"does not exist.*kiosk init"):
        load(tmp_path / "nowhere.toml")
    with pytest.raises(ConfigError, match="cannot be read"):
        load(tmp_path)
    (tmp_path / "latin.toml").write_bytes(b'name = "caf\xe9"')
    with pytest.raises(ConfigError, match="cannot be read"):
        load(tmp_path / "latin.toml")


def test_every_field_has_an_example_that_is_taken(store_toml):
    fields = {f"{table}.{name}" for table, kind in Settings.model_fields.items() for name in kind.annotation.model_fields}
    assert set(EXAMPLES) == fields
    settings = {table: dict(values) for table, values in load(store_toml()).model_dump().items()}
    for field, example in EXAMPLES.items():
        table, name = field.split(".")
        settings[table][name] = tomllib.loads(example)[name]
    Settings.model_validate(settings)


def test_every_language_has_a_name():
    assert Settings.model_fields["screen"].default.languages == tuple(LANGUAGES)
    assert all(LANGUAGES.values())
