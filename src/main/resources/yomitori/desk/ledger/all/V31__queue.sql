-- Whose turn it is to answer what is in doubt on a page: nobody else is given it until then.
CREATE TABLE lease (
  page_id BIGINT PRIMARY KEY REFERENCES page (id),
  operator_id BIGINT NOT NULL,
  operator TEXT NOT NULL,
  taken_at BIGINT NOT NULL,
  until BIGINT NOT NULL
);
CREATE INDEX lease_operator ON lease (operator_id, taken_at);

-- Doubts that an operator passed on; others are still given them.
CREATE TABLE skipped (
  operator_id BIGINT NOT NULL,
  page_id BIGINT NOT NULL REFERENCES page (id),
  field TEXT NOT NULL,
  at BIGINT NOT NULL,
  until BIGINT NOT NULL,
  PRIMARY KEY (operator_id, page_id, field)
);

-- Accepted values that a person reads once more without seeing what was accepted.
CREATE TABLE recheck (
  page_id BIGINT NOT NULL REFERENCES page (id),
  field TEXT NOT NULL,
  value TEXT NOT NULL,              -- as it was accepted
  at BIGINT NOT NULL DEFAULT 0,     -- 0 until somebody has read it
  said TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (page_id, field)
);
CREATE INDEX recheck_open ON recheck (page_id) WHERE at = 0;

-- Up to which page samples were drawn.
CREATE TABLE recheck_drawn (
  up_to BIGINT NOT NULL
);
INSERT INTO recheck_drawn (up_to) VALUES (0);
