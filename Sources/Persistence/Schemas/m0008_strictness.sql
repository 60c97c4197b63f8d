-- One row: the checks of forms that refuse or warn here otherwise than by themselves, by their codes with
-- spaces between. No row: nobody has chosen.
CREATE TABLE strictness (
    id       INTEGER PRIMARY KEY CHECK (id = 1),
    version  INTEGER NOT NULL CHECK (version >= 1),
    hardened TEXT    NOT NULL,
    softened TEXT    NOT NULL
) STRICT;
