"""Tests/bench NAME: figures, and as the last line the share of the limit that the product reaches."""

import argparse
import pathlib
import sys
import tempfile

import footprint
import http_bench
import import_bench
import pdf_bench
import search_bench
import store_bench
import verify_bench

BENCHES = {
    "http": (http_bench.http, "one patient as JSON, session and router included, beside bare libmicrohttpd"),
    "static": (http_bench.static, "a page of www/ beside bare libmicrohttpd"),
    "store": (store_bench.store, "one durable walk-in below HTTP, beside SQLite from C"),
    "import": (import_bench.bring_lists_in, "a list of 100 000 people, beside .import of the sqlite3 shell"),
    "pdf": (pdf_bench.pdf, "a policy as PDF, beside the same page from C with pangocairo, and from Python"),
    "search": (search_bench.search, "the search among a million, beside one query of one index from C"),
    "verify": (verify_bench.verify, "the codes of papers, beside libsodium from C"),
    "footprint": (footprint.footprint, "memory, start and size beside their limits; 1.00 or more is reached"),
}


def main() -> int:
    told = "\n".join(f"  {name:10} {about}" for name, (_, about) in BENCHES.items())
    parser = argparse.ArgumentParser(
        prog="Tests/bench", formatter_class=argparse.RawDescriptionHelpFormatter, epilog=f"benches:\n{told}"
    )
    parser.add_argument("name", choices=BENCHES, metavar="NAME")
    run, _ = BENCHES[parser.parse_args().name]
    with tempfile.TemporaryDirectory(prefix="frontdesk-bench-") as folder:
        print(f"ratio {run(pathlib.Path(folder)):.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
