"""The product's reader of CSV beside Python's own: the same cells, whatever chance puts into a file."""

import csv
import io
import random
import subprocess

import pytest
from support import product

MAKER = product.BUILD / "release" / "ListMaker"
FILES = 400
# What files break at: separators, quotes, all ends of lines, letters of one to four bytes, NUL.
SIGNS = ["a", "Ё", "я", "€", "😀", " ", ";", ",", "\t", '"', '""', "\n", "\r", "\r\n"]
SIGNS += ["'", "=", "\x01", "\x00"]


def of_product(text: str, separator: str) -> list[list[str]]:
    done = subprocess.run([MAKER, "cells", separator], input=text.encode(), capture_output=True, check=True)
    rows = []
    for line in done.stdout.decode().splitlines():
        _, fault, cells = line.split("\t")
        rows.append([fault] if fault else [bytes.fromhex(cell).decode() for cell in cells.split(",")])
    return rows


def of_python(text: str, separator: str) -> list[list[str]]:
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    # Python answers no cell for an empty line, the product one that is empty.
    return [row or [""] for row in rows]


def written(chance: random.Random, separator: str) -> str:
    """A table as Python writes it, with any cells."""
    out = io.StringIO(newline="")
    ends = chance.choice(["\n", "\r\n", "\r"])
    quoting = chance.choice([csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
    table = csv.writer(out, delimiter=separator, lineterminator=ends, quoting=quoting)
    for _ in range(chance.randint(1, 6)):
        table.writerow(
            "".join(chance.choices(SIGNS, k=chance.randint(0, 6))) for _ in range(chance.randint(1, 5))
        )
    return out.getvalue()


def torn(chance: random.Random) -> str:
    """Any signs at all."""
    return "".join(chance.choices(SIGNS, k=chance.randint(1, 40)))


@pytest.fixture(scope="module")
def seed(request: pytest.FixtureRequest) -> int:
    seed = request.config.getoption("--seed") or random.SystemRandom().randrange(2**32)
    print(f"seed {seed}: repeat with --seed {seed}")
    return seed


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_what_python_wrote_is_read_as_python_reads_it(separator: str, seed: int):
    chance = random.Random(seed)
    for _ in range(FILES):
        text = written(chance, separator)
        assert of_product(text, separator) == of_python(text, separator), repr(text)


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_torn_files_are_read_as_python_reads_them_as_long_as_quotes_are_closed(separator: str, seed: int):
    chance, compared = random.Random(seed), 0
    for _ in range(FILES):
        text = torn(chance)
        found = of_product(text, separator)
        if ["quoteOpen"] in found:
            continue
        compared += 1
        assert found == of_python(text, separator), repr(text)
    assert compared > FILES // 4


def test_the_control_a_reader_of_another_separator_differs():
    assert of_product("a;b\n", ";") != of_python("a;b\n", ",")
