"""The notice files: read, put together with the shop's facts, shown and checked as text."""

import json
import textwrap
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from kiosk import resources
from kiosk.config import EXAMPLES, Settings
from kiosk.consent.law import LAWS, Checked, Finding, Premises, Severity, State, examine, offers_yes, usable_languages
from kiosk.consent.notice import LANGUAGES, SENTENCES, Notice, NoticeError, Words, compose, typed

VERSION = "1"
WIDTH = 100
ADVICE = "This compares facts with a table. It is no legal advice: have a lawyer read the notice before you open."
MARKS = {
    Checked.READ: "its text was read",
    Checked.SECONDARY: "read about, not read",
    Checked.MEMORY: "from memory: check it",
    Checked.OWN: "no law: this kiosk's own rule",
}
SEVERITIES = {
    Severity.BLOCKS: "no yes without it",
    Severity.EVIDENCE: "no proof without it",
    Severity.GOOD: "good practice",
}


def load(settings: Settings) -> Notice:
    """The bundled notice in the store's languages, with the store's facts. Raises NoticeError."""
    return _compose(settings, {tag: _source(tag) for tag in settings.screen.languages}, _terms())


def load_whole(settings: Settings) -> tuple[Notice, tuple[str, ...]]:
    """The notice in those of the store's languages whose words are whole, and a sentence for each one that is left out.

    Its hash covers what is left: it stands for words that this kiosk can show. A language that drops out or comes back
    changes the wording only, and ends no permission. Raises NoticeError where no language is left.
    """
    terms, reasons = _terms(), []
    words: dict[str, Words] = {}
    for tag in settings.screen.languages:
        try:
            words |= _compose(settings, {tag: _source(tag)}, terms).words
        except NoticeError as error:
            reasons.append(str(error))
    if not words:
        raise NoticeError("\n".join(dict.fromkeys(reasons)))
    return replace(_compose(settings, {}, terms), words=words), tuple(reasons)


def _source(tag: str) -> dict[str, Any]:
    path = resources.NOTICES / VERSION / f"{tag}.toml"
    return _read(tag, path) | {"file": str(path)}


def _terms() -> dict[str, Any]:
    return _read("facts", resources.NOTICES / VERSION / "facts.toml")


def _compose(settings: Settings, sources: Mapping[str, Mapping[str, Any]], terms: Mapping[str, Any]) -> Notice:
    return compose(VERSION, settings.facts(), settings.rules().purposes, sources, terms)


def _read(name: str, path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise NoticeError(f"notice {name}: {path} cannot be read: {error}") from error


def usable(
    notice: Notice, premises: Premises, findings: Iterable[Finding] | None = None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The languages in which a yes may be offered, and a sentence for each other one. findings: if they are known already.

    Raises NoticeError where there is none, or where the shop may ask nobody.
    """
    findings = examine(notice, premises) if findings is None else tuple(findings)
    tags, reasons = usable_languages(notice, findings)
    if not tags or not offers_yes(findings, None):
        lacking = dict.fromkeys(each.requirement.text for each in findings if each.blocks)
        raise NoticeError(
            f"Nobody may be asked yet. Under the rules for {LAWS[premises.profile].name} this shop still lacks:\n"
            + "".join(f"  - {each}\n" for each in lacking)
            + "What to do about each: kiosk notice check. To see the kiosk meanwhile: kiosk demo"
        )
    return tags, reasons


def show(notice: Notice, tags: Iterable[str]) -> str:
    """Both layers in these languages, and the hash of all languages."""
    lines = [f"Notice {notice.version}, hash {notice.hash}", f"substance {notice.substance}"]
    for tag in tags:
        words = notice.words[tag]
        reviewed = (
            f"reviewed by {words.translation.by}, {words.translation.on}" if words.translation.reviewed else "not reviewed"
        )
        lines += ["", f"--- {LANGUAGES[tag]} ({tag}), {reviewed}", ""]
        for name in SENTENCES:
            text = " ".join(getattr(words, name).split())
            lines.append(f"{words.labels[name]}: {text}" if name in words.labels else text)
        lines += ["", *(f"{name}: {words.purpose_questions[purpose]}" for purpose, name in words.purpose_names.items())]
        for heading, text in words.details:
            lines += ["", heading, *(f"  {line}" for line in text.splitlines())]
    return typed("\n".join(lines))  # people copy addresses from here


class Report:
    """What `kiosk notice check` says of one shop under its profile, on one day."""

    def __init__(self, settings: Settings, today: date):
        """Raises NoticeError."""
        self.notice = load(settings)
        self.premises = settings.premises(today)
        self.findings = examine(self.notice, self.premises)
        self.usable, self.reasons = usable_languages(self.notice, self.findings)

    @property
    def complete(self) -> bool:
        return all(finding.state is State.PRESENT for finding in self.findings)

    def plain(self) -> dict[str, Any]:
        """Ready for JSON."""
        return {
            "profile": self.premises.profile,
            "day": self.premises.today.isoformat(),
            "demonstration": self.premises.demonstration,
            "notice": {"version": self.notice.version, "hash": self.notice.hash, "substance": self.notice.substance},
            "purposes": list(self.notice.purposes),
            "findings": [
                {
                    "requirement": finding.requirement.id,
                    "text": finding.requirement.text,
                    "severity": finding.requirement.severity,
                    "source": finding.source.text,
                    "checked": finding.source.checked,
                    "by": finding.requirement.by,
                    "language": finding.language,
                    "state": finding.state,
                    "blocks": finding.blocks,
                    "waived": finding.waived,
                    "next_step": _step(finding),
                }
                for finding in self.findings
            ],
            "complete": self.complete,
            "offers_yes": {tag: offers_yes(self.findings, tag) for tag in self.notice.words},
            "advice": ADVICE,
        }

    def json(self) -> str:
        return json.dumps(self.plain(), ensure_ascii=False, indent=1)

    def table(self) -> str:
        law = LAWS[self.premises.profile]
        groups: dict[tuple[str, State], list[Finding]] = {}
        for finding in self.findings:
            groups.setdefault((finding.requirement.id, finding.state), []).append(finding)
        lines = [
            f"Rules for {law.name} ({self.premises.profile}), {self.premises.today}",
            *(["a demonstration: no shop stands behind its facts ([law] demonstration = true)"] * self.premises.demonstration),
            f"notice {self.notice.version}, hash {self.notice.hash[:16]}…, from {resources.NOTICES / VERSION}",
            f"nobody under {self.notice.facts['age_limit']} is asked ({law.age_source} [{law.age_checked}]: {law.age_limit})",
            "",
        ]
        for findings in groups.values():
            first = findings[0]
            tags = " ".join(finding.language for finding in findings if finding.language) or "once"
            source = f"{first.source.text} [{first.source.checked}]"
            lines.append(
                f"{first.state:<9} {first.requirement.severity}  {first.requirement.text:<52} {source:<46} {tags}"
                + (" (allowed)" if first.waived and first.state is not State.PRESENT else "")
            )
            for finding in findings:
                if finding.state is not State.PRESENT:
                    lines += textwrap.wrap(
                        _step(finding),
                        WIDTH,
                        initial_indent="          -> ",
                        subsequent_indent="             ",
                        break_long_words=False,
                        break_on_hyphens=False,
                    )
        lines += ["", *self._summary(), "", "; ".join(f"{each} {text}" for each, text in SEVERITIES.items())]
        lines += ["; ".join(f"[{mark}] {text}" for mark, text in MARKS.items()), ADVICE]
        return "\n".join(lines)

    def _summary(self) -> list[str]:
        open_ = {finding.requirement.id for finding in self.findings if finding.state is not State.PRESENT}
        of = len({finding.requirement.id for finding in self.findings})
        lines = [f"{len(open_)} of {of} requirements {'is' if len(open_) == 1 else 'are'} open."]
        asking = [tag for tag in self.notice.words if offers_yes(self.findings, tag)]
        return [*lines, f"A yes can be offered in: {', '.join(asking) or 'no language'}."]


def _step(finding: Finding) -> str:
    """What to do next, with the line for store.toml where there is one."""
    field = finding.requirement.field
    if not finding.next_step or not field:
        return finding.next_step
    where = f"In store.toml, [{field.partition('.')[0]}]: "
    if where in finding.next_step:
        return finding.next_step
    return f"{finding.next_step} {where}{EXAMPLES[field]}"
