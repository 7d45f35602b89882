-- The folder below taking/ that the file came through: a restart finds by it what was already noted.
ALTER TABLE arrival ADD COLUMN token TEXT NOT NULL DEFAULT '';
CREATE INDEX arrival_token ON arrival (token);

-- Whether the failure of the fax was already laid into failed/.
ALTER TABLE fax ADD COLUMN told INTEGER NOT NULL DEFAULT 0;
