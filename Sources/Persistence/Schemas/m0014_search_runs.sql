-- One row is one card whose search key stands in no block of patient_run yet: the last registered and
-- corrected ones. A search looks through them one by one, so they stay few.
CREATE TABLE patient_waiting (
    row        INTEGER PRIMARY KEY,
    search_key TEXT    NOT NULL
) STRICT;

-- One row says which cards of one block of 65 536 have one run of letters in their search key, or had it once:
-- a search asks the key itself before it believes. Derived from the keys, so no operation carries it.
CREATE TABLE patient_run (
    -- 40 bits of the run's hash, and below them the block's number: see SearchRun.
    place INTEGER PRIMARY KEY,
    -- A list of 16-bit numbers or a set of 65 536 bits, whichever is shorter: see CardSet.
    cards BLOB    NOT NULL
) STRICT;

INSERT INTO patient_waiting (row, search_key) SELECT row, search_key FROM patient;

DROP TABLE patient_search;
