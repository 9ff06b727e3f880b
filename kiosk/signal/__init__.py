"""The kiosk's half of the gate protocol: leases, grants, revocations, acknowledgements."""
