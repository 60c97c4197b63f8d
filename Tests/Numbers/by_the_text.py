"""СНИЛС once more, from the words of the pension fund's rule and from nothing of the program.

«Проверка … только для номеров больше 001-001-998; каждая цифра … умножается на номер своей позиции (позиции
отсчитываются с конца) … последние две цифры остатка от деления – контрольное число». The divisor is 101.
"""

LAST_UNCHECKED = 1_001_998


def snils(eleven: str) -> str:
    """right, wrong, unchecked or no number at all."""
    number, control = divmod(int(eleven), 100)
    if int(eleven) == 0:
        return "none"
    if number <= LAST_UNCHECKED:
        return "unchecked"
    return "right" if control == control_number(number) else "wrong"


def control_number(number: int) -> int:
    total, position, rest = 0, 1, number
    while rest:
        rest, digit = divmod(rest, 10)
        total += digit * position
        position += 1
    # The last two digits of the rest: 100 has 00.
    return int(f"{total % 101:03}"[-2:])
