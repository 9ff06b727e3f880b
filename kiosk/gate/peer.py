"""Who is at the other end of a Unix socket, as the kernel says."""

import grp
import pwd
import socket
import struct
from collections.abc import Collection
from dataclasses import dataclass

SO_PEERGROUPS = 59  # Linux 4.13; not in the socket module
MOST_BYTES = 1024  # that Python's getsockopt takes: 256 groups


@dataclass(frozen=True, slots=True)
class Peer:
    pid: int
    user: int
    groups: frozenset[int]

    def within(self, users: Collection[int], groups: Collection[int] = ()) -> bool:
        return self.user in users or not self.groups.isdisjoint(groups)


def peer_of(connection: socket.socket) -> Peer:
    """As they were when the connection was made. Raises OSError."""
    credentials = struct.Struct("iII")
    pid, user, group = credentials.unpack(connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, credentials.size))
    more = connection.getsockopt(socket.SOL_SOCKET, SO_PEERGROUPS, MOST_BYTES)
    return Peer(pid, user, frozenset({group, *(number for (number,) in struct.iter_unpack("I", more))}))


def user_number(user: str | int) -> int:
    """Raises ValueError for a name that this machine does not know."""
    try:
        return user if isinstance(user, int) else pwd.getpwnam(user).pw_uid
    except KeyError as error:
        raise ValueError(f"there is no user {user!r} on this machine") from error


def group_number(group: str | int) -> int:
    """Raises ValueError for a name that this machine does not know."""
    try:
        return group if isinstance(group, int) else grp.getgrnam(group).gr_gid
    except KeyError as error:
        raise ValueError(f"there is no group {group!r} on this machine") from error
