import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.ledger.tree import (
    KEPT,
    Tree,
    consistency_proof,
    inclusion_proof,
    leaf_hash,
    node_hash,
    root,
    verify_consistency,
    verify_inclusion,
)

leaves = st.lists(st.binary(min_size=32, max_size=32), max_size=40)


def by_the_book(leaves):
    """RFC 6962, 2.1: split at the largest power of two smaller than n."""
    if len(leaves) < 2:
        return leaves[0] if leaves else hashlib.sha256(b"").digest()
    split = 1 << (len(leaves) - 1).bit_length() - 1
    return hashlib.sha256(b"\x01" + by_the_book(leaves[:split]) + by_the_book(leaves[split:])).digest()


@given(leaves)
def test_root_is_that_of_the_rfc(leaves):
    assert root(leaves) == by_the_book(leaves)


# Roots of the eight entries that RFC 6962 implementations test with (Certificate Transparency's own vectors).
ENTRIES = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
ROOTS = {
    0: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    1: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    2: "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    3: "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    8: "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
}


@pytest.mark.parametrize("size", ROOTS)
def test_known_roots(size):
    assert root([leaf_hash(b"", bytes.fromhex(entry)) for entry in ENTRIES[:size]]).hex() == ROOTS[size]


@given(leaves.filter(len), st.data())
def test_any_other_leaf_is_another_root(leaves, data):
    place = data.draw(st.integers(0, len(leaves) - 1))
    other = data.draw(st.binary(min_size=32, max_size=32).filter(lambda leaf: leaf != leaves[place]))
    assert root([*leaves[:place], other, *leaves[place + 1 :]]) != root(leaves)


@given(st.binary(min_size=32, max_size=32), st.binary(min_size=32, max_size=32))
def test_a_node_is_no_leaf(left, right):
    assert node_hash(left, right) != leaf_hash(left, right)


# --- proofs ----------------------------------------------------------------------------------------------------------

sizes = st.integers(1, 80)
LEAVES = [hashlib.sha256(bytes([number])).digest() for number in range(100)]


def node(level, place):
    return by_the_book(LEAVES[place << level : (place + 1) << level])


def path_by_the_book(index, leaves):
    """RFC 6962, 2.1.1"""
    if len(leaves) == 1:
        return []
    split = 1 << (len(leaves) - 1).bit_length() - 1
    if index < split:
        return [*path_by_the_book(index, leaves[:split]), by_the_book(leaves[split:])]
    return [*path_by_the_book(index - split, leaves[split:]), by_the_book(leaves[:split])]


def extension_by_the_book(old, leaves, whole=True):
    """RFC 6962, 2.1.2"""
    if old == len(leaves):
        return [] if whole else [by_the_book(leaves)]
    split = 1 << (len(leaves) - 1).bit_length() - 1
    if old <= split:
        return [*extension_by_the_book(old, leaves[:split], whole), by_the_book(leaves[split:])]
    return [*extension_by_the_book(old - split, leaves[split:], False), by_the_book(leaves[:split])]


@given(sizes, st.data())
def test_inclusion_proofs_are_those_of_the_rfc(size, data):
    index = data.draw(st.integers(0, size - 1))
    proof = inclusion_proof(index, size, node)
    assert proof == path_by_the_book(index, LEAVES[:size])
    assert verify_inclusion(LEAVES[index], index, size, proof, by_the_book(LEAVES[:size]))


@given(sizes, st.data())
def test_consistency_proofs_are_those_of_the_rfc(size, data):
    old = data.draw(st.integers(1, size))
    proof = consistency_proof(old, size, node)
    assert proof == extension_by_the_book(old, LEAVES[:size])
    assert verify_consistency(old, size, by_the_book(LEAVES[:old]), by_the_book(LEAVES[:size]), proof)


# Proofs over ENTRIES that Certificate Transparency's own tests hold: (leaf from 1, size) -> path; (old, size) -> path.
PATHS = {
    (1, 1): [],
    (1, 8): [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
    (6, 8): [
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
    (3, 3): ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"],
}
EXTENSIONS = {
    (1, 1): [],
    (1, 8): PATHS[1, 8],
    (6, 8): [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
}


def entries_node(level, place):
    return by_the_book([leaf_hash(b"", bytes.fromhex(each)) for each in ENTRIES][place << level : (place + 1) << level])


@pytest.mark.parametrize(("leaf", "size"), PATHS)
def test_known_paths(leaf, size):
    assert [hash.hex() for hash in inclusion_proof(leaf - 1, size, entries_node)] == PATHS[leaf, size]


@pytest.mark.parametrize(("old", "size"), EXTENSIONS)
def test_known_extensions(old, size):
    assert [hash.hex() for hash in consistency_proof(old, size, entries_node)] == EXTENSIONS[old, size]


def altered(proof, data):
    """Another proof, near this one."""
    way = data.draw(st.sampled_from(["flip", "drop", "add", "swap"] if len(proof) > 1 else ["add"]))
    place = data.draw(st.integers(0, max(len(proof) - 1, 0)))
    if way == "flip":
        changed = bytes([proof[place][0] ^ 1]) + proof[place][1:]
        return [*proof[:place], changed, *proof[place + 1 :]]
    if way == "drop":
        return proof[:place] + proof[place + 1 :]
    if way == "add":
        return [*proof[:place], data.draw(st.sampled_from(LEAVES)), *proof[place:]]
    return proof[1:] + proof[:1]


@given(sizes, st.data())
def test_no_other_inclusion_proof_is_taken(size, data):
    index = data.draw(st.integers(0, size - 1))
    proof, head = inclusion_proof(index, size, node), by_the_book(LEAVES[:size])
    assert not verify_inclusion(LEAVES[index], index, size, altered(proof, data), head)
    assert not verify_inclusion(LEAVES[99], index, size, proof, head)
    assert not verify_inclusion(LEAVES[index], index, size, proof, LEAVES[0] if size > 1 else LEAVES[1])
    other = data.draw(st.integers(-3, size + 3).filter(lambda each: each != index))
    assert not verify_inclusion(LEAVES[index], other, size, proof, head)


@given(sizes.filter(lambda size: size > 1), st.data())
def test_no_other_consistency_proof_is_taken(size, data):
    old = data.draw(st.integers(1, size - 1))
    older, head = by_the_book(LEAVES[:old]), by_the_book(LEAVES[:size])
    proof = consistency_proof(old, size, node)
    assert not verify_consistency(old, size, older, head, altered(proof, data))
    assert not verify_consistency(old, size, LEAVES[99], head, proof)
    assert not verify_consistency(old, size, older, LEAVES[99], proof)
    assert not verify_consistency(size, old, head, older, proof)


def test_the_ends_of_consistency():
    nothing, head = root([]), by_the_book(LEAVES[:5])
    assert verify_consistency(0, 5, nothing, head, consistency_proof(0, 5, node))
    assert verify_consistency(5, 5, head, head, [])
    assert not verify_consistency(5, 5, head, LEAVES[0], [])
    assert not verify_consistency(0, 5, head, head, [])
    for call in (
        lambda: inclusion_proof(5, 5, node),
        lambda: consistency_proof(6, 5, node),
        lambda: inclusion_proof(-1, 5, node),
    ):
        with pytest.raises(ValueError, match="tree of 5"):
            call()


@given(st.integers(0, 99))
def test_a_tree_that_grows_leaf_by_leaf(size):
    grown, kept = Tree(), {}
    for leaf in LEAVES[:size]:
        kept |= {(level, place): hash for level, place, hash in grown.push(leaf)}
    assert (grown.size, grown.root()) == (size, by_the_book(LEAVES[:size]))
    levels = [level for level in range(KEPT, 8, KEPT)]
    assert kept == {(level, place): node(level, place) for level in levels for place in range(size >> level)}
    again = Tree.of(size, node)
    assert (again.size, again.peaks) == (grown.size, grown.peaks)
