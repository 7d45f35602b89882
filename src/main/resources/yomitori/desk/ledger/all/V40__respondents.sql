-- Who answers with a page, as its values now say: brought together for searching, comparing and
-- counting. Derived from field_value, and made anew wherever page.changed_at is another.
CREATE TABLE respondent (
  page_id BIGINT PRIMARY KEY REFERENCES page (id) ON DELETE CASCADE,
  changed_at BIGINT NOT NULL,       -- the page's, when this was derived
  prefecture INTEGER NOT NULL,      -- 1 to 47; 0 where it is not known
  code TEXT NOT NULL,               -- as it stands; '' where none is written
  name TEXT NOT NULL,
  plain_name TEXT NOT NULL,         -- the name in the one way in which names are compared
  sure INTEGER NOT NULL             -- 1 where neither prefecture nor code is in doubt
);
CREATE INDEX respondent_code ON respondent (code, prefecture);
CREATE INDEX respondent_name ON respondent (plain_name, prefecture);

-- Grows whenever one of them was made anew.
CREATE TABLE respondent_revision (
  revision BIGINT NOT NULL
);
INSERT INTO respondent_revision (revision) VALUES (0);
