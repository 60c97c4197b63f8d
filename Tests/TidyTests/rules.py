"""The rules as functions from text to findings, so that each can be shown to find what it is for."""

import re

import swift_text

# Who may import whom (architecture, 2). Arrows point inward; an adapter never imports another adapter.
ARROWS = {
    "Domain": set(),
    "Application": {"Domain"},
    "Localization": {"Domain", "Wire"},
    "Lists": {"Application", "Domain"},
    "InventedPeople": {"Domain"},
    "SQL": set(),
    "Threads": {"Glibc"},
    "Wire": {"Domain"},
    "Persistence": {"Application", "Domain", "SQL", "Threads", "Wire"},
    # No C library: files and the clock only.
    "HTTP": {"Glibc", "Threads", "Wire"},
    "SQLiteEngine": {"CSQLite", "Glibc", "SQL", "Synchronization", "Threads"},
    "HTTPServer": {"CMicrohttpd", "Glibc", "HTTP", "Synchronization", "Threads"},
    "Crypto": {"Application", "CSodium", "Domain", "Glibc", "Threads"},
    "Host": {"Application", "CSystemd", "Domain", "Glibc", "Threads"},
    "Printing": {"Application", "CCups", "Domain", "Glibc"},
    "Documents": {"CPango", "CQRencode", "Glibc", "Threads"},
    "Reception": {"Application", "Documents", "Domain", "HTTP", "Lists", "Localization", "Threads", "Wire"},
    "Cabinet": {"Domain", "HTTP", "Localization", "Wire"},
    # What the two programs share in putting themselves together.
    "Assembly": {"Glibc", "HTTP", "HTTPServer", "Host", "Localization", "Threads", "Wire"},
    "frontdesk": {
        "Application",
        "Assembly",
        "Crypto",
        "Documents",
        "Domain",
        "Glibc",
        "HTTP",
        "HTTPServer",
        "Host",
        "InventedPeople",
        "Lists",
        "Localization",
        "Persistence",
        "Printing",
        "Reception",
        "SQL",
        "SQLiteEngine",
        "Threads",
        "Wire",
    },
    "frontdesk-cabinet": {
        "Assembly",
        "Cabinet",
        "Crypto",
        "Domain",
        "Glibc",
        "HTTP",
        "HTTPServer",
        "Host",
        "Localization",
        "Persistence",
        "SQL",
        "SQLiteEngine",
        "Threads",
        "Wire",
    },
}
ADAPTERS = {"Threads", "SQLiteEngine", "HTTPServer", "Crypto", "Documents", "Host", "Printing"}

_IMPORT = re.compile(
    r"^\s*(?:@\w+\s+)*(?:(\w+)\s+)?import\s+(?:(?:struct|class|enum|func|var|protocol)\s+)?(\w+)"
)
_FORBIDDEN = {
    r"\btry!": "try!",
    r"\bas!": "as!",
    r"(?<=[\w)\]}])!(?![=\w])": "a force unwrap",
    r"\bpublic\b": "public (what crosses a target is package)",
    r"\bfatalError\(": "fatalError",
    r"\bDispatch|\bNSLock\b|\bMutex[<(]": "a lock or a queue that is not Threads'",
}
_TRUSTED = re.compile(r"@unchecked\b|\bnonisolated\(unsafe\)|\bUnmanaged\b|\bunsafeBitCast\b")
_LEFTOVER = re.compile(r"\b(?:TODO|FIXME|XXX)\b")


def imports(text: str) -> list[tuple[int, str | None, str]]:
    """(line, access, module) of each import."""
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        if match := _IMPORT.match(line):
            found.append((number, match[1], match[2]))
    return found


def wrong_imports(target: str, text: str) -> list[str]:
    found, modules = [], []
    for number, access, module in imports(text):
        if access not in ("internal", "package", "private", "fileprivate"):
            found.append(f"{number}: import {module} without access")
        if module not in ARROWS[target]:
            found.append(f"{number}: {target} must not import {module}")
        modules.append(module)
    if modules != sorted(modules):
        found.append(f"1: imports are not sorted: {', '.join(modules)}")
    return found


def forbidden_words(text: str) -> list[str]:
    found = []
    for number, line in enumerate(swift_text.code(text).splitlines(), 1):
        found += [f"{number}: {name}" for pattern, name in _FORBIDDEN.items() if re.search(pattern, line)]
    return found


def opens_in_prose(text: str) -> bool:
    """Whether a comment for the whole file stands between its imports and its first declaration."""
    for line in text.splitlines():
        if line.startswith("//") and not line.startswith("///"):
            return True
        if line.strip() and not _IMPORT.match(line):
            return False
    return False


def untold_trust(target: str, text: str) -> list[str]:
    """Places where the compiler's proof is waived, outside the adapters or without a reason above.

    A reference that crosses C may be explained nearby or for the whole file; other things in place.
    """
    lines, found = text.splitlines(), []
    for number, line in enumerate(swift_text.code(text).splitlines(), 1):
        if not (match := _TRUSTED.search(line)):
            continue
        above = number - 2
        while above >= 0 and (lines[above].strip().startswith("@") or _TRUSTED.search(lines[above])):
            above -= 1
        told = "//" in lines[number - 1] or (above >= 0 and lines[above].strip().startswith("//"))
        near = any("//" in line for line in lines[max(number - 13, 0) : number])
        told = told or (match[0] == "Unmanaged" and (near or opens_in_prose(text)))
        if target not in ADAPTERS:
            found.append(f"{number}: unchecked code outside the adapters")
        elif not told:
            found.append(f"{number}: unchecked code without a comment that proves it")
    return found


def leftovers(text: str) -> list[str]:
    return [
        f"{number}: {line.strip()[:60]}"
        for number, line in enumerate(text.splitlines(), 1)
        if _LEFTOVER.search(line)
    ]


def wide_lines(text: str, most: int = 110) -> list[str]:
    return [
        f"{number}: {len(line)} letters"
        for number, line in enumerate(text.splitlines(), 1)
        if len(line) > most
    ]


def sleeps(text: str) -> list[str]:
    pattern = re.compile(
        r"\b(?:time\.sleep|Task\.sleep|Thread\.sleep|u?sleep|nanosleep)\(|wait_for_timeout\("
    )
    return [
        f"{number}: {line.strip()[:60]}"
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def machine_paths(text: str) -> list[str]:
    pattern = re.compile(r"(?<![\w.])/(?:root|work|Users|opt/swift|home/\w+|tmp/(?:w|plan))(?=[/\s\"']|$)")
    return [
        f"{number}: {match[0]}"
        for number, line in enumerate(text.splitlines(), 1)
        if (match := pattern.search(line))
    ]


def unsafe_page(text: str) -> list[str]:
    """What the content security policy would stop: inline scripts, styles and handlers."""
    patterns = {
        r"<script(?![^>]*\bsrc=)": "an inline script",
        r"<style\b": "an inline style sheet",
        r"\sstyle=": "a style=",
        r"<[^>]*\son\w+=": "an inline handler",
        r"javascript:": "a javascript: address",
    }
    return [
        f"{text.count(chr(10), 0, match.start()) + 1}: {name}"
        for pattern, name in patterns.items()
        for match in re.finditer(pattern, text, re.IGNORECASE)
    ]


def unsafe_script(text: str) -> list[str]:
    pattern = re.compile(
        r"\b(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write"
        r"|\beval\(|new Function\(|\.style\b"
        r"|localStorage(?!\.\w+\(\"frontdesk\.theme\")"
    )
    return [
        f"{number}: {match[0]}"
        for number, line in enumerate(text.splitlines(), 1)
        if (match := pattern.search(line))
    ]
