"""Reads the words off the real screen, for the record of what a visitor saw."""

from PySide6.QtQuick import QQuickItem


def visible_words(root: QQuickItem, right_to_left: bool = False) -> tuple[str, ...]:
    """Every text that is visible now, in reading order: from the top down, then along the line."""
    found: list[tuple[float, float, str]] = []
    _collect(root, found)
    return tuple(text for _, _, text in sorted(found, key=lambda at: (at[0], -at[1] if right_to_left else at[1])))


def _collect(item: QQuickItem, found: list[tuple[float, float, str]]) -> None:
    if not item.isVisible() or item.opacity() == 0:
        return
    text = item.property("text")
    if isinstance(text, str) and text and item.inherits("QQuickText"):
        corner = item.mapToScene(item.boundingRect().topLeft())
        found.append((round(corner.y()), round(corner.x()), text))
    for child in item.childItems():
        _collect(child, found)
