"""The pipeline's half: asks the kiosk, for one body at a time, whether a face may be looked at. Standard library only."""

from .bodies import Limits, Track
from .gate import Denied, Erasure, Gate, Permit, View
from .lease import Phase, Timing
from .messages import default_socket
from .reason import Reason

__all__ = ["Denied", "Erasure", "Gate", "Limits", "Permit", "Phase", "Reason", "Timing", "Track", "View", "default_socket"]
