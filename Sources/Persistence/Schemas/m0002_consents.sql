-- One row is one edition of the words that a purpose is asked for with. Editions are never changed.
CREATE TABLE consent_text (
    id           TEXT    PRIMARY KEY CHECK (length(id) = 36),
    purpose      TEXT    NOT NULL,
    edition      INTEGER NOT NULL CHECK (edition >= 1),
    text         TEXT    NOT NULL CHECK (text <> ''),
    sha256       TEXT    NOT NULL CHECK (length(sha256) = 64),
    published_at INTEGER NOT NULL,
    published_by TEXT    NOT NULL REFERENCES operator (id),
    CONSTRAINT consent_text_edition_unique UNIQUE (purpose, edition)
) STRICT;

-- One row is one person's answer to one purpose, from the offered sheet to its end.
CREATE TABLE consent (
    id           TEXT    PRIMARY KEY CHECK (length(id) = 36),
    version      INTEGER NOT NULL CHECK (version >= 1),
    number       INTEGER NOT NULL CONSTRAINT consent_number_unique UNIQUE CHECK (number >= 1),
    patient_id   TEXT    NOT NULL REFERENCES patient (id),
    purpose      TEXT    NOT NULL,
    edition      INTEGER NOT NULL,
    text_sha256  TEXT    NOT NULL CHECK (length(text_sha256) = 64),
    channel      TEXT    NOT NULL CHECK (channel IN ('paper', 'web', 'kiosk')),
    state        TEXT    NOT NULL CHECK (state IN ('offered', 'given', 'refused', 'withdrawn')),
    offered_at   INTEGER NOT NULL,
    offered_by   TEXT    NOT NULL REFERENCES operator (id),
    decided_at   INTEGER,
    decided_by   TEXT    REFERENCES operator (id),
    withdrawn_at INTEGER,
    withdrawn_by TEXT    REFERENCES operator (id),
    note         TEXT,
    FOREIGN KEY (purpose, edition) REFERENCES consent_text (purpose, edition),
    CONSTRAINT consent_decided CHECK ((state = 'offered') = (decided_at IS NULL)),
    CONSTRAINT consent_withdrawn CHECK ((state = 'withdrawn') = (withdrawn_at IS NOT NULL))
) STRICT;

CREATE INDEX consent_by_patient ON consent (patient_id, offered_at);
-- One purpose is asked of one person once at a time.
CREATE UNIQUE INDEX consent_one_standing ON consent (patient_id, purpose)
    WHERE state IN ('offered', 'given');
