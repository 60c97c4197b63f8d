-- One row: which state of the centre this database is. A restored backup gets a new generation, so that desks
-- notice.
CREATE TABLE generation (
    id         INTEGER PRIMARY KEY CHECK (id = 1),
    value      BLOB    NOT NULL CHECK (length(value) = 16),
    started_at INTEGER NOT NULL
) STRICT;
