-- The cards that one operator opened or wrote last: the row's number is its place in time.
CREATE INDEX audit_of_people ON audit (operator_id)
    WHERE action IN ('patient_viewed', 'patient_registered', 'patient_corrected');
