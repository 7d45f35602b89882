-- The order in which changes of pages are told to programs that ask again and again. A page has its
-- newest place only. Places are given when somebody asks, one asker after another, so that none is
-- ever given before a smaller one that is still to come.
CREATE TABLE change_order (
  page_id BIGINT PRIMARY KEY REFERENCES page (id),
  place BIGINT NOT NULL UNIQUE,
  changed_at BIGINT NOT NULL        -- of the page when it was given its place
);
CREATE TABLE change_last (
  place BIGINT NOT NULL
);
INSERT INTO change_last (place) VALUES (0);
