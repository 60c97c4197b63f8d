-- One row is one precinct of a clinic that people can be attached to. It is closed, never deleted: cards name
-- it.
CREATE TABLE attachment_place (
    id       TEXT    PRIMARY KEY CHECK (length(id) = 36),
    version  INTEGER NOT NULL CHECK (version >= 1),
    clinic   TEXT    NOT NULL CHECK (clinic <> ''),
    precinct TEXT    NOT NULL CHECK (precinct <> ''),
    kind     TEXT    NOT NULL CHECK (kind IN ('adult', 'child', 'family')),
    closed   INTEGER NOT NULL CHECK (closed IN (0, 1))
) STRICT;

-- One row is what is known of one patient beside the card, as it is now.
CREATE TABLE particulars (
    patient_id         TEXT    PRIMARY KEY REFERENCES patient (id),
    version            INTEGER NOT NULL CHECK (version >= 1),
    inn                TEXT    CHECK (length(inn) = 12),
    address_registered TEXT,
    address_actual     TEXT,
    address_same       INTEGER NOT NULL CHECK (address_same IN (0, 1)),
    attachment_id      TEXT    REFERENCES attachment_place (id),
    attached_since     TEXT    CHECK (length(attached_since) = 10),
    changed_at         INTEGER NOT NULL,
    changed_by         TEXT    NOT NULL REFERENCES operator (id)
) STRICT;

-- One row is one phone of a patient beside the card's own, in the order in which they were given.
CREATE TABLE further_phone (
    patient_id TEXT    NOT NULL REFERENCES patient (id),
    place      INTEGER NOT NULL CHECK (place >= 1),
    phone      TEXT    NOT NULL CHECK (phone LIKE '+%'),
    whose      TEXT,
    PRIMARY KEY (patient_id, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX further_phone_by_phone ON further_phone (phone);

-- One row is the last time that a patient confirmed a phone in person; it speaks of that number only.
CREATE TABLE phone_confirmation (
    patient_id   TEXT    PRIMARY KEY REFERENCES patient (id),
    phone        TEXT    NOT NULL CHECK (phone LIKE '+%'),
    confirmed_at INTEGER NOT NULL,
    confirmed_by TEXT    NOT NULL REFERENCES operator (id)
) STRICT;
