import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.ledger.tree import leaf_hash, node_hash, root

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
