"""What the machine must have for papers, and what is said when it has not."""

import pathlib

import papers
import pytest
from support import waiting
from support.desk import RECEPTION, Desk, desk_from

FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>/usr/share/fonts/truetype/dejavu</dir><cachedir>{cache}</cachedir></fontconfig>
"""


@pytest.fixture
def without_font(template: pathlib.Path, tmp_path: pathlib.Path) -> Desk:
    """A machine whose only font is another one."""
    fonts = tmp_path / "fonts.conf"
    fonts.write_text(FONTS.format(cache=tmp_path / "cache"))
    return desk_from(template, tmp_path / "desk", environment={"FONTCONFIG_FILE": str(fonts)})


def test_check_names_the_package_of_a_missing_font(without_font: Desk):
    done = without_font.run("check", check=False)
    assert done.returncode != 0
    line = next(line for line in done.stdout.splitlines() if "papers" in line)
    assert line.startswith("WRONG") and "PT Sans" in line and "fonts-paratype" in line


def test_a_desk_without_the_font_works_and_says_why_there_is_no_paper(without_font: Desk):
    with without_font as desk:
        client = desk.sign_in(RECEPTION)
        answer = client.get("/api/v1/blanks/day.pdf").expect(503, "paper_font_missing")
        assert "fonts-paratype" in answer["detail"]
        waiting.until(lambda: "fonts-paratype" in desk.log(), 10, "the journal to say so")


def test_a_logo_that_is_no_picture_is_told(sleeping_desk: Desk):
    sleeping_desk.settings["papers"] = {"logo": str(sleeping_desk.config)}
    sleeping_desk.write_config()
    done = sleeping_desk.run("check", check=False)
    assert "WRONG  papers: the logo" in done.stdout
    with sleeping_desk as desk:
        desk.sign_in(RECEPTION).get("/api/v1/blanks/day.pdf").expect(503, "paper_not_drawn")


def test_a_good_logo_stands_on_papers(sleeping_desk: Desk, tmp_path: pathlib.Path):
    with sleeping_desk as desk:
        plain = desk.sign_in(RECEPTION).get("/api/v1/blanks/day.pdf").expect(200).body
        desk.settings["papers"] = {"logo": str(papers.logo(tmp_path / "logo.png"))}
        desk.write_config()
        assert desk.run("check", check=False).stdout.splitlines()[-1] == "ok     papers"
        desk.restart()
        drawn = desk.sign_in(RECEPTION).get("/api/v1/blanks/day.pdf").expect(200).body
    assert b"/Subtype /Image" in drawn and b"/Subtype /Image" not in plain
