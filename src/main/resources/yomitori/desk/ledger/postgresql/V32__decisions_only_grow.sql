CREATE FUNCTION decision_refuses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- They go only with the fax itself, which is removed on purpose and with a record.
  IF TG_OP = 'DELETE' AND NOT EXISTS (
    SELECT 1 FROM page JOIN fax ON fax.id = page.fax_id
    WHERE page.id = OLD.page_id AND fax.state <> 'removed')
  THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'decisions are never changed or removed';
END;
$$;

CREATE TRIGGER decision_never_changed BEFORE UPDATE OR DELETE ON decision
FOR EACH ROW EXECUTE FUNCTION decision_refuses();
