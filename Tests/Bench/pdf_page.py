"""A page of ours as a list of what stands where, so that others can draw the very same."""

import html
import pathlib
import re
import subprocess

LINE = re.compile(
    r'<line xMin="([\d.]+)" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">(.*?)</line>', re.DOTALL
)
WORD = re.compile(r"<word [^>]*>(.*?)</word>", re.DOTALL)
# PT Sans: from the top of a line's box to where letters stand, and the whole box, in ems.
ASCENT, BOX = 1.018, 1.294
# In points: names of parts and of the paper are bold, what is said in passing is grey.
BOLD, GREY = {13, 16, 20}, {9}
# Rules under the head, above the foot and in the table; see the picture in Tests/Papers/golden.
RULES = ((86, 0.8), (260, 0.5), (281, 0.5), (302, 0.5), (787, 0.5))


def listed(paper: pathlib.Path, logo: pathlib.Path, url: str) -> str:
    """Texts with baseline, size, weight and shade; rules; the logo; the code."""
    told = subprocess.run(
        ["pdftotext", "-bbox-layout", paper, "-"], check=True, capture_output=True, text=True
    ).stdout
    rows = [("picture", 56.7, 39.7, 39.7, logo)]
    for left, top, bottom, inside in LINE.findall(told):
        words = " ".join(html.unescape(word) for word in WORD.findall(inside))
        size = round((float(bottom) - float(top)) / BOX)
        shade = 0.33 if size in GREY else 0
        tag = "H1" if size == 20 else "H2" if size == 13 else "P"
        base = float(top) + ASCENT * size
        rows.append(("text", left, f"{base:.2f}", size, int(size in BOLD), shade, tag, words))
    rows += [("rule", 56.7, y, 481.9, weight) for y, weight in RULES]
    rows.append(("code", 56.7, 452, url))
    return "".join("\t".join(map(str, row)) + "\n" for row in rows)
