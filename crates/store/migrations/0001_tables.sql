-- Money is whole dong, times are milliseconds since 1970 UTC, ids are hyphenated lower-case UUIDs.

CREATE TABLE sale (
  id          TEXT PRIMARY KEY NOT NULL,
  environment TEXT NOT NULL CHECK (environment IN ('practice', 'production', 'custom')),
  number      INTEGER NOT NULL CHECK (number > 0),
  name        TEXT NOT NULL,
  amount      INTEGER,
  cash        INTEGER NOT NULL DEFAULT 0,
  opened_at   INTEGER NOT NULL,
  closed_at   INTEGER,
  UNIQUE (environment, number)
) STRICT;

CREATE INDEX sale_open ON sale (environment, opened_at) WHERE closed_at IS NULL;

CREATE TABLE intent (
  id              TEXT PRIMARY KEY NOT NULL,
  kind            TEXT NOT NULL CHECK (kind = 'payment_create'),
  gateway         TEXT NOT NULL CHECK (gateway = 'finan_one'),
  environment     TEXT NOT NULL CHECK (environment IN ('practice', 'production', 'custom')),
  sale_id         TEXT NOT NULL REFERENCES sale (id),
  reference       TEXT NOT NULL,
  idempotency_key TEXT NOT NULL,
  body            BLOB,
  state           TEXT NOT NULL CHECK (state IN
    ('draft', 'committed', 'sending', 'done', 'rejected', 'unknown', 'looking', 'absent', 'dropped')),
  attempts        INTEGER NOT NULL DEFAULT 0,
  absent_looks    INTEGER NOT NULL DEFAULT 0,
  next_look_at    INTEGER,
  gateway_id      TEXT,
  last_failure    TEXT,
  request_id      TEXT,
  created_at      INTEGER NOT NULL,
  updated_at      INTEGER NOT NULL,
  UNIQUE (environment, reference),
  CHECK (body IS NOT NULL OR state IN ('draft', 'dropped'))
) STRICT;

CREATE INDEX intent_open ON intent (environment, next_look_at)
  WHERE state IN ('committed', 'sending', 'unknown', 'looking', 'absent');
CREATE INDEX intent_of_sale ON intent (sale_id);

CREATE TRIGGER intent_body_is_final BEFORE UPDATE OF body ON intent
WHEN OLD.state <> 'draft' AND NEW.body IS NOT OLD.body
BEGIN SELECT RAISE(ABORT, 'the body of a committed intent never changes'); END;

CREATE TRIGGER intent_end_is_final BEFORE UPDATE OF state ON intent
WHEN OLD.state IN ('done', 'rejected', 'dropped') AND NEW.state <> OLD.state
BEGIN SELECT RAISE(ABORT, 'a closed intent never reopens'); END;

CREATE TRIGGER intent_never_returns_to_draft BEFORE UPDATE OF state ON intent
WHEN OLD.state <> 'draft' AND NEW.state = 'draft'
BEGIN SELECT RAISE(ABORT, 'a decision is never undone'); END;

CREATE TRIGGER intent_identity_is_final BEFORE UPDATE OF id, kind, gateway, environment, sale_id, reference, idempotency_key ON intent
BEGIN SELECT RAISE(ABORT, 'the identity of an intent never changes'); END;

CREATE TRIGGER intent_is_kept BEFORE DELETE ON intent
WHEN OLD.state NOT IN ('draft', 'dropped')
BEGIN SELECT RAISE(ABORT, 'a committed intent is never deleted'); END;

-- `place` is created_at * 1024 and a running number: the order of the list, its cursor and the row's key are one integer.
CREATE TABLE payment (
  place           INTEGER PRIMARY KEY NOT NULL,
  id              TEXT NOT NULL UNIQUE REFERENCES intent (id),
  sale_id         TEXT NOT NULL REFERENCES sale (id),
  environment     TEXT NOT NULL CHECK (environment IN ('practice', 'production', 'custom')),
  reference       TEXT NOT NULL,
  account_id      TEXT NOT NULL,
  amount          INTEGER NOT NULL CHECK (amount > 0),
  description     TEXT NOT NULL,
  gateway_id      TEXT,
  payment_url     TEXT,
  qr_text         TEXT,
  qr_state        TEXT NOT NULL DEFAULT 'none' CHECK (qr_state IN ('none', 'shown', 'new_account', 'refused')),
  qr_problem      TEXT,
  heard_status    TEXT,
  heard_received  INTEGER,
  heard_amount    INTEGER,
  heard_at        INTEGER,
  money_seen_at   INTEGER,
  is_late         INTEGER NOT NULL DEFAULT 0 CHECK (is_late IN (0, 1)),
  created_at      INTEGER NOT NULL,
  expires_at      INTEGER,
  watched_until   INTEGER,
  replaced_by     TEXT REFERENCES payment (id),
  verdict         TEXT NOT NULL CHECK (verdict IN ('unpaid', 'paid', 'short', 'over', 'late', 'unknown')),
  money_in        INTEGER,
  folded          TEXT NOT NULL,
  UNIQUE (environment, reference)
) STRICT;

CREATE INDEX payment_of_sale ON payment (sale_id);
-- With the sums in them, totals of all rows never touch the table.
CREATE INDEX payment_by_environment ON payment (environment, place, amount, money_in);
CREATE INDEX payment_by_verdict ON payment (environment, verdict, place, amount, money_in);
CREATE INDEX payment_by_amount ON payment (environment, amount);
CREATE INDEX payment_by_gateway_id ON payment (environment, gateway_id) WHERE gateway_id IS NOT NULL;
CREATE INDEX payment_watched ON payment (environment, watched_until) WHERE watched_until IS NOT NULL;

CREATE TRIGGER payment_request_is_final
BEFORE UPDATE OF id, sale_id, environment, reference, account_id, amount, description, created_at ON payment
BEGIN SELECT RAISE(ABORT, 'what was asked for never changes'); END;

CREATE TABLE event (
  seq        INTEGER PRIMARY KEY NOT NULL,
  payment_id TEXT NOT NULL REFERENCES intent (id),
  at         INTEGER NOT NULL,
  kind       TEXT NOT NULL,
  code       TEXT,
  status     TEXT,
  received   INTEGER,
  request_id TEXT
) STRICT;

CREATE INDEX event_of_payment ON event (payment_id);

CREATE TABLE account (
  environment  TEXT NOT NULL CHECK (environment IN ('practice', 'production', 'custom')),
  id           TEXT NOT NULL,
  kind         TEXT NOT NULL CHECK (kind IN ('master', 'virtual')),
  bank_code    TEXT,
  bank_bin     TEXT,
  number       TEXT NOT NULL,
  name         TEXT NOT NULL,
  static_qr    TEXT,
  is_receiving INTEGER NOT NULL DEFAULT 0 CHECK (is_receiving IN (0, 1)),
  place        INTEGER NOT NULL,
  fetched_at   INTEGER NOT NULL,
  PRIMARY KEY (environment, id)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX account_receiving ON account (environment) WHERE is_receiving = 1;

CREATE TABLE known_account (
  environment  TEXT NOT NULL CHECK (environment IN ('practice', 'production', 'custom')),
  account_id   TEXT NOT NULL,
  bin          TEXT NOT NULL,
  number       TEXT NOT NULL,
  confirmed_at INTEGER NOT NULL,
  PRIMARY KEY (environment, account_id, bin, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
  key   TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
