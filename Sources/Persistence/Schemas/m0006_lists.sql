-- One row is one list of insured people that was brought in, or begun to be.
CREATE TABLE list_run (
    id          TEXT    PRIMARY KEY CHECK (length(id) = 36),
    version     INTEGER NOT NULL CHECK (version >= 1),
    file_sha256 TEXT    NOT NULL CHECK (length(file_sha256) = 64),
    lines       INTEGER NOT NULL CHECK (lines >= 0),
    takes_alike INTEGER NOT NULL CHECK (takes_alike IN (0, 1)),
    begun_at    INTEGER NOT NULL,
    begun_by    TEXT    NOT NULL REFERENCES operator (id),
    ending      TEXT    CHECK (ending IN ('finished', 'stopped')),
    ended_at    INTEGER,
    CONSTRAINT list_run_ended CHECK ((ending IS NULL) = (ended_at IS NULL))
) STRICT;

-- One row is what one transaction took of a list.
CREATE TABLE list_lot (
    id         TEXT    PRIMARY KEY CHECK (length(id) = 36),
    run_id     TEXT    NOT NULL REFERENCES list_run (id),
    last_line  INTEGER NOT NULL CHECK (last_line >= 1),
    taken_at   INTEGER NOT NULL,
    registered INTEGER NOT NULL,
    known      INTEGER NOT NULL,
    policies   INTEGER NOT NULL,
    alike      INTEGER NOT NULL,
    failed     INTEGER NOT NULL
) STRICT;

CREATE INDEX list_lot_by_run ON list_lot (run_id, last_line);

-- One row says that a line of a list made this card, or added a policy to it.
CREATE TABLE list_line (
    patient_id TEXT    NOT NULL REFERENCES patient (id),
    lot_id     TEXT    NOT NULL REFERENCES list_lot (id),
    line       INTEGER NOT NULL CHECK (line >= 1),
    PRIMARY KEY (patient_id, lot_id, line)
) STRICT, WITHOUT ROWID;
