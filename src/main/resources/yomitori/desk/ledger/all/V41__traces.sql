-- What the machine that sent a page left on it, measured when the page was read.
CREATE TABLE page_trace (
  fax_id BIGINT NOT NULL REFERENCES fax (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,          -- of the page, from 1
  sender TEXT NOT NULL,             -- subfolder or number; '' where neither is known
  dpi_x DOUBLE PRECISION NOT NULL,
  dpi_y DOUBLE PRECISION NOT NULL,
  ink DOUBLE PRECISION NOT NULL,    -- share of the page that is dark
  placed INTEGER NOT NULL,          -- 1 where it lies on a form, so that the next three are known
  scale_x DOUBLE PRECISION NOT NULL, -- across the form: 1 for its true size
  scale_y DOUBLE PRECISION NOT NULL, -- down the form
  skew DOUBLE PRECISION NOT NULL,   -- degrees
  streaks TEXT NOT NULL,            -- mm from the left edge as received, set apart by spaces
  fields INTEGER NOT NULL,          -- that were read
  doubts INTEGER NOT NULL,          -- of these, in doubt when they were read
  PRIMARY KEY (fax_id, number)
);
CREATE INDEX page_trace_sender ON page_trace (sender, fax_id, number);
