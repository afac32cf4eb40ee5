-- The shop's books: customers and products that mirror the gateway's, invoices and their drafts, imports; lines of a bill.

ALTER TABLE sale ADD COLUMN kind TEXT NOT NULL DEFAULT 'counter';
ALTER TABLE sale ADD COLUMN lines TEXT NOT NULL DEFAULT '[]';

DROP INDEX sale_open;
CREATE INDEX sale_open ON sale (environment, opened_at) WHERE closed_at IS NULL AND kind = 'counter';

CREATE INDEX instalment_by_phone ON instalment (phone);

-- Customers and products have one shape. `facts` is what a person entered, as JSON; the columns beside it are what it is found by.
-- A code is one row's among those that stand at the gateway or are on their way there.

CREATE TABLE customer (
  number      INTEGER PRIMARY KEY NOT NULL,
  id          TEXT NOT NULL UNIQUE,
  environment TEXT NOT NULL CHECK (environment IN ('practice', 'production', 'custom')),
  code        TEXT NOT NULL,
  name_key    TEXT NOT NULL,
  kind        TEXT NOT NULL,
  phone       TEXT NOT NULL,
  tax_id      TEXT NOT NULL,
  facts       TEXT NOT NULL,
  folded      TEXT NOT NULL,
  gateway_id  TEXT,
  state       TEXT NOT NULL,
  problem     TEXT,
  message     TEXT,
  fetched_at  INTEGER,
  changed_at  INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX customer_live_code ON customer (environment, code) WHERE state NOT IN ('to_delete', 'gone', 'refused');
CREATE INDEX customer_by_code ON customer (environment, code COLLATE NOCASE);
CREATE UNIQUE INDEX customer_by_gateway_id ON customer (environment, gateway_id) WHERE gateway_id IS NOT NULL;
CREATE INDEX customer_pending ON customer (environment, changed_at) WHERE state IN ('to_create', 'to_update', 'to_delete');
-- The order of the list; with what filters it, a walk passes over rows without touching the table.
CREATE INDEX customer_by_name ON customer (environment, name_key, number, state, kind);
CREATE INDEX customer_by_phone ON customer (environment, phone) WHERE phone <> '';
CREATE INDEX customer_by_tax_id ON customer (environment, tax_id) WHERE tax_id <> '';

CREATE VIRTUAL TABLE customer_search USING fts5 (
  folded,
  content = 'customer',
  content_rowid = 'number',
  detail = none,
  columnsize = 0,
  prefix = '1 2 3 4 5 6',
  tokenize = 'unicode61 remove_diacritics 0'
);

CREATE TRIGGER customer_search_insert AFTER INSERT ON customer
BEGIN INSERT INTO customer_search (rowid, folded) VALUES (NEW.number, NEW.folded); END;

CREATE TRIGGER customer_search_delete AFTER DELETE ON customer
BEGIN INSERT INTO customer_search (customer_search, rowid, folded) VALUES ('delete', OLD.number, OLD.folded); END;

CREATE TRIGGER customer_search_update AFTER UPDATE OF folded ON customer
WHEN NEW.folded <> OLD.folded
BEGIN
  INSERT INTO customer_search (customer_search, rowid, folded) VALUES ('delete', OLD.number, OLD.folded);
  INSERT INTO customer_search (rowid, folded) VALUES (NEW.number, NEW.folded);
END;

CREATE TABLE product (
  number      INTEGER PRIMARY KEY NOT NULL,
  id          TEXT NOT NULL UNIQUE,
  environment TEXT NOT NULL CHECK (environment IN ('practice', 'production', 'custom')),
  code        TEXT NOT NULL,
  name_key    TEXT NOT NULL,
  quick_key   INTEGER CHECK (quick_key BETWEEN 0 AND 255),
  facts       TEXT NOT NULL,
  folded      TEXT NOT NULL,
  gateway_id  TEXT,
  state       TEXT NOT NULL,
  problem     TEXT,
  message     TEXT,
  fetched_at  INTEGER,
  changed_at  INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX product_live_code ON product (environment, code) WHERE state NOT IN ('to_delete', 'gone', 'refused');
CREATE INDEX product_by_code ON product (environment, code COLLATE NOCASE);
CREATE UNIQUE INDEX product_by_gateway_id ON product (environment, gateway_id) WHERE gateway_id IS NOT NULL;
CREATE INDEX product_pending ON product (environment, changed_at) WHERE state IN ('to_create', 'to_update', 'to_delete');
CREATE INDEX product_by_name ON product (environment, name_key, number, state);
CREATE UNIQUE INDEX product_quick_key ON product (environment, quick_key) WHERE quick_key IS NOT NULL;

CREATE VIRTUAL TABLE product_search USING fts5 (
  folded,
  content = 'product',
  content_rowid = 'number',
  detail = none,
  columnsize = 0,
  prefix = '1 2 3 4 5 6',
  tokenize = 'unicode61 remove_diacritics 0'
);

CREATE TRIGGER product_search_insert AFTER INSERT ON product
BEGIN INSERT INTO product_search (rowid, folded) VALUES (NEW.number, NEW.folded); END;

CREATE TRIGGER product_search_delete AFTER DELETE ON product
BEGIN INSERT INTO product_search (product_search, rowid, folded) VALUES ('delete', OLD.number, OLD.folded); END;

CREATE TRIGGER product_search_update AFTER UPDATE OF folded ON product
WHEN NEW.folded <> OLD.folded
BEGIN
  INSERT INTO product_search (product_search, rowid, folded) VALUES ('delete', OLD.number, OLD.folded);
  INSERT INTO product_search (rowid, folded) VALUES (NEW.number, NEW.folded);
END;

-- What an invoice has besides its payment; `place` is the payment's. `standing` repeats what the domain computes, but for the due
-- date: the column says waiting for an overdue one.
CREATE TABLE invoice (
  place       INTEGER PRIMARY KEY NOT NULL REFERENCES payment (place),
  payment_id  TEXT NOT NULL UNIQUE REFERENCES payment (id),
  environment TEXT NOT NULL CHECK (environment IN ('practice', 'production', 'custom')),
  code        TEXT NOT NULL,
  content     TEXT NOT NULL,
  customer_id TEXT,
  due_date    INTEGER NOT NULL,
  gateway_tax INTEGER,
  is_deleted  INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1)),
  standing    TEXT NOT NULL DEFAULT 'waiting'
) STRICT;

CREATE INDEX invoice_by_environment ON invoice (environment, place, standing, due_date, customer_id);
CREATE INDEX invoice_by_customer ON invoice (environment, customer_id, place) WHERE customer_id IS NOT NULL;

CREATE TRIGGER invoice_identity_is_final BEFORE UPDATE OF place, payment_id, environment, code ON invoice
BEGIN SELECT RAISE(ABORT, 'what was asked for never changes'); END;

CREATE TRIGGER invoice_content_is_final BEFORE UPDATE OF content ON invoice
WHEN NEW.content <> OLD.content AND NEW.content NOT IN (
  SELECT json_extract(s.detail, '$.content') FROM intent s
  WHERE s.payment_id = OLD.payment_id AND s.detail IS NOT NULL AND s.kind = 'invoice_update' AND s.state = 'done')
BEGIN SELECT RAISE(ABORT, 'an invoice changes only by a step that is done'); END;

CREATE TABLE invoice_draft (
  id          TEXT PRIMARY KEY NOT NULL,
  environment TEXT NOT NULL CHECK (environment IN ('practice', 'production', 'custom')),
  code        TEXT NOT NULL,
  content     TEXT NOT NULL,
  created_at  INTEGER NOT NULL,
  updated_at  INTEGER NOT NULL
) STRICT;

CREATE INDEX invoice_draft_by_time ON invoice_draft (environment, updated_at);

CREATE TABLE import_batch (
  id          TEXT PRIMARY KEY NOT NULL,
  environment TEXT NOT NULL CHECK (environment IN ('practice', 'production', 'custom')),
  kind        TEXT NOT NULL,
  file_name   TEXT NOT NULL,
  at          INTEGER NOT NULL,
  undone_at   INTEGER
) STRICT;

-- `before` is the facts of a row that the import changed; none of one that it made.
CREATE TABLE import_row (
  batch_id   TEXT NOT NULL REFERENCES import_batch (id),
  row_id     TEXT NOT NULL,
  changed_at INTEGER NOT NULL,
  before     TEXT,
  PRIMARY KEY (batch_id, row_id)
) STRICT, WITHOUT ROWID;
