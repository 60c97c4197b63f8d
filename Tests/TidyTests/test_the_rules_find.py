"""The control: each rule finds a planted example of what it is for, and lets the right form pass."""

import rules
import swift_text


def test_a_wrong_arrow_is_found():
    assert rules.wrong_imports("Domain", "internal import Wire\n") == ["1: Domain must not import Wire"]
    assert rules.wrong_imports("Wire", "internal import Domain\n") == []


def test_foundation_is_found_anywhere():
    assert all(rules.wrong_imports(target, "internal import Foundation\n") for target in rules.ARROWS)


def test_an_import_without_access_or_out_of_order_is_found():
    assert rules.wrong_imports("Wire", "import Domain\n") == ["1: import Domain without access"]
    assert rules.wrong_imports("HTTP", "internal import Wire\ninternal import Threads\n")


def test_forced_code_is_found_and_texts_are_not():
    for line in ("let x = try! y()", "x!.y()", "let z = y as! Z", "f(x)!", "a[0]!", "public struct X {}"):
        assert rules.forbidden_words(line), line
    for line in (
        'let text = "try! as! x!"',
        "// try! this",
        "if !x || a != b {}",
        "@Test func `is it!`() {}",
    ):
        assert not rules.forbidden_words(line), line


def test_waived_proof_needs_an_adapter_and_a_reason():
    waived = "final class X: @unchecked Sendable {}\n"
    assert rules.untold_trust("Domain", "// because\n" + waived)
    assert rules.untold_trust("Host", waived)
    assert not rules.untold_trust("Host", "// Only touched under the lock.\n" + waived)


def test_leftovers_wide_lines_and_machine_paths_are_found():
    assert rules.leftovers("// TO" + "DO: later")
    assert rules.wide_lines("x" * 111) and not rules.wide_lines("x" * 110)
    assert rules.machine_paths("cd /ro" + "ot/x") and rules.machine_paths('"/wo' + 'rk/main"')
    assert not rules.machine_paths("/usr/lib/root/x")


def test_sleeps_are_found():
    for line in ("time.sl" + "eep(1)", "usl" + "eep(5)", "try await Task.sl" + "eep(for: x)"):
        assert rules.sleeps(line), line


def test_a_long_function_is_measured():
    body = "func f() {\n" + "    g()\n" * 60 + "}\n"
    assert swift_text.long_functions(body, 60) == [(1, 62)]
    assert swift_text.long_functions(body, 62) == []
    assert (
        swift_text.long_functions("protocol P {\n    func f()\n    func g() -> Int\n}\n" + "x\n" * 80, 60)
        == []
    )


def test_pages_and_scripts_that_the_policy_would_stop_are_found():
    for page in ("<script>x</script>", '<p style="x">', '<b onclick="x">', "<style>"):
        assert rules.unsafe_page(page), page
    assert not rules.unsafe_page('<script type="module" src="/x.js"></script>\n<p class="style">')
    assert rules.unsafe_script("x.inner" + "HTML = y") and not rules.unsafe_script("x.textContent = y")
