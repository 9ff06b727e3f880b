"""The pipeline's half: asks the kiosk, for one body at a time, whether a face may be looked at. Standard library only."""

from kiosk.gate.binding import Track
from kiosk.gate.gate import Denied, Gate, Permit, View
from kiosk.gate.messages import default_socket

__all__ = ["Denied", "Gate", "Permit", "Track", "View", "default_socket"]
