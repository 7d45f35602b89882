-- Times are milliseconds since 1970 (UTC). ${identity} and ${bytes} are the database's own words.

-- A file that came, known by its bytes.
CREATE TABLE fax (
  id ${identity},
  sha256 TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,               -- as it was first dropped
  source TEXT NOT NULL,             -- its path below the inbox, with forward slashes
  sender TEXT NOT NULL,             -- the subfolder of the inbox, '' where it lay in the inbox itself
  bytes BIGINT NOT NULL,
  received_at BIGINT NOT NULL,      -- when the file was last written
  taken_at BIGINT NOT NULL,
  archived TEXT NOT NULL,           -- its path below the data folder
  state TEXT NOT NULL,              -- moving, waiting, read, failed, removed
  attempts INTEGER NOT NULL DEFAULT 0,
  retry_at BIGINT NOT NULL DEFAULT 0,
  claimed_by TEXT NOT NULL DEFAULT '',
  claimed_until BIGINT NOT NULL DEFAULT 0,
  pages INTEGER NOT NULL DEFAULT 0, -- as the file says; 0 until it was opened
  reason TEXT NOT NULL DEFAULT ''   -- why it waits again or has failed
);
CREATE INDEX fax_state ON fax (state, retry_at, id);
CREATE INDEX fax_sender ON fax (sender, id);
CREATE INDEX fax_received ON fax (received_at);

-- Every time that a file was dropped, the same bytes again among them.
CREATE TABLE arrival (
  id ${identity},
  fax_id BIGINT NOT NULL REFERENCES fax (id),
  source TEXT NOT NULL,
  sender TEXT NOT NULL,
  received_at BIGINT NOT NULL,
  taken_at BIGINT NOT NULL,
  state TEXT NOT NULL               -- moving: the file may still lie in the inbox; done
);
CREATE INDEX arrival_fax ON arrival (fax_id);
CREATE INDEX arrival_state ON arrival (state, source);

-- A page of a fax.
CREATE TABLE page (
  id ${identity},
  fax_id BIGINT NOT NULL REFERENCES fax (id),
  number INTEGER NOT NULL,          -- from 1; 0 for a file that could not be opened
  record_id TEXT NOT NULL,          -- '' where the page could not be decoded
  same_as BIGINT REFERENCES page (id), -- an earlier page with the same record id: this one counts for nothing
  form TEXT NOT NULL,
  form_version TEXT NOT NULL,
  status TEXT NOT NULL,             -- accepted, review, unreadable, not_a_form, failed
  read_at BIGINT NOT NULL,
  changed_at BIGINT NOT NULL,       -- when a value of it was last decided
  reason TEXT NOT NULL DEFAULT '',  -- why it failed
  UNIQUE (fax_id, number)
);
CREATE INDEX page_record ON page (record_id);
CREATE INDEX page_status ON page (status, id);
CREATE INDEX page_changed ON page (changed_at, id);

-- What was read of a page, as it was read: a line of records.jsonl, evidence and all. Never changed, but
-- replaced as a whole when the page is read again.
CREATE TABLE reading (
  page_id BIGINT PRIMARY KEY REFERENCES page (id),
  line TEXT NOT NULL
);

-- The present value of every field of every page that was read as a form.
CREATE TABLE field_value (
  page_id BIGINT NOT NULL REFERENCES page (id),
  position INTEGER NOT NULL,        -- in the form's order, from 0
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  confidence DOUBLE PRECISION NOT NULL,
  decision TEXT NOT NULL,           -- accepted, review, corrected
  reason TEXT NOT NULL DEFAULT '',
  worth DOUBLE PRECISION NOT NULL DEFAULT 0, -- how much an operator's look is worth; the queue's order
  PRIMARY KEY (page_id, field)
);
CREATE INDEX field_value_doubt ON field_value (worth DESC, page_id, position) WHERE decision = 'review';
CREATE INDEX field_value_field ON field_value (field, confidence);
CREATE INDEX field_value_value ON field_value (field, value);
