"""verify: codes of papers verified a second, beside bare libsodium from C over the same signatures."""

import base64
import pathlib
import subprocess

import rounds
import tools
from support import product

# About a second a round.
CODES = 20_000
ROUNDS = 7
BODY = 27
DOMAIN = b"frontdesk-qr-v1\0"


def signatures(codes: pathlib.Path, target: pathlib.Path) -> None:
    """The same messages and signatures for the C program, which knows nothing of codes."""
    key, *links = codes.read_text().split()
    with target.open("wb") as file:
        file.write(bytes.fromhex(key))
        for link in links:
            text = link.rpartition("/")[2]
            token = base64.b32decode(text + "=" * (-len(text) % 8))
            file.write(DOMAIN + token[:BODY] + token[BODY:])


def verify(folder: pathlib.Path) -> float:
    tools.build_product("VerifyBench")
    bench = product.BUILD / "release" / "VerifyBench"
    codes, bare = folder / "codes", folder / "signatures"
    subprocess.run([bench, "make", str(CODES), codes], check=True)
    signatures(codes, bare)

    def by_product() -> float:
        told = subprocess.run([bench, "verify", codes], check=True, capture_output=True, text=True).stdout
        return CODES / float(told)

    def by_limit() -> float:
        told = subprocess.run(
            [tools.built("verify_limit"), bare], check=True, capture_output=True, text=True
        ).stdout.split()
        assert int(told[0]) == CODES
        return CODES / float(told[1])

    print(f"{CODES} codes a round, each read from its address, each signature checked")
    return rounds.in_turn(ROUNDS, by_product, by_limit)
