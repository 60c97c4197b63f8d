-- One row is what one card is found by when somebody very like its owner is being registered: folded names
-- without spaces, under the birth date. Derived from `patient`, and written with it.
CREATE TABLE patient_alike (
    born    TEXT    NOT NULL,
    surname TEXT    NOT NULL,
    name    TEXT    NOT NULL,
    row     INTEGER NOT NULL REFERENCES patient (row),
    phone   TEXT,
    PRIMARY KEY (born, surname, name, row)
) STRICT, WITHOUT ROWID;

CREATE INDEX patient_alike_by_phone ON patient_alike (phone, name) WHERE phone IS NOT NULL;
