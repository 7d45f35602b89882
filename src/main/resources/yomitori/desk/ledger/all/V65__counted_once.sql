-- A page that is there twice counts once: its values are those of the first.
DELETE FROM field_value WHERE page_id IN (SELECT id FROM page WHERE same_as IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM decision WHERE decision.page_id = field_value.page_id);
