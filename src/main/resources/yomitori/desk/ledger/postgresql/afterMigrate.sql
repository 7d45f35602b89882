-- Each time a desk opens its database. The server counts by itself what the tables hold only a minute
-- or more after they were filled or restored; until then it sorts all doubts to find the first one:
-- 181 ms in place of 0.2 with 20,000 doubts. See docs/desk-load.md.
ANALYZE fax, page, field_value, decision, opinion, lease, skipped, sheet_hold, recheck;
