"""The codes of papers once more, from the layout's own text and with another library's Ed25519."""

import base64
import datetime
import hashlib
import random
import struct

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

HOST = "LK.CLINIC-EXAMPLE.RU"
HEAD = f"HTTPS://{HOST}/Q/"
LAYOUT = ">B3s10sIHHHHB"
DOMAIN = b"frontdesk-qr-v1\0"
# Where each field lies in the 91 bytes.
FIELDS = {
    "version and sort": (0, 1),
    "kid": (1, 4),
    "document": (4, 14),
    "counter": (14, 18),
    "issued": (18, 20),
    "first day": (20, 22),
    "last day": (22, 24),
    "product": (24, 26),
    "holder tag": (26, 27),
    "signature": (27, 91),
}
# 2026-11-21.
TODAY = 2516


class Desk:
    """A desk that signs codes, from a seed of 32 bytes."""

    def __init__(self, seed: bytes):
        self.key = Ed25519PrivateKey.from_private_bytes(seed)
        self.public = self.key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        self.kid = hashlib.sha256(self.public).digest()[:3]

    def token(self, chance: random.Random, *, today: int = TODAY, shifted: int | None = None) -> bytes:
        """Any document that holds today, or ten days of it so many days away."""
        first, last = chance.randrange(today + 1), chance.randrange(today, 2**16)
        if shifted is not None:
            first, last = today + shifted - 5, today + shifted + 5
        content = struct.pack(
            LAYOUT,
            0x10 | chance.randint(1, 7),
            self.kid,
            chance.randbytes(10),
            chance.randrange(2**32),
            chance.randrange(today),
            first,
            last,
            chance.randrange(2**16),
            chance.randrange(256),
        )
        return content + self.key.sign(DOMAIN + content)


def number(day: datetime.date) -> int:
    """A day as codes have it."""
    return (day - datetime.date(2020, 1, 1)).days


def base32(data: bytes) -> str:
    return base64.b32encode(data).decode().rstrip("=")


def url(token: bytes, host: str = HOST) -> str:
    return f"HTTPS://{host}/Q/{base32(token)}"


def key_line(public: bytes, prefix: str) -> str:
    """What `frontdesk keys show` of a desk with this key prints."""
    check = hashlib.sha256(f"frontdesk-key-1.{prefix}.".encode() + public).digest()[:3]
    return f"frontdesk-key-1.{prefix}.{base32(public + check)}"
