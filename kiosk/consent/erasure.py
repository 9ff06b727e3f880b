"""What a camera pipeline says that it erased after a withdrawal."""

import base64
import binascii
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Erasure:
    camera: str
    counts: tuple[tuple[str, int], ...]  # kind of data -> how many were erased
    statement: str  # what was signed
    key: str = ""  # Ed25519 public key, base64
    signature: str = ""  # base64; empty where the pipeline does not sign

    @property
    def signed(self) -> bool:
        """Is the signature that of this key over this statement?"""
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

        try:
            key = Ed25519PublicKey.from_public_bytes(base64.b64decode(self.key, validate=True))
            key.verify(base64.b64decode(self.signature, validate=True), self.statement.encode())
        except (InvalidSignature, binascii.Error, ValueError):
            return False
        return True
