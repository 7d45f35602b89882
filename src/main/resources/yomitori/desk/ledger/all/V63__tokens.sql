-- Keys with which programs use the desk. The program holds the number itself, here is only its SHA-256.
CREATE TABLE token (
  id ${identity},
  name TEXT NOT NULL,               -- what the program is, for people
  digest TEXT NOT NULL UNIQUE,
  rights TEXT NOT NULL,             -- read, drop, answer, with commas between them
  made_at BIGINT NOT NULL,
  made_by TEXT NOT NULL,
  used_at BIGINT NOT NULL DEFAULT 0,      -- 0 until it is first used; to the minute
  withdrawn_at BIGINT NOT NULL DEFAULT 0  -- 0 while it is good
);
