"""store: one walk-in through use case and store, beside SQLite from C that writes the very same rows."""

import contextlib
import pathlib
import shutil
import sqlite3
import subprocess

import rounds
import tools
from support import product

# Walk-ins a round: enough for some hundred milliseconds of work in both modes.
WALK_INS = {"OFF": 4000, "FULL": 1000}
ROUNDS = 7
# The search's own tables take cards in lots of so many, not one by one.
SEARCH = ("patient_run", "patient_waiting")
LOT = 128


def written(database: pathlib.Path) -> dict[str, int]:
    """Rows in each table but the search's, in the order in which the schema makes them.

    Folds the log into the file first, so that copying the file copies everything.
    """
    with contextlib.closing(sqlite3.connect(database)) as line:
        line.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        # Not what a search index keeps for itself: writing the index writes that.
        names = line.execute(
            "SELECT t.name FROM pragma_table_list AS t JOIN sqlite_master AS m ON m.name = t.name"
            " WHERE t.schema = 'main' AND t.type = 'table' ORDER BY m.rowid"
        ).fetchall()
        counts = {name: line.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in names}
        return {name: count for name, count in counts.items() if name not in SEARCH}


def searched(database: pathlib.Path) -> list[list[tuple]]:
    """All that the search's tables hold."""
    with contextlib.closing(sqlite3.connect(database)) as line:
        return [line.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall() for table in SEARCH]


def changed(before: pathlib.Path, after: pathlib.Path, table: str) -> bool:
    """Whether the product changed a row of a table to which it added none."""
    one, other = sqlite3.connect(before), sqlite3.connect(after)
    sql = f'SELECT * FROM "{table}"'
    try:
        return set(one.execute(sql)) != set(other.execute(sql))
    finally:
        one.close()
        other.close()


def order(database: pathlib.Path, table: str) -> str:
    """What gives the order of writing: the rowid, or the time or the card in a table without one."""
    line = sqlite3.connect(database)
    try:
        line.execute(f'SELECT rowid FROM "{table}" LIMIT 1')
        return "rowid"
    except sqlite3.OperationalError:
        columns = [row[0] for row in line.execute(f"SELECT name FROM pragma_table_info('{table}')")]
        return next(name for name in columns if name in ("at_ms", "at", "row"))
    finally:
        line.close()


def recipe(before: pathlib.Path, after: pathlib.Path, walk_ins: int) -> list[str]:
    """What one walk-in writes: TABLE:ROWS:ORDER for rows added, TABLE:0:KEY for a counter moved in place."""
    words = []
    old, new = written(before), written(after)
    for table, count in new.items():
        added, rest = divmod(count - old[table], walk_ins)
        assert rest == 0, (
            f"{table} grew by {count - old[table]} rows in {walk_ins} walk-ins: not the same each time"
        )
        if added:
            words.append(f"{table}:{added}:{order(after, table)}")
        elif changed(before, after, table):
            line = sqlite3.connect(after)
            key = line.execute(f"SELECT name FROM pragma_table_info('{table}')").fetchone()[0]
            line.close()
            words.append(f"{table}:0:{key}")
    return words


def fresh(base: pathlib.Path, folder: pathlib.Path) -> pathlib.Path:
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(base, folder)
    return next(path for path in folder.iterdir() if path.read_bytes()[:15] == b"SQLite format 3")


def swift(folder: pathlib.Path, walk_ins: int, mode: str) -> float:
    """Walk-ins a second of the product."""
    bench = product.BUILD / "release" / "StoreBench"
    told = subprocess.run(
        [bench, folder, str(walk_ins), mode], check=True, capture_output=True, text=True
    ).stdout.split()
    return walk_ins / float(told[-1]) if walk_ins else 0


def share(folder: pathlib.Path, base: pathlib.Path, mode: str) -> float:
    walk_ins = WALK_INS[mode]
    source = fresh(base, folder / "source")
    swift(source.parent, walk_ins, mode)
    words = recipe(next(path for path in base.iterdir() if path.name == source.name), source, walk_ins)
    print(
        f"synchronous={mode}, {walk_ins} walk-ins a round; one writes {', '.join(words)}, and every {LOT}th "
        "moves a lot into the search",
        flush=True,
    )

    def by_product() -> float:
        return swift(fresh(base, folder / "product").parent, walk_ins, mode)

    def by_limit() -> float:
        target = fresh(base, folder / "limit")
        told = subprocess.run(
            [tools.built("store_limit"), source, target, mode, str(walk_ins), str(LOT), *words],
            check=True,
            capture_output=True,
            text=True,
        )
        assert written(target) == written(source), "the limit did not write what the product wrote"
        assert searched(target) == searched(source), "the limit's search has other cards than the product's"
        return walk_ins / float(told.stdout)

    return rounds.in_turn(ROUNDS, by_product, by_limit)


def store(folder: pathlib.Path) -> float:
    tools.build_product("StoreBench")
    base = folder / "base"
    base.mkdir()
    swift(base, 200, "OFF")
    written(next(path for path in base.iterdir() if path.read_bytes()[:15] == b"SQLite format 3"))
    durable = share(folder, base, "FULL")
    work = share(folder, base, "OFF")
    print(f"share with synchronous=FULL {durable:.2f}")
    return work
