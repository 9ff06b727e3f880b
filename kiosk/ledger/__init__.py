"""What is remembered, provably: an append-only store and the tree over it."""
