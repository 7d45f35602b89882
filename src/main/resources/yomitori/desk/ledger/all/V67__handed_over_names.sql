-- The name under which a record was handed over: a page that is read anew gets another.
ALTER TABLE exported ADD COLUMN record_id TEXT NOT NULL DEFAULT '';
UPDATE exported SET record_id = (SELECT page.record_id FROM page WHERE page.id = exported.page_id);
CREATE INDEX exported_record ON exported (record_id);
