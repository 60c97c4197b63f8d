"""Small C libraries of the tests, compiled once into .build/tests, to be preloaded into the daemon."""

import pathlib
import subprocess

from support import product


def library(source: pathlib.Path) -> pathlib.Path:
    target = product.BUILD / "tests" / f"{source.stem}.so"
    if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
        target.parent.mkdir(parents=True, exist_ok=True)
        words = ["gcc", "-std=gnu17", "-shared", "-fPIC", "-O2", "-Wall", "-Wextra", "-o", target, source]
        subprocess.run(words, check=True)
    return target
