-- One row, which whoever adds a page locks first, so that pages are added one after the other.
CREATE TABLE page_turn (
  taken INTEGER NOT NULL
);

INSERT INTO page_turn (taken) VALUES (0);
