-- One row is one paper on its way to a printer. Delivery, not history: what was issued and how often stands in
-- the register, and this row goes a while after its end.
CREATE TABLE print_job (
    id            TEXT    PRIMARY KEY CHECK (length(id) = 36),
    version       INTEGER NOT NULL CHECK (version >= 1),
    role          TEXT    NOT NULL CHECK (role IN ('documents', 'tickets')),
    purpose       TEXT    NOT NULL CHECK (purpose <> ''),
    subject_id    TEXT,
    title         TEXT,
    size          TEXT    NOT NULL CHECK (size IN ('a4', 'a5', 'roll80')),
    asked_by      TEXT    NOT NULL REFERENCES operator (id),
    asked_at      INTEGER NOT NULL,
    state         TEXT    NOT NULL
        CHECK (state IN ('waiting', 'sent', 'printing', 'printed', 'failed', 'unknown', 'cancelled')),
    trouble       TEXT,
    attempt       INTEGER NOT NULL CHECK (attempt >= 0),
    -- The printer's own number of it.
    number        INTEGER,
    cancel_wanted INTEGER NOT NULL CHECK (cancel_wanted IN (0, 1)),
    changed_at    INTEGER NOT NULL,
    format        TEXT    NOT NULL CHECK (format IN ('pdf', 'bitmap')),
    -- The page; nothing once it is printed.
    content       BLOB,
    CONSTRAINT print_job_can_be_followed CHECK (state <> 'printing' OR number IS NOT NULL),
    CONSTRAINT print_job_can_be_printed CHECK (state = 'printed' OR content IS NOT NULL)
) STRICT;

CREATE INDEX print_job_open ON print_job (role, id)
    WHERE state IN ('waiting', 'sent', 'printing', 'unknown');
CREATE INDEX print_job_ended ON print_job (changed_at)
    WHERE state IN ('printed', 'failed', 'cancelled');
