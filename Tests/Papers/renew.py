"""Makes the golden pictures anew, after a paper was changed on purpose. Look at them before they are kept.

PYTHONPATH=Tests .build/venv/bin/python Tests/Papers/renew.py
"""

import pathlib
import tempfile

import papers
import pictures
from support.desk import Desk


def main() -> None:
    pictures.GOLDEN.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="frontdesk-papers-") as name:
        folder = pathlib.Path(name)
        morning = papers.Morning(Desk(folder / "template").add_everybody().data, folder / "morning")
        with morning.desk:
            drawn = morning.papers(folder / "drawn")
        drawn |= papers.sampled(folder / "sampled")
        for paper, path in drawn.items():
            if not paper.endswith((".again", ".typo")) and paper != "hard":
                pictures.renew(paper, path)
                print(paper)


if __name__ == "__main__":
    main()
