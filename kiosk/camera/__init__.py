"""The reference pipeline: bodies first, then the gate, then perhaps one face inside one body's box. OpenCV, no Qt."""
