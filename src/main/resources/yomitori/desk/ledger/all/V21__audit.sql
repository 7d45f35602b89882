-- Who saw and changed what. Rows are only ever added; triggers refuse the rest.
CREATE TABLE audit (
  id ${identity},
  at BIGINT NOT NULL,
  operator_id BIGINT NOT NULL,      -- 0 for the desk itself and for people not known
  operator TEXT NOT NULL,           -- the name at that time
  action TEXT NOT NULL,             -- seen, corrected, logged_in, ...
  subject TEXT NOT NULL,            -- what it was done to: page, fax, operator, export, ...
  subject_id TEXT NOT NULL,
  field TEXT NOT NULL,              -- '' where it was no field
  old_value TEXT NOT NULL,
  new_value TEXT NOT NULL
);
CREATE INDEX audit_subject ON audit (subject, subject_id, id);
CREATE INDEX audit_operator ON audit (operator_id, id);
CREATE INDEX audit_at ON audit (at, id);
