-- One row is one year whose moved days the admin has written down.
CREATE TABLE calendar_year (
    year    INTEGER PRIMARY KEY,
    version INTEGER NOT NULL CHECK (version >= 1)
) STRICT;

-- One row is one day that differs from what the labour code says of it.
CREATE TABLE calendar_day (
    day  TEXT    PRIMARY KEY CHECK (length(day) = 10),
    year INTEGER NOT NULL REFERENCES calendar_year (year),
    kind TEXT    NOT NULL CHECK (kind IN ('holiday', 'working')),
    note TEXT
) STRICT;

CREATE INDEX calendar_day_by_year ON calendar_day (year);

-- One row is one person's right to get medical copies by e-mail, from the printed sheet to its end.
CREATE TABLE mail_profile (
    id          TEXT    PRIMARY KEY CHECK (length(id) = 36),
    version     INTEGER NOT NULL CHECK (version >= 1),
    patient_id  TEXT    NOT NULL REFERENCES patient (id),
    consent_id  TEXT    NOT NULL CONSTRAINT mail_profile_one_of_consent UNIQUE REFERENCES consent (id),
    state       TEXT    NOT NULL
        CHECK (state IN ('paper_printed', 'paper_received', 'confirmed', 'rejected', 'ended')),
    printed_at  INTEGER NOT NULL,
    printed_by  TEXT    NOT NULL REFERENCES operator (id),
    received_at INTEGER,
    due         TEXT    CHECK (length(due) = 10),
    email       TEXT,
    decided_at  INTEGER,
    decided_by  TEXT    REFERENCES operator (id),
    reason      TEXT,
    -- The card has another address than the confirmed one. Kept by the program with each change of a card, so
    -- that nobody compares every profile with its card to show what waits.
    outdated    INTEGER NOT NULL CHECK (outdated IN (0, 1)),
    CONSTRAINT mail_profile_received_with_due CHECK ((received_at IS NULL) = (due IS NULL)),
    CONSTRAINT mail_profile_confirmed_with_email CHECK (state <> 'confirmed' OR email IS NOT NULL),
    CONSTRAINT mail_profile_rejected_with_reason CHECK (state <> 'rejected' OR reason IS NOT NULL)
) STRICT;

CREATE UNIQUE INDEX mail_profile_one_standing ON mail_profile (patient_id) WHERE state <> 'ended';
CREATE INDEX mail_profile_by_due ON mail_profile (due, received_at) WHERE state = 'paper_received';
CREATE INDEX mail_profile_outdated ON mail_profile (decided_at) WHERE outdated = 1;
CREATE INDEX mail_profile_by_patient ON mail_profile (patient_id, printed_at);

-- One row: a person has found this version of the card right.
CREATE TABLE read_back (
    id           TEXT    PRIMARY KEY CHECK (length(id) = 36),
    patient_id   TEXT    NOT NULL REFERENCES patient (id),
    card_version INTEGER NOT NULL CHECK (card_version >= 1),
    how          TEXT    NOT NULL CHECK (how IN ('signed', 'spoken')),
    read_at      INTEGER NOT NULL,
    read_by      TEXT    NOT NULL REFERENCES operator (id)
) STRICT;

CREATE INDEX read_back_by_patient ON read_back (patient_id, card_version);
