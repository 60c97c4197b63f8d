-- The number of the receipt that a visit ended with; and of a visit that was written on paper first: when it
-- was typed in, and what the sheet is called. `arrived_at` and `day` are then the true ones, of the sheet.
ALTER TABLE visit ADD COLUMN receipt TEXT;
ALTER TABLE visit ADD COLUMN entered_at INTEGER;
ALTER TABLE visit ADD COLUMN blank TEXT CHECK (blank IS NULL OR entered_at IS NOT NULL);
