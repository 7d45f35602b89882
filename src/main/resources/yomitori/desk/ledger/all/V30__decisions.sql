-- Every step that a person, or a change of thresholds, took with the value of a field. Rows are only
-- ever added; what is taken back gets a row of its own.
CREATE TABLE decision (
  id ${identity},
  page_id BIGINT NOT NULL REFERENCES page (id),
  field TEXT NOT NULL,              -- '' where the page as a whole was decided
  operator_id BIGINT NOT NULL,      -- 0 for the desk itself
  operator TEXT NOT NULL,           -- the name at that time
  at BIGINT NOT NULL,
  kind TEXT NOT NULL,               -- answer, second, third, recheck, sheet, record, typed, redecide, page, undo
  step TEXT NOT NULL,               -- the same for all that was decided at one stroke
  said TEXT NOT NULL,               -- what the operator answered
  old_value TEXT NOT NULL,
  old_confidence DOUBLE PRECISION NOT NULL,
  old_decision TEXT NOT NULL,
  old_reason TEXT NOT NULL,
  new_value TEXT NOT NULL,          -- the same as the old ones where another person must answer, too
  new_confidence DOUBLE PRECISION NOT NULL,
  new_decision TEXT NOT NULL,
  new_reason TEXT NOT NULL,
  undoes BIGINT REFERENCES decision (id)
);
CREATE INDEX decision_field ON decision (page_id, field, id);
CREATE INDEX decision_operator ON decision (operator_id, id);
CREATE INDEX decision_day ON decision (operator_id, at);
CREATE INDEX decision_step ON decision (step);
CREATE UNIQUE INDEX decision_undoes ON decision (undoes) WHERE undoes IS NOT NULL;

-- Answers that wait for another person's, or did.
CREATE TABLE opinion (
  decision_id BIGINT PRIMARY KEY REFERENCES decision (id),
  page_id BIGINT NOT NULL,
  field TEXT NOT NULL,
  operator_id BIGINT NOT NULL,
  value TEXT NOT NULL,
  closed_by BIGINT REFERENCES decision (id) -- the decision that settled the field
);
CREATE INDEX opinion_open ON opinion (page_id, field) WHERE closed_by IS NULL;
CREATE INDEX opinion_closed ON opinion (closed_by) WHERE closed_by IS NOT NULL;

-- A page that could not be read as a form, and what a person made of it.
CREATE TABLE settled (
  page_id BIGINT PRIMARY KEY REFERENCES page (id),
  operator_id BIGINT NOT NULL,
  at BIGINT NOT NULL,
  outcome TEXT NOT NULL             -- not_a_form, typed
);
