"""Receipts outside the kiosk: the page behind the QR code, the shop's keys, and reading a receipt from a photo."""
