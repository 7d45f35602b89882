-- What was handed to the tally, and when.
CREATE TABLE export (
  id ${identity},
  made_at BIGINT NOT NULL,
  folder TEXT NOT NULL,             -- below exports/
  records INTEGER NOT NULL
);

-- The state in which each record was last handed over: it is new again when it changes.
CREATE TABLE exported (
  page_id BIGINT PRIMARY KEY REFERENCES page (id),
  export_id BIGINT NOT NULL REFERENCES export (id),
  changed_at BIGINT NOT NULL
);
