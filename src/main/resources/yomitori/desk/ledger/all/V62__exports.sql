-- What was asked for, by whom, and how many records were taken back by it.
ALTER TABLE export ADD COLUMN kind TEXT NOT NULL DEFAULT 'new';      -- new, whole
ALTER TABLE export ADD COLUMN operator TEXT NOT NULL DEFAULT '';     -- '' where the desk made it by itself
ALTER TABLE export ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0;  -- records that count no more
CREATE UNIQUE INDEX export_folder ON export (folder);
CREATE INDEX exported_export ON exported (export_id);
