"""Reads the real screen: its words, for the record of what a visitor saw, and its stops, for speech and keys."""

from collections.abc import Iterator
from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import QMetaObject
from PySide6.QtQuick import QQuickItem


@dataclass(frozen=True, slots=True)
class Stop:
    """A text or a control that is visible now. words: as QML has them spoken, "" where another stop says the same."""

    item: QQuickItem
    control: bool
    words: str
    meaning: str = ""
    heading: bool = False
    discreet: str | None = None  # to say where others listen and the words would tell what was answered
    spelled: bool = False
    tongue: str = ""  # the language of the words, where it is not the page's

    @property
    def key(self) -> int:
        return key(self.item)

    @property
    def alive(self) -> bool:
        return shiboken6.isValid(self.item)

    def act(self) -> None:
        """Do what a touch does."""
        QMetaObject.invokeMethod(self.item, "acted")


def key(item: QQuickItem) -> int:
    """One item's, for as long as it lives."""
    return shiboken6.getCppPointer(item)[0]


def visible_words(root: QQuickItem, right_to_left: bool = False) -> tuple[str, ...]:
    """Every text that is visible now, in reading order: from the top down, then along the line."""
    found: list[tuple[float, float, str]] = []
    for item in _visible(root):
        if text := _text(item):
            corner = item.mapToScene(item.boundingRect().topLeft())
            found.append((round(corner.y()), round(corner.x()), text))
    return tuple(text for _, _, text in sorted(found, key=lambda at: (at[0], -at[1] if right_to_left else at[1])))


def stops(root: QQuickItem) -> list[Stop]:
    """Every text outside the controls, and every control, in the order in which the pages name them."""
    return [_stop(item) for item in _visible(root, into_controls=False) if _is_control(item) or _text(item)]


def leading_back(root: QQuickItem) -> Stop | None:
    """The control that leads back, or away from the page, if it has one."""
    return next((_stop(item) for item in _visible(root) if _is_control(item) and item.property("backwards")), None)


def _visible(item: QQuickItem, into_controls: bool = True) -> Iterator[QQuickItem]:
    if not item.isVisible() or item.opacity() == 0:
        return
    yield item
    if into_controls or not _is_control(item):
        for child in item.childItems():
            yield from _visible(child, into_controls)


def _is_control(item: QQuickItem) -> bool:
    return item.property("backwards") is not None  # every Pressable says whether it leads back


def _text(item: QQuickItem) -> str:
    text = item.property("text") if item.inherits("QQuickText") else None
    return text if isinstance(text, str) and text.strip() else ""


def _stop(item: QQuickItem) -> Stop:
    spoken = item.property("spoken")
    return Stop(
        item,
        _is_control(item),
        _text(item) if spoken is None else spoken,
        item.property("meaning") or "",
        bool(item.property("heading")),
        item.property("discreet") if item.property("personal") else None,
        bool(item.property("spelled")),
        item.property("tongue") or "",
    )
