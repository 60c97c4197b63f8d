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
    "answer", "audit", "credential", "draft", "lockout", "outbox", "patient_view", "schema_step",
    "session", "sync_state",
}  # fmt: skip


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
        try:
            self.line.execute("INSERT INTO patient_search (patient_search) VALUES ('integrity-check')")
        except sqlite3.DatabaseError as error:
            found.append(f"search index: {error}")
        return found

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
