-- What a day's figures are counted by.
CREATE INDEX arrival_taken ON arrival (taken_at);
CREATE INDEX page_read ON page (read_at);
