"""Why a body may or may not be looked at. The values go over the wire as `bound.why`, and to people."""

from enum import StrEnum


class Reason(StrEnum):
    """One named reason for each rule, B0 to B10; PROTOCOL.md says what each rule asks for."""

    ALLOWED = "allowed"

    # B0: nothing is allowed unless everything speaks for it
    NO_KIOSK = "no kiosk"
    NO_PERMISSION = "no permission"
    OTHER_PURPOSE = "not for this purpose"
    NOT_SEEN = "not in the last frame"
    STALE = "no frames of late"
    ERROR = "an error inside the gate"
    FORKED = "forked: open a gate of your own"
    CLOSED = "the gate is closed"
    # B1: only a camera that sees the kiosk's spot binds
    NO_SPOT = "this camera does not see the kiosk"
    NOBODY = "nobody stood in the spot"
    # B2: capture time against the time of the touch
    LATE = "frames too late"
    FUTURE = "frames from the future"
    BACKWARDS = "time went back"
    UNWATCHED = "the camera did not see the spot around the touch"
    TOO_LATE = "the permission came too late"
    # B3: as many bodies as yeses
    MORE = "more bodies than yeses in reach"
    FEWER = "fewer bodies than yeses in the spot"
    UNSTEADY = "not in the spot all through the touch"
    UNSURE = "not followed without doubt since before the touch"
    # B4: none yet; nothing but place and time is known of the hand that touched
    # B5: anything that could have swapped two bodies
    OVERLAP = "overlaps another body"
    WIDE = "too wide for one body"
    JUMP = "jumped"
    GROWTH = "changed size at once"
    MARGIN = "could be another body"
    GAP = "out of sight"
    FACES = "more faces than people"
    # B6: a new id inherits nothing: NO_PERMISSION
    # B7: no handover; on another camera than the one that bound it, the visitor is NO_SPOT
    # B8: the end of a visit
    LEFT = "walked out of the picture"
    AGAIN = "said yes again"
    # B9: a no outranks a yes
    REFUSED = "somebody at the kiosk said no"

    # what became of a binding without any doubt
    ALONE = "alone in the spot"
