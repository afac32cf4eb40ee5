-- Words as people type them: every prefix up to six letters has its own posting list, so a common one costs no merge.
-- The rowid is the payment's place: matches come newest first without sorting.

CREATE VIRTUAL TABLE payment_search USING fts5 (
  folded,
  content = 'payment',
  content_rowid = 'place',
  detail = none,
  columnsize = 0,
  prefix = '1 2 3 4 5 6',
  tokenize = 'unicode61 remove_diacritics 0'
);

INSERT INTO payment_search (rowid, folded) SELECT place, folded FROM payment;

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
