-- What may be removed is asked by age; a page that others are the same as stays as long as they do.
CREATE INDEX fax_taken ON fax (taken_at);
CREATE INDEX page_same ON page (same_as) WHERE same_as IS NOT NULL;
-- Removed faxes whose files are still to be deleted.
CREATE INDEX fax_to_delete ON fax (state) WHERE state = 'removed' AND archived <> '';
