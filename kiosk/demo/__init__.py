"""Scripted visitors on the real screens, in front of the real camera."""
