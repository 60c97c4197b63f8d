"""The files of the checkout that the rules look at: what git keeps, and what is new and not ignored."""

import functools
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


@functools.cache
def files(*endings: str, under: str = "") -> tuple[pathlib.Path, ...]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", under or "."],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.splitlines()
    found = {ROOT / name for name in listed if not endings or name.endswith(endings)}
    return tuple(sorted(path for path in found if path.is_file() and not path.is_symlink()))


@functools.cache
def text(path: pathlib.Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


def name(path: pathlib.Path) -> str:
    return str(path.relative_to(ROOT))


def kind(path: pathlib.Path) -> str:
    """The ending, or for a script without one the word after its #!."""
    if path.suffix:
        return path.suffix
    first = text(path).split("\n", 1)[0]
    return ".sh" if first.startswith("#!") and "bash" in first else ".py" if "python" in first[:40] else ""


def target(path: pathlib.Path) -> str:
    """The target that a file of Sources belongs to."""
    return path.relative_to(ROOT / "Sources").parts[0]
