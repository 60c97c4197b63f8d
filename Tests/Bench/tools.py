"""The small C programs of this folder, compiled once into .build/bench."""

import pathlib
import subprocess

from support import product


def flags(*packages: str) -> tuple[str, ...]:
    """What a compiler is told about libraries that lie in folders of their own."""
    done = subprocess.run(
        ["pkg-config", "--cflags", "--libs", *packages], check=True, capture_output=True, text=True
    )
    return tuple(done.stdout.split())


LIBRARIES = {
    "bare_mhd": ("-lmicrohttpd",),
    "load": (),
    "pdf_limit": ("-lqrencode", *flags("pangocairo", "cairo-pdf", "pangoft2")),
    "search_limit": ("-lsqlite3",),
    "store_limit": ("-lsqlite3",),
    "verify_limit": ("-lsodium",),
}


def built(name: str) -> pathlib.Path:
    """The compiled program; compiles it when its source is newer."""
    source = product.TESTS / "Bench" / f"{name}.c"
    target = product.BUILD / "bench" / name
    if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
        target.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            [
                "gcc",
                "-std=gnu17",
                "-O2",
                "-Wall",
                "-Wextra",
                "-o",
                target,
                source,
                *LIBRARIES[name],
                "-lpthread",
            ],
            check=True,
        )
    return target


def build_product(*products: str) -> None:
    """A release as it ships. FRONTDESK_BIN measures another build instead."""
    for name in products:
        print(f"building {name}", flush=True)
        done = subprocess.run(
            ["swift", "build", "-c", "release", "--static-swift-stdlib", "--product", name],
            cwd=product.CHECKOUT,
            capture_output=True,
            text=True,
        )
        if done.returncode:
            raise SystemExit(f"{done.stdout[-4000:]}{done.stderr[-2000:]}\nThe build of {name} failed.")
