-- One row is one version of an insurance company, for ever; the newest is what it is called today.
CREATE TABLE insurer (
    id           TEXT    NOT NULL CHECK (length(id) = 36),
    version      INTEGER NOT NULL CHECK (version >= 1),
    name         TEXT    NOT NULL CHECK (name <> ''),
    -- One in each line.
    former_names TEXT    NOT NULL,
    closed       INTEGER NOT NULL CHECK (closed IN (0, 1)),
    PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;

-- One row is one version of a programme of insurance, for ever: what was issued by it can be read again.
CREATE TABLE programme (
    id                TEXT    NOT NULL CHECK (length(id) = 36),
    version           INTEGER NOT NULL CHECK (version >= 1),
    code              TEXT    NOT NULL CHECK (code <> ''),
    title             TEXT    NOT NULL CHECK (title <> ''),
    -- The company, as it is called when somebody asks.
    insurer_id        TEXT    NOT NULL CHECK (length(insurer_id) = 36),
    -- What is covered, one in each line.
    coverage          TEXT    NOT NULL CHECK (coverage <> ''),
    -- One in each line.
    clinics           TEXT    NOT NULL,
    franchise_kopecks INTEGER CHECK (franchise_kopecks >= 1),
    franchise_percent INTEGER CHECK (franchise_percent BETWEEN 1 AND 100),
    closed            INTEGER NOT NULL CHECK (closed IN (0, 1)),
    PRIMARY KEY (id, version),
    CONSTRAINT programme_one_franchise CHECK (franchise_kopecks IS NULL OR franchise_percent IS NULL)
) STRICT, WITHOUT ROWID;

-- One row is one version of what stands at the head of the clinic's papers, for ever.
CREATE TABLE requisites (
    version    INTEGER PRIMARY KEY CHECK (version >= 1),
    name       TEXT    NOT NULL CHECK (name <> ''),
    legal_name TEXT,
    address    TEXT,
    phone      TEXT,
    inn        TEXT    CHECK (length(inn) IN (10, 12)),
    licence    TEXT,
    email      TEXT
) STRICT;
