-- One row is the public key of another desk, whose papers are believed here until the key is withdrawn.
CREATE TABLE desk_key (
    id              TEXT    PRIMARY KEY CHECK (length(id) = 36),
    version         INTEGER NOT NULL CHECK (version >= 1),
    prefix          TEXT    NOT NULL,
    name            TEXT    NOT NULL CHECK (name <> ''),
    public_key      TEXT    NOT NULL CHECK (length(public_key) = 64),
    added_at        INTEGER NOT NULL,
    added_by        TEXT    REFERENCES operator (id),
    withdrawn_at    INTEGER,
    withdrawn_by    TEXT    REFERENCES operator (id),
    withdraw_reason TEXT,
    CONSTRAINT desk_key_withdrawn_whole CHECK (
        (withdrawn_at IS NULL) = (withdrawn_by IS NULL) AND (withdrawn_at IS NULL) = (withdraw_reason IS NULL)
    )
) STRICT;

CREATE UNIQUE INDEX desk_key_one_standing ON desk_key (public_key) WHERE withdrawn_at IS NULL;

-- One row is one paper issued under a number of this desk. Rows are never deleted: so no number comes again.
CREATE TABLE document (
    id            TEXT    PRIMARY KEY CHECK (length(id) = 36),
    version       INTEGER NOT NULL CHECK (version >= 1),
    doc_id        TEXT    NOT NULL CONSTRAINT document_doc_id_unique UNIQUE CHECK (length(doc_id) = 16),
    sort          TEXT    NOT NULL,
    sequence      INTEGER NOT NULL CONSTRAINT document_sequence_unique UNIQUE CHECK (sequence >= 1),
    number        TEXT    NOT NULL CONSTRAINT document_number_unique UNIQUE,
    patient_id    TEXT    NOT NULL REFERENCES patient (id),
    valid_from    TEXT    NOT NULL CHECK (length(valid_from) = 10),
    valid_to      TEXT    CHECK (valid_to >= valid_from),
    product       INTEGER NOT NULL CHECK (product BETWEEN 0 AND 65535),
    holder_tag    INTEGER NOT NULL CHECK (holder_tag BETWEEN 0 AND 255),
    issued_on     TEXT    NOT NULL CHECK (length(issued_on) = 10),
    issued_at     INTEGER NOT NULL,
    issued_by     TEXT    NOT NULL REFERENCES operator (id),
    state         TEXT    NOT NULL
        CHECK (state IN ('issued_offline', 'registered', 'rejected', 'replaced', 'revoked')),
    ended_at      INTEGER,
    ended_by      TEXT    REFERENCES operator (id),
    replaced_by   TEXT    REFERENCES document (id),
    revoke_reason TEXT,
    CONSTRAINT document_ended_whole CHECK (
        (ended_at IS NULL) = (ended_by IS NULL)
        AND (ended_at IS NOT NULL) = (state IN ('replaced', 'revoked'))
        AND (replaced_by IS NOT NULL) = (state = 'replaced')
        AND (revoke_reason IS NOT NULL) = (state = 'revoked')
    )
) STRICT;

CREATE INDEX document_by_patient ON document (patient_id, issued_at);

-- One row is one sheet of a document, written down before the printer is asked for it.
CREATE TABLE printed_copy (
    id               TEXT    PRIMARY KEY CHECK (length(id) = 36),
    version          INTEGER NOT NULL CHECK (version >= 1),
    document_id      TEXT    NOT NULL REFERENCES document (id),
    document_version INTEGER NOT NULL CHECK (document_version >= 1),
    number           INTEGER NOT NULL CHECK (number >= 1),
    key_id           TEXT    NOT NULL CHECK (length(key_id) = 6),
    counter          INTEGER NOT NULL CHECK (counter BETWEEN 1 AND 4294967295),
    token            TEXT    NOT NULL CHECK (length(token) = 146),
    why              TEXT    NOT NULL CHECK (why IN ('first', 'lost', 'spoiled', 'correction')),
    made_at          INTEGER NOT NULL,
    made_by          TEXT    NOT NULL REFERENCES operator (id),
    answer           TEXT    NOT NULL CHECK (answer IN ('unknown', 'printed', 'failed', 'opened_as_pdf')),
    answered_at      INTEGER,
    CONSTRAINT printed_copy_number_unique UNIQUE (document_id, number),
    CONSTRAINT printed_copy_counter_unique UNIQUE (key_id, counter),
    CONSTRAINT printed_copy_answered CHECK ((answered_at IS NULL) = (answer = 'unknown'))
) STRICT;
