-- Payouts: intents without a sale, what was decided and heard of each, and the book of beneficiaries.
-- The journal is built anew; the migration runs with foreign keys off and is checked before it is kept.

-- A trigger that reads a table must not see it gone.
DROP TRIGGER invoice_content_is_final;

CREATE TABLE intent_new (
  id              TEXT PRIMARY KEY NOT NULL,
  -- The kinds are the domain's: a table whose rules listed them would be built anew for each new one.
  kind            TEXT NOT NULL,
  gateway         TEXT NOT NULL CHECK (gateway IN ('finan_one', 'fundiin')),
  -- The intent that made the payment or the payout: the row itself, or for a step another one.
  payment_id      TEXT NOT NULL REFERENCES intent (id),
  environment     TEXT NOT NULL CHECK (environment IN ('practice', 'production', 'custom')),
  -- A payout belongs to no sale.
  sale_id         TEXT REFERENCES sale (id),
  reference       TEXT NOT NULL,
  idempotency_key TEXT NOT NULL,
  -- What a step was decided with, as JSON; an intent that makes a payment or a payout has none.
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
  CHECK ((said_result IS NULL) = (said_message IS NULL)),
  CHECK ((sale_id IS NULL) = (kind GLOB 'payout_*'))
) STRICT;

INSERT INTO intent_new (rowid, id, kind, gateway, payment_id, environment, sale_id, reference, idempotency_key, detail, body, state,
    attempts, absent_looks, next_look_at, gateway_id, last_failure, request_id, said_result, said_message, created_at, updated_at)
  SELECT rowid, id, kind, gateway, payment_id, environment, sale_id, reference, idempotency_key, detail, body, state,
    attempts, absent_looks, next_look_at, gateway_id, last_failure, request_id, said_result, said_message, created_at, updated_at
  FROM intent ORDER BY rowid;

DROP TABLE intent;
ALTER TABLE intent_new RENAME TO intent;

CREATE INDEX intent_open ON intent (environment, next_look_at)
  WHERE state IN ('committed', 'sending', 'unknown', 'looking', 'absent');
CREATE INDEX intent_of_sale ON intent (sale_id);
CREATE INDEX intent_steps ON intent (payment_id) WHERE detail IS NOT NULL;
-- One refund, one cancel, one confirmation, one code of a payout: another only after the gateway refused the first or it was dropped.
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

CREATE TRIGGER invoice_content_is_final BEFORE UPDATE OF content ON invoice
WHEN NEW.content <> OLD.content AND NEW.content NOT IN (
  SELECT json_extract(s.detail, '$.content') FROM intent s
  WHERE s.payment_id = OLD.payment_id AND s.detail IS NOT NULL AND s.kind = 'invoice_update' AND s.state = 'done')
BEGIN SELECT RAISE(ABORT, 'an invoice changes only by a step that is done'); END;

-- `place` is created_at * 1024 and a running number, as a payment's. `standing` repeats what the domain computes; every write renews it.
CREATE TABLE payout (
  place               INTEGER PRIMARY KEY NOT NULL,
  id                  TEXT NOT NULL UNIQUE REFERENCES intent (id),
  environment         TEXT NOT NULL CHECK (environment IN ('practice', 'production', 'custom')),
  reference           TEXT NOT NULL,
  account_id          TEXT NOT NULL,
  bank_id             TEXT NOT NULL,
  bank_bin            TEXT,
  bank_name           TEXT NOT NULL,
  account_number      TEXT NOT NULL,
  account_name        TEXT NOT NULL,
  amount              INTEGER NOT NULL CHECK (amount > 0),
  description         TEXT NOT NULL,
  -- The row of the book that it was filled in from; that row may be gone.
  beneficiary_id      TEXT,
  gateway_id          TEXT,
  heard_status        TEXT,
  heard_at            INTEGER,
  told_amount         INTEGER,
  told_account_number TEXT,
  told_account_name   TEXT,
  told_bank_id        TEXT,
  told_account_id     TEXT,
  tries_left          INTEGER CHECK (tries_left >= 0),
  transaction_number  TEXT,
  closed_reason       TEXT,
  -- When the bank took it up, unless it refused later.
  accepted_at         INTEGER,
  created_at          INTEGER NOT NULL,
  changed_at          INTEGER NOT NULL,
  watched_until       INTEGER,
  standing            TEXT NOT NULL,
  folded              TEXT NOT NULL,
  UNIQUE (environment, reference),
  CHECK ((heard_status IS NULL) = (heard_at IS NULL))
) STRICT;

CREATE INDEX payout_by_environment ON payout (environment, place, standing, amount);
CREATE INDEX payout_by_destination ON payout (environment, bank_id, account_number, place);
CREATE INDEX payout_watched ON payout (environment, watched_until) WHERE watched_until IS NOT NULL;

CREATE TRIGGER payout_decision_is_final
BEFORE UPDATE OF place, id, environment, reference, account_id, bank_id, bank_bin, bank_name, account_number, account_name, amount,
  description, beneficiary_id, created_at ON payout
BEGIN SELECT RAISE(ABORT, 'what was decided never changes'); END;

CREATE TRIGGER payout_is_kept BEFORE DELETE ON payout
BEGIN SELECT RAISE(ABORT, 'a payout is never deleted'); END;

CREATE TRIGGER payout_id_is_final BEFORE UPDATE OF gateway_id ON payout
WHEN OLD.gateway_id IS NOT NULL AND NEW.gateway_id IS NOT OLD.gateway_id
BEGIN SELECT RAISE(ABORT, 'the gateway''s id of a payout never changes'); END;

-- When it was last paid, and how often, is read from the payouts: it cannot be entered.
CREATE TABLE beneficiary (
  id             TEXT PRIMARY KEY NOT NULL,
  environment    TEXT NOT NULL CHECK (environment IN ('practice', 'production', 'custom')),
  bank_id        TEXT NOT NULL,
  bank_bin       TEXT,
  bank_name      TEXT NOT NULL,
  account_number TEXT NOT NULL,
  account_name   TEXT NOT NULL,
  note           TEXT NOT NULL,
  name_key       TEXT NOT NULL,
  folded         TEXT NOT NULL,
  created_at     INTEGER NOT NULL,
  changed_at     INTEGER NOT NULL,
  UNIQUE (environment, bank_id, account_number)
) STRICT;

CREATE INDEX beneficiary_by_name ON beneficiary (environment, name_key);
