"""What the shop gets: counts in which nobody can be found, as text, as a chart, and for its monitoring."""
