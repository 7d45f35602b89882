-- Where a page came from, written in the one way in which it is searched for; all rows are made anew.
ALTER TABLE respondent ADD COLUMN plain_source TEXT NOT NULL DEFAULT '';
DELETE FROM respondent;
