-- Answers that were given without another's in sight: compared by field, and those that differ by time.
CREATE INDEX decision_compared ON decision (kind, page_id, field)
  WHERE kind IN ('second', 'recheck');
CREATE INDEX decision_differing ON decision (id)
  WHERE kind IN ('second', 'recheck') AND new_decision = 'review';
