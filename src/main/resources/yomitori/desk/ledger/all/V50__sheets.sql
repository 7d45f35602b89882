-- The likeliest answer where the value is a mark in doubt ('?'); '' otherwise, and where none is known.
ALTER TABLE field_value ADD COLUMN likely TEXT NOT NULL DEFAULT '';
-- Sheets show one field over many pages, the least sure first, and count them.
CREATE INDEX field_value_sheet ON field_value (field, decision, confidence, page_id);
-- Most fields are neither: these two say how many are still accepted without a count of all.
CREATE INDEX field_value_corrected ON field_value (field, page_id) WHERE decision = 'corrected';
CREATE INDEX page_form ON page (form, form_version, status);

-- Crops on the sheet of an operator: nobody else is shown them until then.
CREATE TABLE sheet_hold (
  page_id BIGINT NOT NULL REFERENCES page (id),
  field TEXT NOT NULL,
  operator_id BIGINT NOT NULL,
  operator TEXT NOT NULL,
  until BIGINT NOT NULL,
  PRIMARY KEY (page_id, field)
);
CREATE INDEX sheet_hold_operator ON sheet_hold (operator_id);
