-- Who may use the desk.
CREATE TABLE operator (
  id ${identity},
  name TEXT NOT NULL UNIQUE,        -- what is typed to log in; small letters
  display_name TEXT NOT NULL,
  role TEXT NOT NULL,               -- operator, manager
  password TEXT NOT NULL,           -- Argon2id in its usual text form, its parameters and salt within
  active INTEGER NOT NULL,          -- 1, or 0 for an account that was closed
  must_change INTEGER NOT NULL,     -- 1 where another person chose the password
  language TEXT NOT NULL,           -- ja, en
  made_at BIGINT NOT NULL
);

-- Who is logged in. The browser holds the number itself, here is only its SHA-256.
CREATE TABLE session (
  digest TEXT PRIMARY KEY,
  operator_id BIGINT NOT NULL REFERENCES operator (id),
  begun_at BIGINT NOT NULL,
  seen_at BIGINT NOT NULL
);
CREATE INDEX session_operator ON session (operator_id);

-- Log-ins that failed, counted by who was named and where it came from.
CREATE TABLE login_failure (
  subject TEXT PRIMARY KEY,
  failures INTEGER NOT NULL,
  last_at BIGINT NOT NULL,
  wait_until BIGINT NOT NULL
);
