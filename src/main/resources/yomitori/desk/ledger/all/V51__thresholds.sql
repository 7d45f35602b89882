-- What a wrong mark and a look at one cost, as managers have set it for a form; the newest row holds.
CREATE TABLE threshold (
  id ${identity},
  form TEXT NOT NULL,
  error_cost DOUBLE PRECISION NOT NULL,
  review_cost DOUBLE PRECISION NOT NULL,
  operator_id BIGINT NOT NULL,
  operator TEXT NOT NULL,           -- the name at that time
  at BIGINT NOT NULL,
  step TEXT NOT NULL,               -- of the decisions that follow from it
  done_up_to BIGINT NOT NULL DEFAULT 0, -- the last page that was decided anew by it
  done INTEGER NOT NULL DEFAULT 0   -- 1 when all were, or a newer row has taken its place
);
CREATE INDEX threshold_form ON threshold (form, id);
