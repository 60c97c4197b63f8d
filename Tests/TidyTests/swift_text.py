"""Swift source as the rules need to see it: without comments and texts, but with every line in its place."""

import re

_TOKENS = re.compile(
    r'//[^\n]*|/\*.*?\*/|(?P<hash>#+)"(?!"").*?"(?P=hash)'
    r'|(?P<more>#*)"""\n.*?"""(?P=more)|"(?:\\.|[^"\\\n])*"|`[^`\n]*`',
    re.DOTALL,
)
_OPENING = re.compile(r"\b(func\s+[^\s(<]+|init[?]?|deinit|subscript)(?=\s*[(<{])")


def code(text: str) -> str:
    """Comments become blanks, texts become "", names in backticks become one word."""

    def blank(match: re.Match[str]) -> str:
        found = match[0]
        kept = "``" if found[0] == "`" else "" if found[0] == "/" else '""'
        return kept.replace("``", "quoted") + "\n" * found.count("\n")

    return _TOKENS.sub(blank, text)


def long_functions(text: str, most: int) -> list[tuple[int, int]]:
    """(line, length) of each function that is longer than `most` lines."""
    plain, found = code(text), []
    for match in _OPENING.finditer(plain):
        start = _body(plain, match.end())
        if start is None:
            continue
        depth, end = 0, start
        for end in range(start, len(plain)):
            depth += {"{": 1, "}": -1}.get(plain[end], 0)
            if depth == 0:
                break
        length = plain.count("\n", match.start(), end) + 1
        if length > most:
            found.append((plain.count("\n", 0, match.start()) + 1, length))
    return found


def _body(plain: str, position: int) -> int | None:
    """Where the body's brace opens, or None for a requirement of a protocol."""
    depth = 0
    for index in range(position, len(plain)):
        letter = plain[index]
        depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(letter, 0)
        if depth == 0 and letter == "{":
            return index
        if depth < 0 or (depth == 0 and letter == "}"):
            return None
        if depth == 0 and letter == "\n" and not _goes_on(plain, index):
            return None
    return None


def _goes_on(plain: str, index: int) -> bool:
    """Whether the head of a function goes on after this end of line."""
    following = plain[index + 1 :].lstrip()
    return following.startswith(("{", "->", "where", "throws", ")", "async")) or plain[
        :index
    ].rstrip().endswith((",", "->", "where", "&", "==", ":"))
