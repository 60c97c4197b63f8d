"""Pictures of papers at 100 dpi, and how much two of them differ."""

import pathlib
import subprocess

from PIL import Image, ImageChops

GOLDEN = pathlib.Path(__file__).with_name("golden")
DPI = 100
# A letter of 11 points has some 60 dark points at 100 dpi; a rounding of poppler's moves a few grey ones.
MOST_CHANGED = 25
MUCH = 80


def pages(paper: pathlib.Path, dpi: int = DPI) -> list[Image.Image]:
    """Each page of a paper, grey."""
    start = paper.with_name(f"{paper.stem}-{dpi}dpi")
    for old in paper.parent.glob(f"{start.name}-*.png"):
        old.unlink()
    subprocess.run(["pdftoppm", "-r", str(dpi), "-gray", "-png", paper, start], check=True, timeout=120)
    return [Image.open(path).convert("L") for path in sorted(paper.parent.glob(f"{start.name}-*.png"))]


def small(page: Image.Image) -> Image.Image:
    """In 16 greys: a golden picture takes some 20 kB."""
    return page.quantize(16)


def changed(page: Image.Image, golden: Image.Image) -> int:
    """How many points are much darker or lighter; all of them when the sizes differ."""
    if page.size != golden.size:
        return page.width * page.height
    differences = ImageChops.difference(page, golden.convert("L")).histogram()
    return sum(differences[MUCH:])


def golden(name: str) -> list[Image.Image]:
    return [Image.open(path) for path in sorted(GOLDEN.glob(f"{name}.*.png"))]


def renew(name: str, paper: pathlib.Path) -> None:
    for old in GOLDEN.glob(f"{name}.*.png"):
        old.unlink()
    for number, page in enumerate(pages(paper), 1):
        small(page).save(GOLDEN / f"{name}.{number}.png", optimize=True)
