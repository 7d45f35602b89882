CREATE TRIGGER decision_never_changed BEFORE UPDATE ON decision
BEGIN
  SELECT RAISE(ABORT, 'decisions are never changed');
END;

-- They go only with the fax itself, which is removed on purpose and with a record.
CREATE TRIGGER decision_never_removed BEFORE DELETE ON decision
WHEN EXISTS (
  SELECT 1 FROM page JOIN fax ON fax.id = page.fax_id
  WHERE page.id = OLD.page_id AND fax.state <> 'removed')
BEGIN
  SELECT RAISE(ABORT, 'decisions are never removed');
END;
