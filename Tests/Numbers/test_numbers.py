"""100 000 random numbers of each kind: the domain's verdict beside python-stdnum's or the rule's own text."""

import collections
import random
import subprocess
from collections.abc import Callable

import by_the_text
import pytest
import stdnum.exceptions
from stdnum import luhn
from stdnum.ru import inn
from support import product

COUNT = 100_000
JUDGE = product.BUILD / "release" / "NumberJudge"
Verdicts = list[tuple[str, str]]


def judged_lines(lines: list[tuple[str, str]]) -> Verdicts:
    """Each number of these kinds with what the program says of it."""
    given = "".join(f"{kind}\t{number}\n" for kind, number in lines)
    done = subprocess.run([JUDGE], input=given, capture_output=True, text=True)
    verdicts = done.stdout.splitlines()
    assert done.returncode == 0, done.stderr or verdicts[-1:]
    assert len(verdicts) == len(lines)
    return [(number, verdict) for (_, number), verdict in zip(lines, verdicts, strict=True)]


def judged(kind: str, numbers: list[str]) -> Verdicts:
    return judged_lines([(kind, number) for number in numbers])


def slip(chance: random.Random, digits: str) -> str:
    """One digit is another, or two neighbours are in each other's place."""
    place = chance.randrange(len(digits) - 1)
    if chance.random() < 0.5:
        return digits[:place] + chance.choice("0123456789") + digits[place + 1 :]
    return digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]


def some(chance: random.Random, right: Callable[[random.Random], str]) -> list[str]:
    """A third as the dice fall, a third right by the other implementation, a third right but for a slip."""
    numbers = []
    for turn in range(COUNT):
        number = right(chance)
        if turn % 3 == 0:
            number = f"{chance.randrange(10 ** len(number)):0{len(number)}}"
        elif turn % 3 == 2:
            number = slip(chance, number)
        numbers.append(number)
    return numbers


def right_snils(chance: random.Random) -> str:
    # One in ten around the last number that the rule does not cover.
    near = chance.random() < 0.1
    number = chance.randrange(990_000, 1_010_000) if near else chance.randrange(10**9)
    return f"{number:09}{by_the_text.control_number(number):02}"


def right_inn(chance: random.Random) -> str:
    ten = f"{chance.randrange(10**10):010}"
    return ten + inn.calc_personal_check_digits(ten)


def right_enp(chance: random.Random) -> str:
    body = f"{chance.randrange(10**15):015}"
    return body + luhn.calc_check_digit(body)


def others_snils(number: str) -> str:
    words = {"right": "good", "wrong": "bad snils_control", "none": "bad snils_zero"}
    return words.get(by_the_text.snils(number), "good snils_unchecked")


def others_inn(number: str) -> str:
    if set(number) == {"0"}:
        return "bad number_all_equal"
    try:
        inn.validate(number)
    except stdnum.exceptions.InvalidChecksum:
        return "bad inn_control"
    return "good"


def others_enp(number: str) -> str:
    if set(number) == {"0"}:
        return "bad number_all_equal"
    return "good" if luhn.is_valid(number) else "good enp_control"


KINDS = {
    "snils": (right_snils, others_snils),
    "inn": (right_inn, others_inn),
    "enp": (right_enp, others_enp),
}


def disagreements(verdicts: Verdicts, other: Callable[[str], str]) -> list[str]:
    return [
        f"{number}: the program says {ours}, the other {its}"
        for number, ours in verdicts
        if ours != (its := other(number))
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_random_numbers_are_judged_as_by_another_implementation(kind: str, seed: int, record_property):
    right, other = KINDS[kind]
    verdicts = judged(kind, some(random.Random(seed), right))
    found = disagreements(verdicts, other)
    told = collections.Counter(verdict for _, verdict in verdicts)
    counts = ", ".join(f"{count} {verdict}" for verdict, count in told.most_common())
    figure = f"{kind}: seed {seed}, {len(verdicts)} numbers, {len(found)} disagree; {counts}"
    record_property("figure", figure)
    assert found == []
    # Of each verdict so many that a wrong rule could not hide among them.
    assert told["good"] > COUNT / 4
    assert sum(count for verdict, count in told.items() if verdict != "good") > COUNT / 4


def weights_from_the_left(number: str) -> str:
    """The wrong rule of several articles on СНИЛС."""
    total = sum(int(digit) * weight for weight, digit in enumerate(number[:9], 1))
    return "good" if total % 101 % 100 == int(number[9:]) else "bad snils_control"


def division_by_11(number: str) -> str:
    total = sum(int(digit) * (9 - place) for place, digit in enumerate(number[:9]))
    return "good" if total % 11 == int(number[9:]) else "bad snils_control"


def one_check_digit(number: str) -> str:
    return "good" if inn.calc_personal_check_digits(number[:10])[1] == number[11] else "bad inn_control"


def other_parity(number: str) -> str:
    """The mistake of two published programs: it doubles the digits that the rule leaves alone."""
    total = sum(sum(divmod(int(digit) * (1 + place % 2), 10)) for place, digit in enumerate(number))
    return "good" if total % 10 == 0 else "good enp_control"


WRONG = [
    ("snils", weights_from_the_left),
    ("snils", division_by_11),
    ("inn", one_check_digit),
    ("enp", other_parity),
]


@pytest.mark.parametrize(("kind", "wrong"), WRONG, ids=lambda value: getattr(value, "__name__", value))
def test_the_control_a_wrong_rule_disagrees(
    kind: str, wrong: Callable[[str], str], seed: int, record_property
):
    verdicts = judged(kind, some(random.Random(seed), KINDS[kind][0]))
    found = disagreements(verdicts, wrong)
    record_property("figure", f"{kind}, the control {wrong.__name__}: {len(found)} disagree")
    # Even a rule that forgets one of two check digits is told from the right one by hundreds of numbers.
    assert len(found) > COUNT / 500


def test_the_control_a_line_of_no_known_kind_is_no_verdict():
    with pytest.raises(AssertionError, match="unknown line"):
        judged("passport", ["4510123456"])
