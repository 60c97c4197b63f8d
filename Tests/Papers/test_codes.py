"""The code on a policy, read as a scanner reads it: from paper that was printed, blurred and laid askew."""

import pathlib
import subprocess

import pictures
import pytest
from PIL import Image, ImageFilter

URL = "HTTPS://LK.POLYCLINIC12.EXAMPLE/Q/"


def read(picture: pathlib.Path) -> str:
    done = subprocess.run(
        ["zbarimg", "--nodbus", "-q", "--raw", "-S*.disable", "-Sqrcode.enable", picture],
        capture_output=True,
        text=True,
        timeout=60,
    )
    return done.stdout.strip()


def scanned(page: Image.Image, blur: float, turn: float, path: pathlib.Path) -> pathlib.Path:
    page.filter(ImageFilter.GaussianBlur(blur)).rotate(turn, expand=True, fillcolor=255).save(path)
    return path


@pytest.mark.parametrize("name", ["policy-dms", "policy-vzr", "certificate", "a5", "roll"])
@pytest.mark.parametrize("dpi", [150, 300])
def test_it_is_read(drawn, tmp_path, name, dpi):
    path = tmp_path / "page.png"
    pictures.pages(drawn[name], dpi)[0].save(path)
    assert read(path).startswith(URL) and len(read(path)) > 160


@pytest.mark.parametrize("turn", [0, 3, 10, 45, 90, 181])
@pytest.mark.parametrize("blur", [0.5, 1.5])
def test_it_is_read_from_a_poor_scan(drawn, tmp_path, blur, turn):
    page = pictures.pages(drawn["policy-dms"], 300)[0]
    assert read(scanned(page, blur, turn, tmp_path / "scan.png")).startswith(URL)


def test_a_preview_has_none(drawn, tmp_path):
    path = tmp_path / "page.png"
    pictures.pages(drawn["policy-draft"], 300)[0].save(path)
    assert read(path) == ""


def test_what_is_only_recorded_has_none(drawn, tmp_path):
    path = tmp_path / "page.png"
    pictures.pages(drawn["policy-oms"], 300)[0].save(path)
    assert read(path) == ""
