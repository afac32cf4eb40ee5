-- Instalments: a second method of payment, steps on a payment, and what the gateway said in words.
-- Tables whose rules change are built anew; the migration runs with foreign keys off and is checked before it is kept.

CREATE TABLE intent_new (
  id              TEXT PRIMARY KEY NOT NULL,
  -- The kinds are the domain's: a table whose rules listed them would be built anew for each new one.
  kind            TEXT NOT NULL,
  gateway         TEXT NOT NULL CHECK (gateway IN ('finan_one', 'fundiin')),
  -- The intent that made the payment: the row itself, or for a step another one.
  payment_id      TEXT NOT NULL REFERENCES intent (id),
  environment     TEXT NOT NULL CHECK (environment IN ('practice', 'production', 'custom')),
  sale_id         TEXT NOT NULL REFERENCES sale (id),
  reference       TEXT NOT NULL,
  idempotency_key TEXT NOT NULL,
  -- What a step was decided with, as JSON; an intent that makes a payment has none.
  detail          TEXT,
  body            BLOB,
  state           TEXT NOT NULL CHECK (state IN
    ('draft', 'committed', 'sending', 'done', 'rejected', 'unknown', 'looking', 'absent', 'dropped')),
  attempts        INTEGER NOT NULL DEFAULT 0,
  absent_looks    INTEGER NOT NULL DEFAULT 0,
  next_look_at    INTEGER,
  gateway_id      TEXT,
  last_failure    TEXT,
  request_id      TEXT,
  said_result     TEXT,
  said_message    TEXT,
  created_at      INTEGER NOT NULL,
  updated_at      INTEGER NOT NULL,
  UNIQUE (environment, reference),
  CHECK (body IS NOT NULL OR state IN ('draft', 'dropped')),
  CHECK ((detail IS NULL) = (payment_id = id)),
  CHECK ((said_result IS NULL) = (said_message IS NULL))
) STRICT;

INSERT INTO intent_new (rowid, id, kind, gateway, payment_id, environment, sale_id, reference, idempotency_key, body, state,
    attempts, absent_looks, next_look_at, gateway_id, last_failure, request_id, created_at, updated_at)
  SELECT rowid, id, kind, gateway, id, environment, sale_id, reference, idempotency_key, body, state,
    attempts, absent_looks, next_look_at, gateway_id, last_failure, request_id, created_at, updated_at
  FROM intent ORDER BY rowid;

DROP TABLE intent;
ALTER TABLE intent_new RENAME TO intent;

CREATE INDEX intent_open ON intent (environment, next_look_at)
  WHERE state IN ('committed', 'sending', 'unknown', 'looking', 'absent');
CREATE INDEX intent_of_sale ON intent (sale_id);
CREATE INDEX intent_steps ON intent (payment_id) WHERE detail IS NOT NULL;
-- One refund, one cancel, one confirmation: another only after the gateway refused the first or it was dropped.
-- What is written may be written again once it is done.
CREATE UNIQUE INDEX intent_one_step ON intent (payment_id, kind)
  WHERE detail IS NOT NULL AND state NOT IN ('rejected', 'dropped') AND NOT (kind = 'invoice_update' AND state = 'done');

CREATE TRIGGER intent_body_is_final BEFORE UPDATE OF body ON intent
WHEN OLD.state <> 'draft' AND NEW.body IS NOT OLD.body
BEGIN SELECT RAISE(ABORT, 'the body of a committed intent never changes'); END;

CREATE TRIGGER intent_end_is_final BEFORE UPDATE OF state ON intent
WHEN OLD.state IN ('done', 'rejected', 'dropped') AND NEW.state <> OLD.state
BEGIN SELECT RAISE(ABORT, 'a closed intent never reopens'); END;

CREATE TRIGGER intent_never_returns_to_draft BEFORE UPDATE OF state ON intent
WHEN OLD.state <> 'draft' AND NEW.state = 'draft'
BEGIN SELECT RAISE(ABORT, 'a decision is never undone'); END;

CREATE TRIGGER intent_identity_is_final
BEFORE UPDATE OF id, payment_id, environment, sale_id, idempotency_key, detail ON intent
BEGIN SELECT RAISE(ABORT, 'the identity of an intent never changes'); END;

-- How the customer pays is chosen with the decision, and what the gateway will know it by.
CREATE TRIGGER intent_kind_is_final BEFORE UPDATE OF kind, gateway, reference ON intent
WHEN OLD.state <> 'draft'
BEGIN SELECT RAISE(ABORT, 'the kind and reference of a committed intent never change'); END;

CREATE TRIGGER intent_is_kept BEFORE DELETE ON intent
WHEN OLD.state NOT IN ('draft', 'dropped')
BEGIN SELECT RAISE(ABORT, 'a committed intent is never deleted'); END;

CREATE TABLE payment_new (
  place           INTEGER PRIMARY KEY NOT NULL,
  id              TEXT NOT NULL UNIQUE REFERENCES intent (id),
  sale_id         TEXT NOT NULL REFERENCES sale (id),
  environment     TEXT NOT NULL CHECK (environment IN ('practice', 'production', 'custom')),
  method          TEXT NOT NULL,
  reference       TEXT NOT NULL,
  account_id      TEXT,
  amount          INTEGER NOT NULL CHECK (amount > 0),
  -- What the gateway asks for by now: another sum only where it told its own total.
  asked_now       INTEGER NOT NULL,
  description     TEXT NOT NULL,
  gateway_id      TEXT,
  payment_url     TEXT,
  qr_text         TEXT,
  qr_state        TEXT NOT NULL DEFAULT 'none' CHECK (qr_state IN ('none', 'shown', 'new_account', 'refused')),
  qr_problem      TEXT,
  heard_status    TEXT,
  heard_received  INTEGER,
  heard_amount    INTEGER,
  heard_reason    TEXT,
  heard_message   TEXT,
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

-- The places stay: the word index of the search knows payments by them.
INSERT INTO payment_new (place, id, sale_id, environment, method, reference, account_id, amount, asked_now, description, gateway_id,
    payment_url, qr_text, qr_state, qr_problem, heard_status, heard_received, heard_amount, heard_at, money_seen_at, is_late,
    created_at, expires_at, watched_until, replaced_by, verdict, money_in, folded)
  SELECT place, id, sale_id, environment, 'transfer', reference, account_id, amount, amount, description, gateway_id,
    payment_url, qr_text, qr_state, qr_problem, heard_status, heard_received, heard_amount, heard_at, money_seen_at, is_late,
    created_at, expires_at, watched_until, replaced_by, verdict, money_in, folded
  FROM payment ORDER BY place;

DROP TABLE payment;
ALTER TABLE payment_new RENAME TO payment;

CREATE INDEX payment_of_sale ON payment (sale_id);
-- With the sums in them, totals of all rows never touch the table.
CREATE INDEX payment_by_environment ON payment (environment, place, asked_now, money_in);
CREATE INDEX payment_by_method_and_verdict ON payment (environment, method, verdict, place, asked_now, money_in);
CREATE INDEX payment_by_amount ON payment (environment, asked_now);
CREATE INDEX payment_by_gateway_id ON payment (environment, gateway_id) WHERE gateway_id IS NOT NULL;
CREATE INDEX payment_watched ON payment (environment, watched_until) WHERE watched_until IS NOT NULL;

CREATE TRIGGER payment_request_is_final
BEFORE UPDATE OF id, sale_id, environment, method, reference, account_id, amount, description, created_at ON payment
BEGIN SELECT RAISE(ABORT, 'what was asked for never changes'); END;

CREATE TRIGGER payment_search_insert AFTER INSERT ON payment
BEGIN INSERT INTO payment_search (rowid, folded) VALUES (NEW.place, NEW.folded); END;

CREATE TRIGGER payment_search_delete AFTER DELETE ON payment
BEGIN INSERT INTO payment_search (payment_search, rowid, folded) VALUES ('delete', OLD.place, OLD.folded); END;

CREATE TRIGGER payment_search_update AFTER UPDATE OF folded ON payment
WHEN NEW.folded <> OLD.folded
BEGIN
  INSERT INTO payment_search (payment_search, rowid, folded) VALUES ('delete', OLD.place, OLD.folded);
  INSERT INTO payment_search (rowid, folded) VALUES (NEW.place, NEW.folded);
END;

CREATE TABLE instalment (
  payment_id TEXT PRIMARY KEY NOT NULL REFERENCES payment (id),
  phone      TEXT NOT NULL,
  last_name  TEXT NOT NULL,
  first_name TEXT NOT NULL,
  email      TEXT NOT NULL,
  goods      TEXT NOT NULL,
  plan       TEXT,
  first_part INTEGER
) STRICT;

CREATE TRIGGER instalment_request_is_final
BEFORE UPDATE OF payment_id, phone, last_name, first_name, email, goods, plan ON instalment
BEGIN SELECT RAISE(ABORT, 'what was asked for never changes'); END;

CREATE TABLE instalment_customer (
  environment  TEXT NOT NULL CHECK (environment IN ('practice', 'production', 'custom')),
  phone        TEXT NOT NULL,
  last_name    TEXT NOT NULL,
  first_name   TEXT NOT NULL,
  email        TEXT NOT NULL,
  last_used_at INTEGER NOT NULL,
  PRIMARY KEY (environment, phone)
) STRICT, WITHOUT ROWID;

-- The step that an entry is about; none for the payment's own intent.
ALTER TABLE event ADD COLUMN about TEXT;
ALTER TABLE event ADD COLUMN reason TEXT;
ALTER TABLE event ADD COLUMN message TEXT;
