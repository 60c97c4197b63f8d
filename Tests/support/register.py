"""A look into the register from outside, at a copy, while the daemon does not run.

The live file is never opened: a second process that checkpoints it could damage it, and opening it
would do the recovery that is the daemon's to do.
"""

import json
import pathlib
import shutil
import sqlite3

# Not business data: what the replay of operations does not bring back.
NOT_BUSINESS = {
    "answer", "audit", "credential", "draft", "lockout", "outbox", "patient_run", "patient_view",
    "patient_waiting", "print_job", "schema_step", "session", "sync_state",
}  # fmt: skip


def place_of_run(run: str, card: int) -> int:
    """Where the search keeps the set of this run for the block of this card: see SearchRun."""
    whole = (1 << 64) - 1
    mixed = 0xCBF2_9CE4_8422_2325 * 0x100_0000_01B3 & whole
    for letter in run:
        mixed = (mixed ^ ord(letter)) * 0x100_0000_01B3 & whole
    mixed = (mixed ^ mixed >> 29) * 0xBF58_476D_1CE4_E5B9 & whole
    return mixed >> 24 << 20 | card >> 16


def cards_of_set(stored: bytes) -> set[int]:
    """The cards of a block, from a list of two bytes each or from 65 536 bits: see CardSet."""
    if len(stored) == 8192:
        return {card for card in range(65536) if stored[card // 8] >> card % 8 & 1}
    return {stored[place] | stored[place + 1] << 8 for place in range(0, len(stored), 2)}


class Register:
    """A copy of a desk's database as it lies on the disk, log and all."""

    def __init__(self, database: pathlib.Path, folder: pathlib.Path):
        folder.mkdir(parents=True, exist_ok=True)
        self.path = folder / database.name
        for ending in ("", "-wal"):
            source = database.with_name(database.name + ending)
            if source.exists():
                shutil.copyfile(source, self.path.with_name(self.path.name + ending))
        self.line = sqlite3.connect(self.path)

    def __enter__(self) -> "Register":
        return self

    def __exit__(self, *_: object) -> None:
        self.line.close()

    def rows(self, sql: str, *values: object) -> list[tuple]:
        return self.line.execute(sql, values).fetchall()

    def tables(self) -> list[str]:
        """The tables that somebody wrote by name: neither views nor what a virtual table keeps for itself."""
        sql = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
        return sorted(name for (name,) in self.rows(sql) if not name.startswith("sqlite_"))

    def business(self) -> dict[str, list[tuple]]:
        """Every row of every business table, in an order that does not depend on how it was written."""
        return {
            table: sorted(self.rows(f'SELECT * FROM "{table}"'), key=repr)
            for table in self.tables()
            if table not in NOT_BUSINESS
        }

    def damage(self) -> list[str]:
        """What SQLite itself finds wrong."""
        found = [text for (text,) in self.rows("PRAGMA integrity_check") if text != "ok"]
        found += [f"foreign key: {row}" for row in self.rows("PRAGMA foreign_key_check")]
        found += [f"patient {key} is in no search" for key in self.lost_to_search()]
        return found

    def lost_to_search(self) -> list[str]:
        """Cards that neither wait nor stand in the set of their birth date."""
        sets = dict(self.rows("SELECT place, cards FROM patient_run"))
        waiting = set(self.rows("SELECT row, search_key FROM patient_waiting"))
        lost = []
        for card, key, born, text in self.rows("SELECT row, id, birth_date, search_key FROM patient"):
            if text and (card, text) not in waiting:
                year, month, day = born.split("-")
                cards = sets.get(place_of_run(f"{day}.{month}.{year}", card), b"")
                if card % 65536 not in cards_of_set(cards):
                    lost.append(key)
        return lost

    def half_written(self) -> list[str]:
        """Facts of which a part is there and another is not. One transaction wrote all of them, or none."""
        found = []
        for table, action in (("patient", "patient_registered"), ("visit", "visit_opened")):
            missing = self.rows(
                f'SELECT id FROM "{table}" WHERE (SELECT count(*) FROM audit JOIN outbox'
                " ON outbox.seq = operation WHERE subject_id = id AND action = ? AND type = ?) <> 1",
                action,
                action,
            )
            found += [f"{table} {key} without its audit row and operation" for (key,) in missing]
            orphans = self.rows(
                "SELECT subject_id FROM audit WHERE action = ?"
                f' AND subject_id NOT IN (SELECT id FROM "{table}")',
                action,
            )
            found += [f"{action} of a {table} {key} that is not there" for (key,) in orphans]
        carried = "SELECT operation FROM audit WHERE operation IS NOT NULL"
        alone = self.rows(f"SELECT seq FROM outbox WHERE seq NOT IN ({carried})")
        found += [f"operation {seq} without an audit row" for (seq,) in alone]
        sent = "SELECT seq FROM outbox"
        gone = self.rows(f"SELECT seq FROM audit WHERE operation IS NOT NULL AND operation NOT IN ({sent})")
        found += [f"audit row {seq} without its operation" for (seq,) in gone]
        for table in ("audit", "outbox"):
            first, last, count = self.rows(f"SELECT min(seq), max(seq), count(*) FROM {table}")[0]
            if count and (first, last) != (1, count):
                found.append(f"{table} has gaps: {count} rows from {first} to {last}")
        return found

    def promised(self) -> list[str]:
        """Stored answers that promise a patient who is not there."""
        found = []
        for key, body in self.rows("SELECT key, body FROM answer WHERE location LIKE '/api/v1/patients/%'"):
            card = json.loads(body)["patient"]["id"]
            if not self.has("patient", card):
                found.append(f"answer {key} promises patient {card}")
        return found

    def has(self, table: str, key: str) -> bool:
        return bool(self.rows(f'SELECT 1 FROM "{table}" WHERE id = ?', key))

    def lost(self, table: str, acknowledged: set[str]) -> set[str]:
        """Which of these ids, each acknowledged to a client, are not in the table."""
        return acknowledged - {key for (key,) in self.rows(f'SELECT id FROM "{table}"')}


def damage_one_audit_row(database: pathlib.Path) -> None:
    """Changes one letter of the past, as somebody with the disk in hand could. The daemon must not run."""
    line = sqlite3.connect(database)
    (trigger,) = line.execute("SELECT sql FROM sqlite_master WHERE name = 'audit_never_changes'").fetchone()
    line.execute("DROP TRIGGER audit_never_changes")
    line.execute("UPDATE audit SET at_ms = at_ms + 1 WHERE seq = (SELECT max(seq) / 2 + 1 FROM audit)")
    line.execute(trigger)
    line.commit()
    line.close()
