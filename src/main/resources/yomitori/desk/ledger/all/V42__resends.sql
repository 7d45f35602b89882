-- Pairs of pages that may be one answer sent twice, and what a person said of them. The one that was
-- put aside has the other in page.same_as.  page_id is the page with the smaller number.
CREATE TABLE resend (
  page_id BIGINT NOT NULL REFERENCES page (id) ON DELETE CASCADE,
  later BIGINT NOT NULL REFERENCES page (id) ON DELETE CASCADE,
  kept BIGINT NOT NULL,             -- the page that counts; 0 where both do
  operator_id BIGINT NOT NULL,
  operator TEXT NOT NULL,           -- the name at that time
  at BIGINT NOT NULL,
  PRIMARY KEY (page_id, later)
);
CREATE INDEX resend_at ON resend (at);
CREATE INDEX resend_later ON resend (later);
