-- The data folder that a database of several machines belongs to.
CREATE TABLE data_folder (
  id TEXT PRIMARY KEY,
  bound_at BIGINT NOT NULL
);

-- How often in a row the disk or share refused the file of the fax: no fault of the fax itself.
ALTER TABLE fax ADD COLUMN disk_faults INTEGER NOT NULL DEFAULT 0;

-- A page that is there twice counts once: its values are those of the first.
DELETE FROM field_value WHERE page_id IN (SELECT id FROM page WHERE same_as IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM decision WHERE decision.page_id = field_value.page_id);
