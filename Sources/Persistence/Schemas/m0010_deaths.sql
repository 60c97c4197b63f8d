-- One row is one note that a person died, with how the desk knows. A mistake is struck, never deleted.
CREATE TABLE death_note (
    id            TEXT    PRIMARY KEY CHECK (length(id) = 36),
    version       INTEGER NOT NULL CHECK (version >= 1),
    patient_id    TEXT    NOT NULL REFERENCES patient (id),
    died_on       TEXT    NOT NULL CHECK (length(died_on) = 10),
    basis         TEXT    NOT NULL CHECK (basis IN ('certificate', 'medical', 'words')),
    details       TEXT    NOT NULL CHECK (details <> ''),
    noted_at      INTEGER NOT NULL,
    noted_by      TEXT    NOT NULL REFERENCES operator (id),
    struck_at     INTEGER,
    struck_by     TEXT    REFERENCES operator (id),
    strike_reason TEXT,
    CONSTRAINT death_note_struck_whole
        CHECK ((struck_at IS NULL) = (struck_by IS NULL) AND (struck_at IS NULL) = (strike_reason IS NULL))
) STRICT;

CREATE UNIQUE INDEX death_note_one_standing ON death_note (patient_id) WHERE struck_at IS NULL;
CREATE INDEX death_note_by_patient ON death_note (patient_id);
