-- Pages that were read again by four points that a person has shown, and what they were before.
CREATE TABLE placement (
  id ${identity},
  page_id BIGINT NOT NULL REFERENCES page (id),
  operator_id BIGINT NOT NULL,
  operator TEXT NOT NULL,           -- the name at that time
  at BIGINT NOT NULL,
  points TEXT NOT NULL,             -- four places in px of the page as received: x,y x,y x,y x,y
  matched DOUBLE PRECISION NOT NULL, -- how much of the form's printing was found there, 0 to 1
  old_record_id TEXT NOT NULL,
  old_form TEXT NOT NULL,
  old_form_version TEXT NOT NULL,
  old_status TEXT NOT NULL,
  old_line TEXT NOT NULL,           -- its line of the records
  undone_at BIGINT NOT NULL DEFAULT 0 -- 0 while it stands
);
CREATE INDEX placement_page ON placement (page_id, id);
