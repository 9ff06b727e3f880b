"""Staff accounts and what staff may do: close the gate, never open it."""
