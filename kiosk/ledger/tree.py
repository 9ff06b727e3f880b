"""The RFC 6962 tree over the ledger: one leaf per record, one root over all of them, and short proofs about both.

A node is named by its level (leaves are level 0) and its place from the left; it spans 2**level leaves. Proofs ask for nodes
that are complete, so that whoever keeps those of every fourth level (`KEPT`) finds the others in a few steps.
"""

import hashlib
from collections.abc import Callable, Iterable, Sequence

KEPT = 4
"""Nodes of every fourth level are stored: 2.7 bytes a record, and at most 15 hashes to make any other one."""

Node = Callable[[int, int], bytes]
"""(level, place) -> 32 bytes, for complete nodes."""


def leaf_hash(salt: bytes, payload: bytes) -> bytes:
    """32 bytes. The salt keeps an erased payload from being guessed back out of its leaf."""
    return hashlib.sha256(b"\x00" + salt + payload).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


def root(leaves: Iterable[bytes]) -> bytes:
    """Merkle tree hash of the leaf hashes, 32 bytes; of none, the hash of nothing (RFC 6962, 2.1)."""
    tree = Tree()
    for leaf in leaves:
        tree.push(leaf)
    return tree.root()


class Tree:
    """A tree that grows at its right end and remembers O(log n) hashes: the roots of its complete parts, largest first."""

    def __init__(self, size: int = 0, peaks: Iterable[bytes] = ()):
        self.size = size
        self.peaks = list(peaks)

    @classmethod
    def of(cls, size: int, node: Node) -> "Tree":
        return cls(size, [node(level, place) for level, place in _complete(0, size)])

    def push(self, leaf: bytes) -> list[tuple[int, int, bytes]]:
        """Add a leaf; (level, place, hash) of the nodes to keep that it completed."""
        hash, level, done = leaf, 0, []
        while self.size >> level & 1:
            hash = node_hash(self.peaks.pop(), hash)
            level += 1
            if level % KEPT == 0:
                done.append((level, self.size >> level, hash))
        self.peaks.append(hash)
        self.size += 1
        return done

    def root(self) -> bytes:
        return _fold(self.peaks)


def inclusion_proof(index: int, size: int, node: Node) -> list[bytes]:
    """The audit path of leaf `index` (from 0) in the tree over the first `size` leaves (RFC 6962, 2.1.1)."""
    if not 0 <= index < size:
        raise ValueError(f"there is no leaf {index} in a tree of {size}")
    path, start, end = [], 0, size
    while end - start > 1:
        middle = start + _split(end - start)
        if index < middle:
            path.append(_range(middle, end, node))
            end = middle
        else:
            path.append(_range(start, middle, node))
            start = middle
    return path[::-1]


def consistency_proof(old: int, size: int, node: Node) -> list[bytes]:
    """What shows that the first `old` leaves of this tree are the older tree (RFC 6962, 2.1.2)."""
    if not 0 <= old <= size:
        raise ValueError(f"a tree of {size} has no older one of {old}")
    if old in (0, size):
        return []
    path, start, end, whole = [], 0, size, True
    while old != end:
        middle = start + _split(end - start)
        if old <= middle:
            path.append(_range(middle, end, node))
            end = middle
        else:
            path.append(_range(start, middle, node))
            start, whole = middle, False
    if not whole:
        path.append(_range(start, end, node))
    return path[::-1]


def verify_inclusion(leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> bool:
    """Is the leaf at this index (from 0) of the tree with this size and root? (RFC 9162, 2.1.3.2)"""
    if not 0 <= index < size:
        return False
    hash, place, last = leaf, index, size - 1
    for sibling in proof:
        if last == 0:
            return False
        if place & 1 or place == last:
            hash = node_hash(sibling, hash)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            hash = node_hash(hash, sibling)
        place, last = place >> 1, last >> 1
    return last == 0 and hash == root


def verify_consistency(old: int, size: int, old_root: bytes, root: bytes, proof: Sequence[bytes]) -> bool:
    """Does the tree with this size and root begin with the older one? (RFC 9162, 2.1.4.2)"""
    if not 0 <= old <= size:
        return False
    if old == size:
        return not proof and old_root == root
    if old == 0:
        return not proof and old_root == hashlib.sha256(b"").digest()
    path = list(proof) if old & (old - 1) else [old_root, *proof]
    if not path:
        return False
    place, last = old - 1, size - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    first = second = path[0]
    for sibling in path[1:]:
        if last == 0:
            return False
        if place & 1 or place == last:
            first, second = node_hash(sibling, first), node_hash(sibling, second)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            second = node_hash(second, sibling)
        place, last = place >> 1, last >> 1
    return last == 0 and first == old_root and second == root


def _split(size: int) -> int:
    """The largest power of two smaller than size."""
    return 1 << (size - 1).bit_length() - 1


def _range(start: int, end: int, node: Node) -> bytes:
    return _fold([node(level, place) for level, place in _complete(start, end)])


def _complete(start: int, end: int) -> Iterable[tuple[int, int]]:
    """The fewest complete nodes over leaves start to end (exclusive), left to right; start is where a subtree begins."""
    while start < end:
        level = (end - start).bit_length() - 1
        yield level, start >> level
        start += 1 << level


def _fold(peaks: Sequence[bytes]) -> bytes:
    if not peaks:
        return hashlib.sha256(b"").digest()
    *rest, hash = peaks
    for peak in reversed(rest):
        hash = node_hash(peak, hash)
    return hash
