"""RFC 6962 hashes over the ledger: one leaf per record, one root over all of them."""

import hashlib
from collections.abc import Sequence


def leaf_hash(salt: bytes, payload: bytes) -> bytes:
    """32 bytes. The salt keeps an erased payload from being guessed back out of its leaf."""
    return hashlib.sha256(b"\x00" + salt + payload).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


def root(leaves: Sequence[bytes]) -> bytes:
    """Merkle tree hash of the leaf hashes, 32 bytes; of none, the hash of nothing (RFC 6962, 2.1)."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    level = list(leaves)
    while len(level) > 1:
        paired = [node_hash(left, right) for left, right in zip(level[::2], level[1::2], strict=False)]
        level = paired + level[len(paired) * 2 :]
    return level[0]
