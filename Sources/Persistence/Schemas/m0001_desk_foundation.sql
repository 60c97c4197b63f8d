-- One row: who this desk is, for ever. Private keys are files beside the database, never rows.
CREATE TABLE desk (
    id           TEXT    PRIMARY KEY CHECK (length(id) = 36),
    lineage      INTEGER NOT NULL CHECK (lineage >= 1),
    request_key  BLOB    NOT NULL CHECK (length(request_key) = 32),
    document_key BLOB    NOT NULL CHECK (length(document_key) = 32),
    founded_at   INTEGER NOT NULL,
    prefix       TEXT
) STRICT;

-- One row: what the admin sets for the whole desk.
CREATE TABLE setting (
    id                 INTEGER PRIMARY KEY CHECK (id = 1),
    version            INTEGER NOT NULL CHECK (version >= 1),
    clinic             TEXT    NOT NULL CHECK (clinic <> ''),
    banner_ru          TEXT,
    banner_en          TEXT,
    lock_after_seconds INTEGER NOT NULL CHECK (lock_after_seconds BETWEEN 60 AND 900)
) STRICT;

-- One row is one person who works, or worked, at this desk.
CREATE TABLE operator (
    id         TEXT    PRIMARY KEY CHECK (length(id) = 36),
    version    INTEGER NOT NULL CHECK (version >= 1),
    login      TEXT    NOT NULL CONSTRAINT operator_login_unique UNIQUE,
    name       TEXT    NOT NULL CHECK (name <> ''),
    roles      TEXT    NOT NULL CHECK (roles <> ''),
    disabled   INTEGER NOT NULL CHECK (disabled IN (0, 1)),
    created_at INTEGER NOT NULL
) STRICT;

-- One row is one person's card at this clinic; a correction is a new version of the row, the past is in the
-- outbox.
CREATE TABLE patient (
    row                INTEGER PRIMARY KEY,
    id                 TEXT    NOT NULL CONSTRAINT patient_id_unique UNIQUE CHECK (length(id) = 36),
    version            INTEGER NOT NULL CHECK (version >= 1),
    card_number        INTEGER NOT NULL CONSTRAINT patient_card_number_unique UNIQUE CHECK (card_number >= 1),
    surname            TEXT    NOT NULL CHECK (surname <> ''),
    name               TEXT    NOT NULL CHECK (name <> ''),
    patronymic         TEXT,
    patronymic_absent  INTEGER NOT NULL CHECK (patronymic_absent IN (0, 1)),
    birth_date         TEXT    NOT NULL CHECK (length(birth_date) = 10),
    sex                TEXT    NOT NULL CHECK (sex IN ('male', 'female')),
    phone              TEXT,
    email              TEXT,
    snils              TEXT    CHECK (length(snils) = 11),
    note               TEXT,
    registered_at      INTEGER NOT NULL,
    registered_by      TEXT    NOT NULL REFERENCES operator (id),
    changed_at         INTEGER NOT NULL,
    -- Folded names, birth date and phone in one line: what the search looks into.
    search_key         TEXT    NOT NULL,
    CONSTRAINT patient_patronymic_or_none CHECK ((patronymic IS NULL) = (patronymic_absent = 1))
) STRICT;

CREATE INDEX patient_by_search_key ON patient (search_key);
CREATE INDEX patient_by_snils ON patient (snils) WHERE snils IS NOT NULL;
CREATE INDEX patient_by_registration ON patient (registered_by, registered_at);

-- Every run of three characters of the search key, so that any part of a name finds the card. Kept by the
-- program, not by triggers: SQLite does not let a trigger use a virtual table while the schema is not
-- trusted.
CREATE VIRTUAL TABLE patient_search USING fts5 (
    search_key,
    content = 'patient',
    content_rowid = 'row',
    tokenize = "trigram case_sensitive 1",
    columnsize = 0
);

-- One row is one coming of one person, from the door to its outcome.
CREATE TABLE visit (
    id            TEXT    PRIMARY KEY CHECK (length(id) = 36),
    version       INTEGER NOT NULL CHECK (version >= 1),
    day           TEXT    NOT NULL CHECK (length(day) = 10),
    number        INTEGER NOT NULL CHECK (number >= 1),
    patient_id    TEXT    REFERENCES patient (id),
    arrived_at    INTEGER NOT NULL,
    reason        TEXT    NOT NULL CHECK (reason <> ''),
    destination   TEXT    NOT NULL,
    place         TEXT,
    state         TEXT    NOT NULL CHECK (state IN ('arrived', 'in_service', 'done', 'cancelled', 'left')),
    outcome       TEXT,
    cancel_reason TEXT,
    opened_by     TEXT    NOT NULL REFERENCES operator (id),
    started_at    INTEGER,
    ended_at      INTEGER,
    ended_by      TEXT    REFERENCES operator (id),
    CONSTRAINT visit_number_unique UNIQUE (day, number),
    CONSTRAINT visit_done_with_outcome CHECK ((state = 'done') = (outcome IS NOT NULL)),
    CONSTRAINT visit_cancelled_with_reason CHECK ((state = 'cancelled') = (cancel_reason IS NOT NULL))
) STRICT;

CREATE UNIQUE INDEX visit_one_open_per_patient ON visit (patient_id)
    WHERE patient_id IS NOT NULL AND state IN ('arrived', 'in_service');
CREATE INDEX visit_by_patient ON visit (patient_id, arrived_at);
CREATE INDEX visit_by_opener ON visit (opened_by, arrived_at);
CREATE INDEX visit_by_closer ON visit (ended_by, ended_at);

-- One row is one operator's time at one screen.
CREATE TABLE shift (
    id         TEXT    PRIMARY KEY CHECK (length(id) = 36),
    version    INTEGER NOT NULL CHECK (version >= 1),
    owner_id   TEXT    NOT NULL REFERENCES operator (id),
    screen     TEXT    NOT NULL,
    opened_at  INTEGER NOT NULL,
    closed_at  INTEGER,
    state      TEXT    NOT NULL CHECK (state IN ('open', 'handed_over', 'closed')),
    handed_to  TEXT    REFERENCES operator (id),
    taken_from TEXT    CONSTRAINT shift_taken_once UNIQUE REFERENCES shift (id),
    note       TEXT,
    CONSTRAINT shift_ends_once CHECK ((state = 'open') = (closed_at IS NULL)),
    CONSTRAINT shift_handed_to_somebody CHECK ((state = 'handed_over') = (handed_to IS NOT NULL))
) STRICT;

CREATE UNIQUE INDEX shift_one_open ON shift (owner_id, screen) WHERE state = 'open';
CREATE INDEX shift_by_taker ON shift (handed_to) WHERE handed_to IS NOT NULL;

-- History -----------------------------------------------------------------------------------------------------------

-- One row is one thing that somebody did or saw. Each row's hash covers the one before it; nothing is ever
-- changed.
CREATE TABLE audit (
    seq          INTEGER PRIMARY KEY,
    at_ms        INTEGER NOT NULL,
    operator_id  TEXT,
    session_id   TEXT,
    request      TEXT,
    action       TEXT    NOT NULL,
    subject_kind TEXT,
    subject_id   TEXT,
    -- The digest of the fact that this one replaces, and of the fact itself.
    before_hash  BLOB,
    after_hash   BLOB,
    -- The operation that carries the fact; notices have none.
    operation    INTEGER UNIQUE,
    prev_hash    BLOB    NOT NULL CHECK (length(prev_hash) = 32),
    hash         BLOB    NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE INDEX audit_by_subject ON audit (subject_id, seq);

CREATE TRIGGER audit_never_changes BEFORE UPDATE ON audit BEGIN
    SELECT raise(ABORT, 'audit rows never change');
END;
CREATE TRIGGER audit_never_shrinks BEFORE DELETE ON audit BEGIN
    SELECT raise(ABORT, 'audit rows are never deleted');
END;

-- One row is one fact on its way to the centre: its bytes exactly as signed and sent, gapless from 1.
CREATE TABLE outbox (
    seq     INTEGER PRIMARY KEY,
    lineage INTEGER NOT NULL,
    op_id   BLOB    NOT NULL CONSTRAINT outbox_op_id_unique UNIQUE CHECK (length(op_id) = 16),
    type    TEXT    NOT NULL,
    schema  INTEGER NOT NULL,
    header  BLOB    NOT NULL,
    payload BLOB    NOT NULL,
    chain   BLOB    NOT NULL CHECK (length(chain) = 32),
    made_ms INTEGER NOT NULL
) STRICT;

CREATE TRIGGER outbox_never_changes BEFORE UPDATE ON outbox BEGIN
    SELECT raise(ABORT, 'operations never change');
END;
CREATE TRIGGER outbox_never_shrinks BEFORE DELETE ON outbox BEGIN
    SELECT raise(ABORT, 'operations are never deleted');
END;

-- One row: how far the centre has confirmed, and the clock that never runs back.
CREATE TABLE sync_state (
    id       INTEGER PRIMARY KEY CHECK (id = 1),
    received INTEGER NOT NULL,
    safe     INTEGER NOT NULL CHECK (safe <= received),
    hlc      INTEGER NOT NULL
) STRICT;

INSERT INTO sync_state (id, received, safe, hlc) VALUES (1, 0, 0, 0);

-- Not history -------------------------------------------------------------------------------------------------------

-- One row is what an operator proves to be by. It never leaves the desk.
CREATE TABLE credential (
    operator_id     TEXT    PRIMARY KEY REFERENCES operator (id) DEFERRABLE INITIALLY DEFERRED,
    password_hash   TEXT    NOT NULL,
    password_set_at INTEGER NOT NULL,
    pin_hash        TEXT,
    pin_set_at      INTEGER
) STRICT;

-- One row counts the failures to get in of one login, one PIN or the setup code.
CREATE TABLE lockout (
    subject  TEXT    PRIMARY KEY,
    failures INTEGER NOT NULL,
    until_ms INTEGER
) STRICT, WITHOUT ROWID;

-- One row is one operator signed in at one screen; the cookie's secret is here only as its digest.
CREATE TABLE session (
    id          TEXT    PRIMARY KEY CHECK (length(id) = 36),
    digest      TEXT    NOT NULL CONSTRAINT session_digest_unique UNIQUE,
    operator_id TEXT    NOT NULL REFERENCES operator (id),
    screen      TEXT    NOT NULL,
    opened_at   INTEGER NOT NULL,
    expires_at  INTEGER NOT NULL,
    locked      INTEGER NOT NULL CHECK (locked IN (0, 1)),
    active_at   INTEGER NOT NULL
) STRICT;

CREATE INDEX session_by_screen ON session (screen);
CREATE INDEX session_by_operator ON session (operator_id, opened_at);

-- One row: this session has looked at this patient, and the audit says so once.
CREATE TABLE patient_view (
    session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    patient_id TEXT NOT NULL,
    PRIMARY KEY (session_id, patient_id)
) STRICT, WITHOUT ROWID;

-- One row is one half-typed form of one operator.
CREATE TABLE draft (
    id          TEXT    PRIMARY KEY CHECK (length(id) = 36),
    operator_id TEXT    NOT NULL REFERENCES operator (id),
    form        TEXT    NOT NULL,
    subject_id  TEXT,
    saved_at    INTEGER NOT NULL,
    content     TEXT    NOT NULL
) STRICT;

CREATE INDEX draft_by_operator ON draft (operator_id, saved_at);

-- One row is the first answer to one request with an Idempotency-Key, given again to every repetition.
CREATE TABLE answer (
    operator_id  TEXT    NOT NULL,
    key          TEXT    NOT NULL,
    request_hash BLOB    NOT NULL CHECK (length(request_hash) = 32),
    status       INTEGER NOT NULL,
    location     TEXT,
    body         BLOB    NOT NULL,
    at_ms        INTEGER NOT NULL,
    PRIMARY KEY (operator_id, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX answer_by_age ON answer (at_ms);
