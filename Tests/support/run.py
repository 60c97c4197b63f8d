"""Tests/run: builds what a suite needs, runs it and counts; a failing suite shows its output."""

import argparse
import dataclasses
import os
import pathlib
import re
import subprocess
import sys
import time
import xml.etree.ElementTree as xml

CHECKOUT = pathlib.Path(__file__).resolve().parent.parent.parent
LOGS = CHECKOUT / ".build" / "tests"
RELEASE = ("swift", "build", "-c", "release", "--static-swift-stdlib")
# What swift test prints last, once for Swift Testing; XCTest's own empty run is not counted.
SWIFT_TESTING = re.compile(r"Test run with (\d+) tests? .*(passed|failed)")
SWIFT_FAILED = re.compile(r"^. Test (?!run ).* failed after", re.MULTILINE)
# What was wrong: tests run side by side, so these lines are scattered over the whole output.
SWIFT_ISSUE = re.compile(r"^. Test (?!run ).* recorded an issue.*(?:\n↳.*)*", re.MULTILINE)


@dataclasses.dataclass
class Count:
    passed: int = 0
    failed: int = 0
    skipped: list[str] = dataclasses.field(default_factory=list)

    def add(self, other: "Count") -> None:
        self.passed += other.passed
        self.failed += other.failed
        self.skipped += other.skipped


class Failed(Exception):
    """A build or a tool failed; the message is for the reader."""


def logged(name: str, words: tuple[str, ...], **environment: str) -> tuple[int, str]:
    """Runs a command with its output in a file; answers the status and the output."""
    LOGS.mkdir(parents=True, exist_ok=True)
    path = LOGS / f"{name}.log"
    with open(path, "wb") as file:
        status = subprocess.run(
            words,
            cwd=CHECKOUT,
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=file,
            env=os.environ | environment,
        ).returncode
    return status, path.read_text(errors="replace")


def build(name: str, *words: str) -> None:
    print(f"  building ({' '.join(words)})", flush=True)
    status, output = logged(f"build-{name}", words)
    if status:
        raise Failed(f"{output[-6000:]}\nThe build failed; all of it: {LOGS}/build-{name}.log")


def release() -> None:
    """The product as it ships."""
    build("console", *RELEASE, "--product", "frontdesk")
    build("cabinet", *RELEASE, "--product", "frontdesk-cabinet")


def unit(_: argparse.Namespace, *words: str) -> Count:
    build("tests", "swift", "build", "--build-tests")
    status, output = logged("unit", ("swift", "test", "--skip-build", *words))
    ran = sum(int(match[1]) for match in SWIFT_TESTING.finditer(output))
    failed = len(SWIFT_FAILED.findall(output))
    if status or failed or not ran:
        print("\n".join(SWIFT_ISSUE.findall(output)) or output[-6000:])
        # A trap ends the run before its last line, and no tests at all is no success either.
        failed = max(failed, 1)
    return Count(max(ran - failed, 0), failed)


def python(name: str, folder: str, options: argparse.Namespace, *words: str) -> Count:
    report = LOGS / f"{name}.xml"
    report.unlink(missing_ok=True)
    command = (
        sys.executable,
        "-m",
        "pytest",
        f"Tests/{folder}",
        "-q",
        f"--junitxml={report}",
        f"--rounds={options.rounds}",
        *(("--seed", str(options.seed)) if options.seed is not None else ()),
        *(("--pictures", str(options.pictures.absolute())) if options.pictures else ()),
        *words,
    )
    status, output = logged(name, command, PYTHONDONTWRITEBYTECODE="1")
    count = Count()
    if report.exists():
        for case in xml.parse(report).iter("testcase"):
            if case.find("failure") is not None or case.find("error") is not None:
                count.failed += 1
            elif (skip := case.find("skipped")) is not None:
                count.skipped.append(f"{case.get('name')}: {skip.get('message')}")
            else:
                count.passed += 1
            for figure in case.iter("property"):
                print(f"  {figure.get('value')}")
    if status or count.failed:
        print(output[-12000:])
        count.failed = max(count.failed, 1)
    return count


def tidy(options: argparse.Namespace) -> Count:
    return python("tidy", "TidyTests", options, "-vv")


def quick(options: argparse.Namespace) -> Count:
    count = tidy(options)
    # The sweeps over every point at which a disk can fail take longer than all the rest.
    count.add(unit(options, "--skip", "fault point"))
    return count


def over_release(name: str, folder: str):  # noqa: ANN201 – a suite, as the others
    def run(options: argparse.Namespace) -> Count:
        release()
        return python(name, folder, options)

    return run


def numbers(options: argparse.Namespace) -> Count:
    build("numbers", *RELEASE, "--product", "NumberJudge")
    return python("numbers", "Numbers", options)


def alike(options: argparse.Namespace) -> Count:
    # As fast as it ships: the crowd is registered by the real use case.
    build("alike", *RELEASE, "--product", "AlikeBench")
    return python("alike", "Alike", options)


def papers(options: argparse.Namespace) -> Count:
    release()
    build("papers", *RELEASE, "--product", "PaperSampler")
    return python("papers", "Papers", options)


def lists(options: argparse.Namespace) -> Count:
    build("lists", *RELEASE, "--product", "ListMaker")
    return python("lists", "Lists", options)


SUITES = {
    "tidy": (tidy, "who imports what, sizes, words, translations, formatting"),
    "unit": (unit, "the Swift tests"),
    "numbers": (numbers, "random СНИЛС, ИНН and ЕНП judged as by implementations that are not ours"),
    "lists": (lists, "random CSV files read as Python reads them"),
    "papers": (papers, "every paper as PDF: pictures, text, fonts, tags, codes"),
    "blackbox": (over_release("blackbox", "BlackBoxTests"), "the built daemon, from outside, over HTTP"),
    "replay": (
        over_release("replay", "Replay"),
        "a register rebuilt from the operations equals the desk's own",
    ),
    "alike": (alike, "cards like the one being typed: ten thousand people, any --seed"),
    "api": (over_release("api", "Api"), "schemathesis, signed in, against the served OpenAPI"),
    "browser": (over_release("browser", "Browser"), "headless Chromium, keyboard only, with axe-core"),
    "printing": (
        over_release("printing", "Printing"),
        "papers to a real IPP printer: no paper, jam, off, busy, cut lines, kill -9; --rounds N",
    ),
    "faults": (
        over_release("faults", "FaultTests"),
        "kill -9, power cuts, I/O faults, a full disk; --rounds N",
    ),
    "tsan": (
        lambda options: python("tsan", "Tsan", options),
        "the thread sanitizer over the program under load",
    ),
    "packaging": (over_release("packaging", "Packaging"), "packaging/start and the units"),
}
SHORT = {"quick": (quick, "tidy and unit, without the long sweeps of I/O faults; under a minute when built")}


def arguments() -> argparse.Namespace:
    told = "\n".join(f"  {name:10} {about}" for name, (_, about) in (SHORT | SUITES).items())
    parser = argparse.ArgumentParser(
        prog="Tests/run",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        description="Runs all tests of this checkout, or one suite.",
        epilog=f"suites:\n{told}",
    )
    parser.add_argument("suite", nargs="?", choices=[*SHORT, *SUITES], metavar="SUITE")
    parser.add_argument(
        "--rounds", type=int, default=100, metavar="N", help="rounds of each random fault (100)"
    )
    parser.add_argument("--seed", type=int, metavar="N", help="repeat the random choices of an earlier run")
    parser.add_argument(
        "--pictures", type=pathlib.Path, metavar="DIR", help="keep pictures of the screens there"
    )
    return parser.parse_args()


def main() -> int:
    options = arguments()
    names = [options.suite] if options.suite else list(SUITES)
    total = Count()
    for name in names:
        run, about = (SHORT | SUITES)[name]
        print(f"{name}: {about}", flush=True)
        started = time.monotonic()
        try:
            count = run(options)
        except Failed as failure:
            print(failure)
            count = Count(failed=1)
        for reason in count.skipped:
            print(f"  SKIPPED {reason}")
        print(
            f"  {count.passed} passed, {count.failed} failed in {time.monotonic() - started:.0f} s",
            flush=True,
        )
        total.add(count)
    if total.skipped:
        print(f"{len(total.skipped)} skipped, as said above")
    print(f"{total.passed} passed, {total.failed} failed")
    return 1 if total.failed else 0


if __name__ == "__main__":
    sys.exit(main())
