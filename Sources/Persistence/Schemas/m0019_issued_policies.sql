-- One row is one number of this desk's own range that a document has taken, for ever.
CREATE TABLE own_number (
    sequence    INTEGER PRIMARY KEY CHECK (sequence >= 1),
    prefix      TEXT    NOT NULL CHECK (prefix <> ''),
    document_id TEXT    NOT NULL CONSTRAINT own_number_one_per_document UNIQUE CHECK (length(document_id) = 36)
) STRICT;

-- One row is one version of a policy that this desk issued, for ever: what was printed can be read again. The
-- newest version is the policy.
CREATE TABLE issued_policy (
    id              TEXT    NOT NULL CHECK (length(id) = 36),
    version         INTEGER NOT NULL CHECK (version >= 1),
    kind            TEXT    NOT NULL CHECK (kind IN ('dms', 'vzr')),
    number          TEXT    NOT NULL CHECK (number <> ''),
    -- The number without what the eye does not tell apart.
    number_key      TEXT    NOT NULL CHECK (number_key <> ''),
    own_sequence    INTEGER REFERENCES own_number (sequence),
    patient_id      TEXT    NOT NULL REFERENCES patient (id),
    insurer_id      TEXT    NOT NULL,
    insurer_version INTEGER NOT NULL,
    -- Both days are days of the policy.
    valid_from      TEXT    NOT NULL CHECK (length(valid_from) = 10),
    valid_to        TEXT    NOT NULL CHECK (length(valid_to) = 10),
    territory       TEXT,
    sum_hundredths  INTEGER CHECK (sum_hundredths >= 1),
    currency        TEXT    CHECK (currency IN ('EUR', 'USD', 'RUB')),
    latin_name      TEXT,
    issued_at       INTEGER NOT NULL,
    issued_by       TEXT    NOT NULL REFERENCES operator (id),
    changed_at      INTEGER NOT NULL,
    changed_by      TEXT    NOT NULL REFERENCES operator (id),
    change_reason   TEXT,
    revoked_for     TEXT    CHECK (revoked_for IN ('mistake', 'terminated', 'declined', 'other')),
    revoked_note    TEXT,
    revoked_at      INTEGER,
    revoked_by      TEXT    REFERENCES operator (id),
    -- Policies that came one instead of the other.
    replaces_id     TEXT    CHECK (length(replaces_id) = 36),
    replaced_by_id  TEXT    CHECK (length(replaced_by_id) = 36),
    PRIMARY KEY (id, version),
    FOREIGN KEY (insurer_id, insurer_version) REFERENCES insurer (id, version),
    CONSTRAINT issued_policy_days CHECK (valid_from <= valid_to),
    CONSTRAINT issued_policy_travel_whole
        CHECK ((kind = 'vzr') = (territory IS NOT NULL) AND (kind = 'vzr') = (sum_hundredths IS NOT NULL)
            AND (kind = 'vzr') = (currency IS NOT NULL) AND (kind = 'vzr') = (latin_name IS NOT NULL)),
    CONSTRAINT issued_policy_revoked_whole
        CHECK ((revoked_at IS NULL) = (revoked_for IS NULL) AND (revoked_at IS NULL) = (revoked_by IS NULL))
) STRICT;

CREATE INDEX issued_policy_by_patient ON issued_policy (patient_id, id);
CREATE INDEX issued_policy_by_number ON issued_policy (number_key, id);

-- One row is one programme of one version of a policy, at the version that it was issued with.
CREATE TABLE issued_policy_programme (
    policy_id         TEXT    NOT NULL,
    version           INTEGER NOT NULL,
    place             INTEGER NOT NULL CHECK (place >= 1),
    programme_id      TEXT    NOT NULL,
    programme_version INTEGER NOT NULL,
    PRIMARY KEY (policy_id, version, place),
    FOREIGN KEY (policy_id, version) REFERENCES issued_policy (id, version),
    FOREIGN KEY (programme_id, programme_version) REFERENCES programme (id, version)
) STRICT, WITHOUT ROWID;

-- One row: a policy known under another card was found by its number and belongs to this patient too.
CREATE TABLE policy_link (
    id         TEXT    PRIMARY KEY CHECK (length(id) = 36),
    patient_id TEXT    NOT NULL REFERENCES patient (id),
    -- Issued by this desk, in whichever version; or shown at it.
    policy_id  TEXT    CHECK (length(policy_id) = 36),
    paper_id   TEXT    REFERENCES shown_paper (id),
    linked_at  INTEGER NOT NULL,
    linked_by  TEXT    NOT NULL REFERENCES operator (id),
    CONSTRAINT policy_link_to_one CHECK ((policy_id IS NULL) <> (paper_id IS NULL)),
    CONSTRAINT policy_link_once UNIQUE (patient_id, policy_id),
    CONSTRAINT policy_link_once_to_paper UNIQUE (patient_id, paper_id)
) STRICT;
