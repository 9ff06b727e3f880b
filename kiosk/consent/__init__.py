"""What a visit is, what was said, and what proves it. No Qt, no I/O, no clock."""
