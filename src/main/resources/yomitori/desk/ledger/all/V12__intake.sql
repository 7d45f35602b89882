-- The data folder that a database of several machines belongs to.
CREATE TABLE data_folder (
  id TEXT PRIMARY KEY,
  bound_at BIGINT NOT NULL
);

-- How often in a row the disk or share refused the file of the fax: no fault of the fax itself.
ALTER TABLE fax ADD COLUMN disk_faults INTEGER NOT NULL DEFAULT 0;
