"""The table of guards: each requirement that holds from the first day, and the tests that hold it."""

import ast
import pathlib
import re

import pytest

TESTS = pathlib.Path(__file__).resolve().parent.parent

GUARDS = {
    "K-01 loopback only": ["test_it_listens_on_loopback_only", "test_another_address_is_refused_at_start"],
    "K-02 Host and Origin from a fixed list": [
        "test_a_host_outside_the_list_is_misdirected",
        "test_an_origin_outside_the_list_changes_nothing",
    ],
    "K-03 request gate": ["test_a_malformed_request_is_refused", "test_no_request_is_answered_twice"],
    "K-04 token, JSON and same origin on every write": [
        "test_a_write_without_its_token_is_refused",
        "test_a_write_that_is_no_json_is_refused",
        "test_a_write_from_another_site_is_refused",
    ],
    "K-05 the session cookie": [
        "test_the_session_cookie_is_strict_and_hidden_from_scripts",
        "test_each_sign_in_mints_a_new_cookie",
        "test_a_cookie_from_before_the_sign_in_is_not_adopted",
        "test_after_signing_out_the_cookie_opens_nothing",
    ],
    "K-06 lock after idle and the end after twelve hours": [
        "test_the_screen_locks_itself_after_five_idle_minutes",
        "test_a_session_ends_after_twelve_hours_whatever_is_done",
        "test_a_locked_session_shows_no_patient",
        "test_a_session_survives_a_restart_as_it_was",
        "test_a_clock_set_back_keeps_no_screen_open",
    ],
    "K-07 passwords, PINs and growing delays": [
        "test_after_five_wrong_passwords_the_right_one_waits",
        "test_the_delay_survives_a_restart_and_grows",
        "test_five_wrong_pins_lock_the_pin_out",
        "test_a_clock_set_back_does_not_stretch_a_lockout",
        "test_a_weak_password_or_pin_is_refused",
        "test_a_pin_does_not_sign_in",
        "test_failed_sign_ins_are_in_the_journal_of_deeds",
    ],
    "K-08 roles on the server": ["test_the_matrix_of_routes_and_roles", "test_every_route_is_in_the_matrix"],
    "K-09 policy headers": ["test_every_answer_carries_the_policy_headers", "test_data_is_not_cached"],
    "K-10 output is escaped": [
        "test_markup_in_a_note_comes_back_as_data",
        "test_control_and_direction_characters_do_not_get_in",
        "test_pages_contain_no_patient",
    ],
    "K-14 forms and multipart": ["test_forms_and_multipart_are_unsupported"],
    "K-15 slow clients and many connections": [
        "test_a_thousand_dripping_connections",
        "test_a_slow_head_is_closed_within_its_deadline",
        "test_a_slow_body_is_closed",
    ],
    "K-19 nothing personal in logs, addresses and metrics": [
        "test_planted_data_stays_out_of_logs_and_metrics"
    ],
    "K-20 the audit chain": [
        "test_a_view_is_written_down_once_a_session",
        "test_one_changed_byte_breaks_the_audit_chain",
    ],
    "K-22 safe failure": [
        "test_a_damaged_database_is_named_and_not_served_as_good",
        "test_a_full_disk_answers_quickly_and_recovers",
        "test_after_an_input_output_error_nothing_unsaved_is_called_saved",
    ],
}


def functions(source: str) -> dict[str, ast.FunctionDef]:
    """The functions of a file by name, tests and fixtures alike."""
    return {node.name: node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef)}


def proves(name: str, here: dict[str, ast.FunctionDef]) -> bool:
    """True when this test runs on every machine and expects something of what it sees.

    One that may be skipped, by itself or by a fixture it takes, may count as passed without having looked.
    """
    reached, found = [here[name]], {name}
    for function in reached:
        used = {node.id for node in ast.walk(function) if isinstance(node, ast.Name)}
        used |= {argument.arg for argument in function.args.args}
        for more in sorted((used & here.keys()) - found):
            found.add(more)
            reached.append(here[more])
    text = "\n".join(ast.unparse(function) for function in reached)
    return not re.search(r"\bskip(if)?\b|\bxfail\b|importorskip", text) and bool(
        re.search(r"^\s*assert |\.expect\(|pytest\.raises\(", text, re.MULTILINE)
    )


def unguarded(guards: dict[str, list[str]], sources: list[str], shared: str) -> list[str]:
    """What a table promises in vain: tests that are not there, guards that nothing proves everywhere."""
    files = [functions(source) for source in sources]
    wrong = []
    for guard, names in guards.items():
        homes = {name: next((here for here in files if name in here), None) for name in names}
        wrong += [f"{guard}: {name} is not there" for name, here in homes.items() if here is None]
        # A fixture of the test's own file hides the shared one of the same name.
        told = [proves(name, functions(shared) | here) for name, here in homes.items() if here is not None]
        if not any(told):
            wrong.append(f"{guard}: no test proves it on every machine")
    return wrong


def test_every_guard_of_the_table_is_proved():
    sources = [path.read_text() for path in sorted(TESTS.glob("*/test_*.py"))]
    assert unguarded(GUARDS, sources, (TESTS / "conftest.py").read_text()) == []


@pytest.mark.parametrize(
    "source",
    [
        "def test_other(): assert True",
        "def test_it():\n    look()",
        "@pytest.mark.skipif(poor, reason='')\ndef test_it():\n    assert look()",
        "def disk():\n    pytest.skip('no disk')\n\n\ndef test_it(disk):\n    assert look()",
        "def disk():\n    rare()\n\n\ndef rare():\n    pytest.skip()\n\n\ndef test_it(disk):\n    assert 1",
    ],
    ids=["absent", "expects nothing", "skipped", "a fixture skips", "a helper of a fixture skips"],
)
def test_a_guard_that_nothing_proves_is_found(source: str):
    assert unguarded({"K-00": ["test_it"]}, [source], "")
    good = "def test_it(desk):\n    assert look()"
    assert unguarded({"K-00": ["test_it"]}, [source.replace("test_it", "test_too"), good], "") == []
