"""A consent kiosk: asks before cameras look at a face, and makes the answer hold."""

__version__ = "0.1.0"
