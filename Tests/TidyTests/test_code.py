"""The rules of the house over every file that git keeps."""

import ast
import re
import subprocess

import checkout
import rules
import swift_text

LINES = {".swift": 400, ".py": 400, ".c": 400, ".css": 400, ".js": 200, ".html": 400, ".sh": 80}
WIDE = {".swift", ".py", ".c", ".h", ".js", ".css", ".sh"}


def over(paths, rule) -> list[str]:
    return [f"{checkout.name(path)}:{finding}" for path in paths for finding in rule(path)]


def sources():
    return checkout.files(".swift", under="Sources")


def test_every_import_follows_the_arrows():
    assert not over(sources(), lambda path: rules.wrong_imports(checkout.target(path), checkout.text(path)))


def test_the_package_promises_no_arrow_beyond_the_table():
    manifest = checkout.text(checkout.ROOT / "Package.swift")
    found = []
    for match in re.finditer(r'\b(?:room|program)\("([\w-]+)"(?:, \[(.*?)\])?\)', manifest, re.DOTALL):
        wanted = set(re.findall(r'"([\w-]+)"', match[2] or ""))
        found += [f"{match[1]} -> {module}" for module in wanted - rules.ARROWS.get(match[1], set())]
    assert not found


def test_each_c_library_has_one_importer():
    users: dict[str, set[str]] = {}
    for path in sources():
        for _, _, module in rules.imports(checkout.text(path)):
            if re.fullmatch(r"C[A-Z]\w+", module) and module != "Crypto":
                users.setdefault(module, set()).add(checkout.target(path))
    assert {module: targets for module, targets in users.items() if len(targets) > 1} == {}


def test_no_forced_or_public_code_in_sources():
    assert not over(sources(), lambda path: rules.forbidden_words(checkout.text(path)))


def test_every_waived_proof_says_why():
    assert not over(sources(), lambda path: rules.untold_trust(checkout.target(path), checkout.text(path)))


def test_nothing_is_left_for_later():
    paths = [
        path
        for path in checkout.files(".swift", ".js", ".css", ".html", ".py", ".c", ".sql")
        if "TidyTests" not in path.parts
    ]
    assert not over(paths, lambda path: rules.leftovers(checkout.text(path)))


def test_files_are_short():
    found = []
    for path in checkout.files():
        most = LINES.get(checkout.kind(path))
        length = checkout.text(path).count("\n") if most else 0
        if most and length > most:
            found.append(f"{checkout.name(path)}: {length} lines, at most {most}")
    assert not found


def test_lines_are_not_wide():
    paths = [path for path in checkout.files() if checkout.kind(path) in WIDE]
    assert not over(paths, lambda path: rules.wide_lines(checkout.text(path)))


def test_swift_functions_are_short():
    assert not [
        f"{checkout.name(path)}:{line}: {length} lines"
        for path in checkout.files(".swift")
        for line, length in swift_text.long_functions(checkout.text(path), 60)
    ]


def test_python_functions_are_short():
    found = []
    for path in checkout.files(".py"):
        for node in ast.walk(ast.parse(checkout.text(path))):
            if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= 60:
                found.append(f"{checkout.name(path)}:{node.lineno} {node.name}")
    assert not found


def test_tests_wait_for_conditions_and_never_sleep():
    paths = [
        path
        for path in checkout.files(".swift", ".py", ".js", under="Tests")
        if "TidyTests" not in path.parts
    ]
    assert not over(paths, lambda path: rules.sleeps(checkout.text(path)))


def test_no_file_names_a_path_of_somebodys_machine():
    assert not over(checkout.files(), lambda path: rules.machine_paths(checkout.text(path)))


def test_every_main_type_has_a_doc_comment():
    found = []
    for path in sources():
        main = path.stem.split("+")[0]
        lines = checkout.text(path).splitlines()
        for index, line in enumerate(lines):
            if re.match(
                rf"(?:\w+ |@[\w(), *\"]+ )*(?:struct|class|enum|protocol|actor) {re.escape(main)}\b", line
            ):
                above = index - 1
                while above >= 0 and re.match(r"\s*(@|//(?!/))", lines[above]):
                    above -= 1
                told = above >= 0 and lines[above].lstrip().startswith("///")
                if not told and not rules.opens_in_prose(checkout.text(path)):
                    found.append(f"{checkout.name(path)}:{index + 1}")
    assert not found


def test_swift_format_has_nothing_to_say():
    paths = [str(path) for path in checkout.files(".swift")]
    done = subprocess.run(
        ["swift", "format", "lint", "--strict", "--parallel", *paths],
        cwd=checkout.ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr[-3000:]
