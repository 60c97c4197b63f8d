-- One row is one version of a certificate of service, for ever: who sat where, since when. The newest version
-- is the certificate.
CREATE TABLE certificate (
    id                TEXT    NOT NULL CHECK (length(id) = 36),
    version           INTEGER NOT NULL CHECK (version >= 1),
    own_sequence      INTEGER NOT NULL REFERENCES own_number (sequence),
    number            TEXT    NOT NULL CHECK (number <> ''),
    programme_id      TEXT    NOT NULL,
    programme_version INTEGER NOT NULL,
    -- Both days are days of the certificate.
    valid_from        TEXT    NOT NULL CHECK (length(valid_from) = 10),
    valid_to          TEXT    NOT NULL CHECK (length(valid_to) = 10),
    first_id          TEXT    NOT NULL REFERENCES patient (id),
    second_id         TEXT    REFERENCES patient (id),
    purchased_on      TEXT    NOT NULL CHECK (length(purchased_on) = 10),
    entry_due         TEXT    NOT NULL CHECK (length(entry_due) = 10),
    issued_at         INTEGER NOT NULL,
    issued_by         TEXT    NOT NULL REFERENCES operator (id),
    seat              TEXT    CHECK (seat IN ('first', 'second')),
    seated_at         INTEGER,
    seated_by         TEXT    REFERENCES operator (id),
    late_reason       TEXT,
    PRIMARY KEY (id, version),
    FOREIGN KEY (programme_id, programme_version) REFERENCES programme (id, version),
    CONSTRAINT certificate_days CHECK (valid_from <= valid_to),
    CONSTRAINT certificate_of_two CHECK (first_id <> second_id),
    CONSTRAINT certificate_seat_whole
        CHECK ((seat IS NULL) = (seated_at IS NULL) AND (seat IS NULL) = (seated_by IS NULL))
) STRICT;

CREATE INDEX certificate_by_first ON certificate (first_id, id);
CREATE INDEX certificate_by_second ON certificate (second_id, id);
