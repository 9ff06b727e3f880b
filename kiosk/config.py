"""store.toml -> frozen settings, checked at start. Every error names the field, what is wrong with it and an example."""

import json
import re
import tomllib
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    ValidationError,
    ValidationInfo,
    field_validator,
)

from kiosk import __version__
from kiosk.consent.decision import Purpose
from kiosk.consent.law import LAWS, Assessment, Premises, Profile
from kiosk.consent.notice import LANGUAGES, Fact
from kiosk.consent.visit import SECOND, Rules

EXAMPLES = {
    "store.name": 'name = "Harbour Motors"',
    "store.controller": 'controller = "Harbour Motors Ltd"',
    "store.address": 'address = "12 Quay Street, Rivertown"',
    "store.contact": 'contact = "privacy@harbour-motors.example"',
    "store.authority": 'authority = "the data protection authority"',
    "store.policy_url": 'policy_url = "https://harbour-motors.example/privacy"',
    "store.other_way": 'other_way = "the door on Mill Lane"',
    "store.processor": 'processor = "Northlight Analytics Ltd"',
    "store.recipients": 'recipients = ["Harbour Group Ltd"]',
    "store.recipient_countries": 'recipient_countries = ["Germany"]',
    "store.representative": 'representative = "Quay Legal, 3 Dock Road, Rivertown"',
    "store.data_protection_officer": 'data_protection_officer = "dpo@harbour-motors.example"',
    "cameras.vendor": 'vendor = "Lumen Vision"',
    "cameras.spot": "spot = [[0.3, 0.7], [0.7, 0.7], [0.7, 1.0], [0.3, 1.0]]",
    "cameras.reach": "reach = [[0.2, 0.6], [0.8, 0.6], [0.8, 1.0], [0.2, 1.0]]",
    "cameras.source": 'source = "/dev/video0"',
    "cameras.face_model": 'face_model = "/etc/consent-kiosk/face_detection_yunet.onnx"',
    "notice.purposes": 'purposes = ["dwell"]',
    "notice.totals_months": "totals_months = 12",
    "notice.evidence_months": "evidence_months = 36",
    "law.profile": 'profile = "CN"',
    "law.age_limit": "age_limit = 14",
    "law.allow_unreviewed": "allow_unreviewed = false",
    "law.impact_assessment": (
        'impact_assessment = { id = "EXAMPLE-1", made = 2026-10-01, owner = "Head of shop operations", expires = 2027-09-30 }'
    ),
    "law.sign_posted": "sign_posted = 2001-01-01",
    "law.legal_sign_off": 'legal_sign_off = "Quay Legal, letter of 2026-10-05"',
    "law.demonstration": "demonstration = false",
    "screen.languages": 'languages = ["en", "zh-Hans", "ar"]',
    "screen.idle_seconds": "idle_seconds = 60",
    "screen.warning_seconds": "warning_seconds = 30",
    "screen.undo_seconds": "undo_seconds = 10",
    "screen.visit_minutes": "visit_minutes = 30",
    "screen.party": "party = 4",
    "screen.language_seconds": "language_seconds = 8",
    "screen.motion": "motion = true",
    "panel.diagonal_inches": "diagonal_inches = 21.5",
    "panel.viewing_mm": "viewing_mm = 600",
    "panel.bottom_mm": "bottom_mm = 800",
    "panel.reach_mm": "reach_mm = 1120",
    "brand.logo": 'logo = "/etc/consent-kiosk/logo.png"',
    "brand.accent": 'accent = "#0d5560"',
    "speech.enabled": "enabled = true",
    "speech.headset": "headset = false",
    "speech.rate": "rate = 0.0",
    "receipt.url": 'url = "https://harbour-motors.example/r"',
    "kiosk.name": 'name = "front-door"',
    "gates.users": 'users = ["consent-camera"]',
    "gates.groups": 'groups = ["consent-gate"]',
    "gates.lease_ms": "lease_ms = 1000",
    "gates.renew_ms": "renew_ms = 250",
    "gates.margin_ms": "margin_ms = 50",
    "monitoring.prometheus": 'prometheus = "/var/lib/prometheus/node-exporter/consent-kiosk.prom"',
}

TEMPLATE = """\
# What this shop's consent kiosk says and does. `kiosk run` reads it at start and names any field that is wrong.

[store]
name = "Harbour Motors"                          # on the screen
controller = "Harbour Motors Ltd"                # who answers for the cameras: the legal name
address = "12 Quay Street, Rivertown"
contact = "privacy@harbour-motors.example"       # e-mail or telephone for questions and complaints
authority = "the data protection authority"      # where a visitor may complain
# policy_url = "https://harbour-motors.example/privacy"           # the rules, to read and to keep
# other_way = "the door on Mill Lane"            # a way in that these cameras do not see
# processor = "Northlight Analytics Ltd"         # who works with the totals for you
recipients = []                                  # who else receives anything; then recipient_countries = ["Germany"] too
# representative = "Quay Legal, 3 Dock Road, Rivertown"
# data_protection_officer = "dpo@harbour-motors.example"          # "" where the law asks for none

[cameras]
vendor = "Lumen Vision"                          # who supplies the cameras and their software
source = "0"                                     # video file, rtsp:// address, or device number
# The floor area in front of the kiosk, as corners in parts of the picture's width and height:
spot = [[0.35, 0.75], [0.65, 0.75], [0.65, 1.0], [0.35, 1.0]]
# From where a hand can reach the screen, if that is more: nobody else may stand there while a visitor says yes.
# reach = [[0.25, 0.7], [0.75, 0.7], [0.75, 1.0], [0.25, 1.0]]
# face_model = "/etc/consent-kiosk/face_detection_yunet.onnx"   # YuNet; without it, OpenCV's own Haar detector

[notice]
purposes = ["dwell"]                             # what the camera software takes: also "age_group", "gender"
totals_months = 12                               # how long totals are kept
evidence_months = 36                             # how long answers are kept as proof

[law]                                            # kiosk notice check says what is missing
profile = "CN"                                   # whose law: CN (the strictest), EU, UK, US-IL, US-TX, US-NYC, US-CA
# age_limit = 14                                 # who is younger is not asked; left out: as the law has it
allow_unreviewed = false                         # true: ask also with words that nobody who speaks the language has reviewed
demonstration = false                            # true: this is no shop, the examples here may stand for its facts
# impact_assessment = { id = "EXAMPLE-1", made = 2026-10-01, owner = "Head of shop operations", expires = 2027-09-30 }
# sign_posted = 2001-01-01                       # the day on which the sign went up at every entrance
# legal_sign_off = "Quay Legal, letter of 2026-10-05"             # that cameras for this need not serve public safety

[screen]
# The first one leads while nobody is there. Take out those that nobody here speaks:
languages = ["en"]
idle_seconds = 60                                # without a touch, then "are you still there?"
warning_seconds = 30                             # for that question, at least 20
undo_seconds = 10
visit_minutes = 30                               # the longest that a yes can last
party = 4                                        # how many people may answer together, each for themselves
language_seconds = 8                             # each language's turn while nobody is there; 0: the first one always
motion = true                                    # false: pages change at once

[panel]
# diagonal_inches = 21.5                         # left out: what the panel says of itself
viewing_mm = 600                                 # from the eye to the glass: the smallest text is made for it
bottom_mm = 800                                  # from the floor to the lower edge of the picture
reach_mm = 1120                                  # from the floor: in the low layout no control is higher

[brand]
# logo = "/etc/consent-kiosk/logo.png"           # in place of the name, one high and at most six wide, up to 2 MB
accent = "#0d5560"                               # the one colour; dark, for it stands on light paper and light text on it

[speech]                                         # the screen read aloud, for who cannot see it
enabled = true
headset = false                                  # true: only a headset is connected, nobody else hears what was answered
rate = 0.0                                       # from -1.0, slow, to 1.0, fast

[receipt]
url = "https://harbour-motors.example/r"         # the page that a receipt's code opens; it is printed as HTTPS://…/R

[kiosk]
name = "front-door"

[gates]                                          # the socket that camera software connects to
# users = ["consent-camera"]                     # who may; left out: the kiosk's own user and group
# groups = ["consent-gate"]
lease_ms = 1000                                  # after so long without a word from the kiosk every camera is off,
margin_ms = 50                                   # sooner by this much, by its own clock,
renew_ms = 250                                   # and it asks this often

[monitoring]                                     # for node_exporter: counts of whole days, never of fewer than five visits
# prometheus = "/var/lib/prometheus/node-exporter/consent-kiosk.prom"
""".replace('languages = ["en"]', f"languages = {json.dumps(list(LANGUAGES))}")


DEMONSTRATION = (
    re.sub(
        r"^# (?=(?:policy_url|other_way|impact_assessment|sign_posted|legal_sign_off|diagonal_inches) =)",
        "",
        TEMPLATE,
        flags=re.MULTILINE,
    )
    .replace("allow_unreviewed = false", "allow_unreviewed = true ")
    .replace("demonstration = false", "demonstration = true ")
    .replace("expires = 2027-09-30", "expires = 2999-12-31")
)
"""The store.toml of a shop that does not exist and has done all that the law asks for, but for the review of the words."""


SHOPS_OWN = (
    *("store.name", "store.controller", "store.address", "store.contact", "store.policy_url", "store.other_way"),
    *("store.processor", "store.recipients", "store.representative", "store.data_protection_officer"),
    *("cameras.vendor", "receipt.url", "law.impact_assessment", "law.sign_posted", "law.legal_sign_off"),
)
"""Fields in which a shop that still says what the example says would tell its visitors, or the law, an untruth."""
NOBODYS = re.compile(r"(?:[@./-]example|(?<![\w-])example\.(?:com|net|org))(?![\w.-])", re.IGNORECASE)
"""An address under a name that is kept for examples (RFC 2606)."""

ADDRESS = re.compile(r"https?://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*(:[0-9]+)?(/[A-Za-z0-9./-]*)?")
"""Nothing else has a place in the upper-case address of a QR code."""
PAGE = re.compile(r"https://[^\s/?#]+\.[^\s/?#.]+([/?#]\S*)?")


class ConfigError(ValueError):
    """store.toml cannot be used: one line per field, each with what is wrong and an example."""


def _address(url: str) -> str:
    if not ADDRESS.fullmatch(url):
        raise ValueError("must be http:// or https://, a host and a path of letters, digits, dots, dashes and slashes")
    return url


def _page(url: str) -> str:
    if not PAGE.fullmatch(url):
        raise ValueError("must be https://, a host and a path, without spaces")
    return url


def _some(values: tuple[Any, ...]) -> tuple[Any, ...]:
    if not values:
        raise ValueError("names nothing")
    return values


def _distinct(values: tuple[Any, ...]) -> tuple[Any, ...]:
    if len(set(values)) != len(values):
        raise ValueError("names something twice")
    return values


def _asked(value: Any) -> Any:
    if value == Purpose.VISITOR_COUNT:
        raise ValueError("is never asked: everyone is counted, without faces")
    if value not in tuple(Purpose):
        raise ValueError(
            "must be 'dwell', 'age_group' or 'gender'; no face is analysed here for emotion, origin, health or identity"
        )
    return value


def _polygon(corners: tuple[tuple[float, float], ...] | None) -> tuple[tuple[float, float], ...] | None:
    if corners is None:
        return None
    if len(corners) < 3:
        raise ValueError("needs at least three corners")
    area = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(corners, (*corners[1:], corners[0]), strict=True)) / 2
    if abs(area) < 0.001:
        raise ValueError("encloses no floor")
    return corners


def _printable(text: str) -> str:
    if any(unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp") for character in text):
        raise ValueError("has a line break or an invisible character in it")
    return text


@dataclass(frozen=True)
class _Text:
    """One line of 1 to `most` characters."""

    most: int

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> Any:
        line = Annotated[source, Field(min_length=1, max_length=self.most), AfterValidator(_printable)]
        return handler.generate_schema(line)


Part = Annotated[float, Field(ge=0, le=1)]


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Store(_Table):
    name: Annotated[str, _Text(28)]
    controller: Annotated[str, _Text(60)]
    address: Annotated[str, _Text(100)]
    contact: Annotated[str, _Text(80)]
    authority: Annotated[str, _Text(80)]
    policy_url: Annotated[str, Field(max_length=100), AfterValidator(_page)] | None = None
    other_way: Annotated[str, _Text(80)] | None = None
    processor: Annotated[str, _Text(60)] | None = None
    recipients: Annotated[tuple[Annotated[str, _Text(60)], ...], AfterValidator(_distinct)] = ()
    recipient_countries: Annotated[tuple[Annotated[str, _Text(40)], ...], AfterValidator(_distinct)] = ()
    representative: Annotated[str, _Text(100)] | None = None
    data_protection_officer: Annotated[str, _Text(80)] | Literal[""] | None = None

    @field_validator("recipient_countries")
    @classmethod
    def _of_recipients(cls, countries: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        if countries and info.data.get("recipients") == ():
            raise ValueError("is for recipients, and there are none")
        return countries


class Cameras(_Table):
    vendor: Annotated[str, _Text(40)]
    source: str = "0"
    spot: Annotated[tuple[tuple[Part, Part], ...], AfterValidator(_polygon)]
    reach: Annotated[tuple[tuple[Part, Part], ...] | None, AfterValidator(_polygon)] = None
    face_model: Path | None = None


class NoticeFacts(_Table):
    purposes: Annotated[
        tuple[Annotated[Literal["dwell", "age_group", "gender"], BeforeValidator(_asked)], ...],
        AfterValidator(_some),
        AfterValidator(_distinct),
    ] = ("dwell",)
    totals_months: Annotated[int, Field(ge=1, le=36)] = 12
    evidence_months: Annotated[int, Field(ge=1, le=120)] = 36


Day = Annotated[date, Field(strict=True)]


class ImpactAssessment(_Table):
    id: Annotated[str, _Text(60)]
    made: Day
    owner: Annotated[str, _Text(80)]
    expires: Day

    @field_validator("expires")
    @classmethod
    def _afterwards(cls, expires: date, info: ValidationInfo) -> date:
        made = info.data.get("made")
        if made and expires <= made:
            raise ValueError(f"must be after {made}, when it was made")
        return expires


class LawFacts(_Table):
    profile: Literal[tuple(map(str, Profile))] = str(Profile.CN)  # type: ignore[valid-type]
    age_limit: Annotated[int, Field(ge=13, le=21)] | None = None
    allow_unreviewed: Annotated[bool, Field(strict=True)] = False
    demonstration: Annotated[bool, Field(strict=True)] = False
    impact_assessment: ImpactAssessment | None = None
    sign_posted: Day | None = None
    legal_sign_off: Annotated[str, _Text(100)] | None = None


class Screen(_Table):
    languages: Annotated[
        tuple[Literal[tuple(LANGUAGES)], ...],  # type: ignore[valid-type]
        AfterValidator(_some),
        AfterValidator(_distinct),
    ] = tuple(LANGUAGES)
    idle_seconds: Annotated[int, Field(ge=20, le=600)] = 60
    warning_seconds: Annotated[int, Field(ge=20, le=120)] = 30
    undo_seconds: Annotated[int, Field(ge=5, le=60)] = 10
    visit_minutes: Annotated[int, Field(ge=1, le=120)] = 30
    party: Annotated[int, Field(ge=1, le=6)] = 4
    language_seconds: Annotated[int, Field(ge=0, le=60)] = 8
    motion: Annotated[bool, Field(strict=True)] = True


class Panel(_Table):
    diagonal_inches: Annotated[float, Field(ge=7, le=100)] | None = None
    viewing_mm: Annotated[int, Field(ge=300, le=1_500)] = 600
    bottom_mm: Annotated[int, Field(ge=200, le=1_200)] = 800
    reach_mm: Annotated[int, Field(ge=800, le=1_220)] = 1_120  # EN 301 549, 8.3.3: at most 1220

    @field_validator("reach_mm")
    @classmethod
    def _above_the_edge(cls, reach_mm: int, info: ValidationInfo) -> int:
        if (bottom_mm := info.data.get("bottom_mm", 0)) + LEAST_REACH_MM > reach_mm:
            raise ValueError(
                f"must be at least {LEAST_REACH_MM} above the panel's lower edge at {bottom_mm}, or the controls have no room: "
                "hang the panel lower"
            )
        return reach_mm


LEAST_REACH_MM = 250


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast ratio of two colours "#rrggbb", 1 to 21."""

    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


PAPER = "#f4f0e6"
LEAST_CONTRAST = 7.0  # WCAG 2, 1.4.6


def _dark(colour: str) -> str:
    if (ratio := contrast(colour, PAPER)) < LEAST_CONTRAST:
        raise ValueError(
            f"has a contrast of {ratio:.1f} to 1 with the paper {PAPER}, and {LEAST_CONTRAST:.0f} to 1 is needed: take a darker"
        )
    return colour


class Brand(_Table):
    logo: Path | None = None
    accent: Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$"), AfterValidator(_dark)] = "#0d5560"


class Speech(_Table):
    enabled: Annotated[bool, Field(strict=True)] = True
    headset: Annotated[bool, Field(strict=True)] = False
    rate: Annotated[float, Field(ge=-1, le=1)] = 0


class ReceiptAddress(_Table):
    url: Annotated[str, Field(max_length=44), AfterValidator(_address)]


class KioskName(_Table):
    name: Annotated[str, Field(pattern=r"^[a-z0-9-]{1,32}$")] = "front-door"


Name = Annotated[str, Field(pattern=r"^[a-z_][a-z0-9_.-]{0,31}$")] | Annotated[int, Field(ge=0)]


class Gates(_Table):
    users: tuple[Name, ...] = ()
    groups: tuple[Name, ...] = ()
    lease_ms: Annotated[int, Field(ge=200, le=10_000)] = 1_000
    margin_ms: Annotated[int, Field(ge=10, le=1_000)] = 50
    renew_ms: Annotated[int, Field(ge=20, le=5_000)] = 250

    @field_validator("renew_ms")
    @classmethod
    def _in_time(cls, renew_ms: int, info: ValidationInfo) -> int:
        lease_ms, margin_ms = info.data.get("lease_ms", 0), info.data.get("margin_ms", 0)
        if lease_ms and margin_ms and renew_ms * 2 > lease_ms - margin_ms:
            raise ValueError(f"must be at most half of the {lease_ms - margin_ms} ms that a lease holds")
        return renew_ms


def _collected(path: Path | None) -> Path | None:
    if path and not (path.is_absolute() and path.suffix == ".prom"):
        raise ValueError("must be a whole path, from / on, that ends in .prom")
    return path


class Monitoring(_Table):
    prometheus: Annotated[Path | None, AfterValidator(_collected)] = None


class Settings(_Table):
    store: Store
    cameras: Cameras
    notice: NoticeFacts = NoticeFacts()
    law: LawFacts = LawFacts()
    screen: Screen = Screen()
    panel: Panel = Panel()
    brand: Brand = Brand()
    speech: Speech = Speech()
    receipt: ReceiptAddress
    kiosk: KioskName = KioskName()
    gates: Gates = Gates()
    monitoring: Monitoring = Monitoring()

    def rules(self) -> Rules:
        return Rules(
            languages=self.screen.languages,
            purposes=tuple(Purpose(purpose) for purpose in self.notice.purposes),
            idle=self.screen.idle_seconds * SECOND,
            warning=self.screen.warning_seconds * SECOND,
            undo=self.screen.undo_seconds * SECOND,
            visit=self.screen.visit_minutes * 60 * SECOND,
            party=self.screen.party,
        )

    def facts(self) -> dict[str, Fact]:
        """What the notice's placeholders stand for; "" and () for what the shop states nothing about."""
        return {
            "store": self.store.name,
            "controller": self.store.controller,
            "address": self.store.address,
            "contact": self.store.contact,
            "authority": self.store.authority,
            "vendor": self.cameras.vendor,
            "totals_months": self.notice.totals_months,
            "evidence_months": self.notice.evidence_months,
            "visit_minutes": self.screen.visit_minutes,
            "age_limit": self.law.age_limit or LAWS[Profile(self.law.profile)].age_limit,
            "policy_url": self.store.policy_url or "",
            "other_way": self.store.other_way or "",
            "processor": self.store.processor or "",
            "recipients": self.store.recipients,
            "recipient_countries": self.store.recipient_countries,
            "representative": self.store.representative or "",
            "data_protection_officer": self.store.data_protection_officer or "",
        }

    def kept_until(self, moment: datetime) -> datetime:
        """When the proof of an answer given now may go."""
        return _months_away(moment, self.notice.evidence_months)

    def kept_since(self, moment: datetime) -> datetime:
        """Answers given before may go now."""
        return _months_away(moment, -self.notice.evidence_months)

    def premises(self, today: date) -> Premises:
        """What the law is told of this shop, beside the notice."""
        assessment = self.law.impact_assessment
        return Premises(
            profile=Profile(self.law.profile),
            today=today,
            assessment=Assessment(assessment.id, assessment.made, assessment.owner, assessment.expires) if assessment else None,
            sign_posted=self.law.sign_posted,
            legal_sign_off=self.law.legal_sign_off or "",
            allow_unreviewed=self.law.allow_unreviewed,
            officer_considered=self.store.data_protection_officer is not None,
            examples=self._examples(),
            demonstration=self.law.demonstration,
        )

    def _examples(self) -> tuple[str, ...]:
        """The fields that still say what the example says, as in "[store] contact"."""
        found = []
        for field in SHOPS_OWN:
            table, name = field.split(".")
            said, example = getattr(getattr(self, table), name), tomllib.loads(EXAMPLES[field])[name]
            if name == "impact_assessment":
                said, example = said and said.id, example["id"]
            elif name == "recipients":
                example = tuple(example)
            if said == example or (isinstance(said, str) and NOBODYS.search(said)):
                found.append(f"[{table}] {name}")
        return tuple(found)

    def under(self, profile: Profile) -> "Settings":
        """The same shop under another law."""
        return self.model_copy(update={"law": self.law.model_copy(update={"profile": profile})})


def _months_away(moment: datetime, months: int) -> datetime:
    """The same day so many months later, or earlier if negative; the 28th for days that not every month has."""
    years, month = divmod(moment.month - 1 + months, 12)
    return moment.replace(year=moment.year + years, month=month + 1, day=min(moment.day, 28))


def load(path: Path) -> Settings:
    """Read and check a store.toml. Raises ConfigError."""
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ConfigError(f"{path} does not exist. Write one to start from: kiosk init --config {path}") from error
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path} cannot be read: {error}") from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(
            f'{path} is not TOML: {error}. Texts stand in quotation marks, as in name = "Harbour Motors".'
        ) from error
    try:
        return Settings.model_validate(values)
    except ValidationError as error:
        raise ConfigError("\n".join(_explain(path, each) for each in error.errors(include_url=False))) from error


def _explain(path: Path, error: Any) -> str:
    """`store.toml: [store] contact is missing. Example: contact = "..."`"""
    table, *rest = (str(part) for part in error["loc"])
    field = ".".join((table, *rest[:1]))
    name = f"[{table}] {'.'.join(rest)}".strip()
    reason = error["msg"].removeprefix("Value error, ")
    problem = {
        "missing": "is missing",
        "extra_forbidden": f"is not a setting that this version, {__version__}, knows",
    }.get(error["type"], f"is wrong: {reason[:1].lower()}{reason[1:]}")
    if error["type"] not in ("missing", "extra_forbidden"):
        problem += f", not {error['input']!r:.60}"
    example = EXAMPLES.get(field)
    return f"{path}: {name} {problem}." + (f" Example: {example}" if example else "")
