"""The page behind a receipt's QR code: one static file that verifies receipts in the visitor's browser and asks nobody.

The receipt is in the URL's fragment, which browsers keep to themselves. The shop's public keys, its notice and all words are
in the file; its policy forbids every other script, style and request.
"""

import base64
import hashlib
import html
import json
import tomllib
from collections.abc import Collection, Mapping
from pathlib import Path
from string import Template
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from kiosk import resources
from kiosk.consent.decision import canonical
from kiosk.consent.notice import RIGHT_TO_LEFT, Notice
from kiosk.consent.receipt import ANSWERS, LANGUAGES, PURPOSES, key_id
from kiosk.files import write_durably

SCRIPTS = ("receipt.js", "code.js", "page.js")


class PageError(RuntimeError):
    """The page cannot be made; the message names the file, the reason and the next step."""


def build(notice: Notice, keys: Collection[Ed25519PublicKey], names: Mapping[str, str]) -> str:
    """The page, as HTML. Raises PageError.

    keys: the shop's key and those that it used before; names: each of the notice's languages in itself, by BCP 47 tag.
    """
    if not keys:
        raise PageError(
            "A receipt page without a public key could call nothing genuine. Give it the shop's with --key or --state."
        )
    words = _words(tuple(notice.words))
    shop = {
        "store": notice.facts["store"],
        "contact": notice.facts["contact"],
        "keys": [{"id": key_id(key).hex(), "key": key.public_bytes(Encoding.Raw, PublicFormat.Raw).hex()} for key in keys],
        "answers": ANSWERS,
        "purposes": PURPOSES,
        "tags": LANGUAGES,
        "rtl": RIGHT_TO_LEFT,
        "names": {tag: names[tag] for tag in notice.words},
        "words": words,
        "notice": canonical(notice.content()).decode(),
    }
    style = _read("page.css")
    script = '"use strict";\n' + "\n".join(_read(name) for name in SCRIPTS)
    first = next(iter(words))
    return Template(_read("page.html")).substitute(
        language=first,
        direction="rtl" if first in RIGHT_TO_LEFT else "ltr",
        title=html.escape(str(notice.facts["store"])),
        store=html.escape(str(notice.facts["store"])),
        policy=_policy(script, style),
        noscript="\n".join(_paragraph(tag, each["noscript"]) for tag, each in words.items()),
        # "<" would let a "</script>" in a fact end the element.
        shop=json.dumps(shop, ensure_ascii=False).replace("<", "\\u003c"),
        style=style,
        script=script,
    )


def write(folder: Path, page: str) -> Path:
    """Put the page into a folder as index.html; its path. Raises PageError."""
    path = folder / "index.html"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_durably(path, page.encode(), 0o644)
    except OSError as error:
        raise PageError(f"{path} cannot be written: {error.strerror}. Choose another folder with --out.") from error
    return path


def _policy(script: str, style: str) -> str:
    """What the browser may load and run: this script and this style, by their hashes; nothing else from anywhere."""
    one, other = (base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in (script, style))
    return (
        f"default-src 'none'; script-src 'sha256-{one}'; style-src 'sha256-{other}'; img-src data:; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )


def _paragraph(tag: str, text: str) -> str:
    return f'<p lang="{tag}" dir="{"rtl" if tag in RIGHT_TO_LEFT else "ltr"}">{html.escape(text)}</p>'


def _words(tags: tuple[str, ...]) -> dict[str, Any]:
    """The page's own words by language, each complete."""
    wanted = _shape(_language("en"))
    words = {}
    for tag in tags:
        words[tag] = _language(tag)
        differing = sorted(_shape(words[tag]) ^ wanted)
        if differing:
            path = resources.RECEIPT_PAGE / "words" / f"{tag}.toml"
            raise PageError(f"{path} and en.toml do not hold the same words: '{differing[0]}' is in one of them only.")
    return words


def _language(tag: str) -> dict[str, Any]:
    try:
        words = tomllib.loads(_read(f"words/{tag}.toml"))
    except tomllib.TOMLDecodeError as error:
        raise PageError(f"{resources.RECEIPT_PAGE / 'words' / tag}.toml is not TOML: {error}.") from error
    return {name: value for name, value in words.items() if name != "reviewed"}


def _shape(words: Mapping[str, Any], above: str = "") -> set[str]:
    """The names of all words: {"when", "said.yes", ...}."""
    return {
        name
        for key, value in words.items()
        for name in (_shape(value, f"{above}{key}.") if isinstance(value, dict) else {f"{above}{key}"})
    }


def _read(name: str) -> str:
    path = resources.RECEIPT_PAGE / name
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise PageError(
            f"{path} cannot be read: {error.strerror}. Install the kiosk anew, or take its language out."
        ) from error
