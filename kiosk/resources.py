"""Where the files that ship with the kiosk lie: beside the package in a checkout, inside it in a wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).parent
ROOT = _PACKAGE if (_PACKAGE / "assets").is_dir() else _PACKAGE.parent
FONTS = ROOT / "assets" / "fonts"
NOTICES = ROOT / "assets" / "notices"
RECEIPT_PAGE = ROOT / "assets" / "receipt-page"
TRANSLATIONS = ROOT / "translations"
QML = _PACKAGE / "screens" / "qml"
