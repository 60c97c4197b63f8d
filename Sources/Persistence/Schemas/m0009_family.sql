-- One row is one person who stands, or stood, for another: with the paper that gives the right, never changed
-- and never deleted, only ended.
CREATE TABLE family_link (
    id                TEXT    PRIMARY KEY CHECK (length(id) = 36),
    version           INTEGER NOT NULL CHECK (version >= 1),
    representative_id TEXT    NOT NULL REFERENCES patient (id),
    person_id         TEXT    NOT NULL REFERENCES patient (id),
    role              TEXT    NOT NULL CHECK (role IN ('parent', 'guardian', 'representative', 'other')),
    word              TEXT,
    basis             TEXT,
    valid_until       TEXT    CHECK (length(valid_until) = 10),
    made_at           INTEGER NOT NULL,
    made_by           TEXT    NOT NULL REFERENCES operator (id),
    ended_at          INTEGER,
    ended_by          TEXT    REFERENCES operator (id),
    end_reason        TEXT,
    CONSTRAINT family_link_of_two CHECK (representative_id <> person_id),
    CONSTRAINT family_link_ended_whole
        CHECK ((ended_at IS NULL) = (ended_by IS NULL) AND (ended_at IS NULL) = (end_reason IS NULL))
) STRICT;

CREATE INDEX family_link_by_person ON family_link (person_id, made_at);
CREATE INDEX family_link_by_representative ON family_link (representative_id, made_at);

-- One row: a representative came with somebody to this visit, or signed this consent for them.
CREATE TABLE act_on_behalf (
    id         TEXT    PRIMARY KEY CHECK (length(id) = 36),
    link_id    TEXT    NOT NULL REFERENCES family_link (id),
    visit_id   TEXT    CONSTRAINT act_on_behalf_one_per_visit UNIQUE REFERENCES visit (id),
    consent_id TEXT    CONSTRAINT act_on_behalf_one_per_consent UNIQUE REFERENCES consent (id),
    at_ms      INTEGER NOT NULL,
    acted_by   TEXT    NOT NULL REFERENCES operator (id),
    CONSTRAINT act_on_behalf_in_one_matter CHECK ((visit_id IS NULL) <> (consent_id IS NULL))
) STRICT;

CREATE INDEX act_on_behalf_by_link ON act_on_behalf (link_id);

-- One row: whose whole name stands beside an act as the one who came along or signed.
CREATE VIEW companion (act_id, visit_id, name) AS
SELECT act_on_behalf.id, act_on_behalf.visit_id,
    patient.surname || ' ' || patient.name || coalesce(' ' || patronymic, '')
FROM act_on_behalf
    JOIN family_link ON family_link.id = link_id
    JOIN patient ON patient.id = representative_id;
