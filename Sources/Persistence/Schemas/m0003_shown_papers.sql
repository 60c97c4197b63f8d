-- One row is one paper that a patient showed: an identity document or a policy, as it was written down. What
-- was written down wrong is struck, never deleted.
CREATE TABLE shown_paper (
    id              TEXT    PRIMARY KEY CHECK (length(id) = 36),
    version         INTEGER NOT NULL CHECK (version >= 1),
    patient_id      TEXT    NOT NULL REFERENCES patient (id),
    sort            TEXT    NOT NULL CHECK (sort IN ('document', 'policy')),
    kind            TEXT    NOT NULL,
    series          TEXT,
    number          TEXT    NOT NULL CHECK (number <> ''),
    issued_on       TEXT    CHECK (length(issued_on) = 10),
    issuer          TEXT,
    department_code TEXT,
    oms_type        TEXT,
    insurer         TEXT,
    valid_to        TEXT    CHECK (length(valid_to) = 10),
    shown_at        INTEGER NOT NULL,
    shown_by        TEXT    NOT NULL REFERENCES operator (id),
    struck_at       INTEGER,
    struck_by       TEXT    REFERENCES operator (id),
    strike_reason   TEXT,
    CONSTRAINT shown_paper_struck_whole
        CHECK ((struck_at IS NULL) = (struck_by IS NULL) AND (struck_at IS NULL) = (strike_reason IS NULL))
) STRICT;

CREATE INDEX shown_paper_by_patient ON shown_paper (patient_id, shown_at);
CREATE INDEX shown_paper_by_number ON shown_paper (number, kind) WHERE struck_at IS NULL;
