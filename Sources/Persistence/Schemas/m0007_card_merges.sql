-- One row: two cards of one person live on as one. Nothing of the merged card is moved or changed; parting
-- ends the row.
CREATE TABLE card_merge (
    id          TEXT    PRIMARY KEY CHECK (length(id) = 36),
    version     INTEGER NOT NULL CHECK (version >= 1),
    kept_id     TEXT    NOT NULL REFERENCES patient (id),
    merged_id   TEXT    NOT NULL REFERENCES patient (id),
    -- What the kept card said of the person before, written as in the operation.
    kept_before TEXT    NOT NULL,
    -- The fields whose values came from the merged card, with spaces between.
    taken       TEXT    NOT NULL,
    reason      TEXT    NOT NULL CHECK (reason <> ''),
    merged_at   INTEGER NOT NULL,
    merged_by   TEXT    NOT NULL REFERENCES operator (id),
    parted_at   INTEGER,
    parted_by   TEXT    REFERENCES operator (id),
    part_reason TEXT,
    CONSTRAINT card_merge_of_two CHECK (kept_id <> merged_id),
    CONSTRAINT card_merge_parted_whole
        CHECK ((parted_at IS NULL) = (parted_by IS NULL) AND (parted_at IS NULL) = (part_reason IS NULL))
) STRICT;

-- A card lives on in one other at a time.
CREATE UNIQUE INDEX card_merge_standing ON card_merge (merged_id) WHERE parted_at IS NULL;
CREATE INDEX card_merge_by_kept ON card_merge (kept_id);
CREATE INDEX card_merge_by_merged ON card_merge (merged_id);
