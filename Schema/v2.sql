-- What makes version 2 of a store out of version 1. A new store is made by both, one behind the other, so
-- that nobody can tell it from one that was brought up to date.

-- After so long without anybody touching it, a published wish with a free slot is told to staff as stale.
-- Null: as in the area around it.
ALTER TABLE area ADD COLUMN stale TEXT CHECK (stale GLOB '[1-9]*[smhd]');

-- The log with two more types of events: SQLite cannot change a CHECK, so the table is made anew. Foreign
-- keys are off meanwhile and looked through before the commit (sqlite.org/lang_altertable.html, 7). What an
-- AMEND cleared was written "-", which may be a grid's code; it is an empty value now.
CREATE TABLE event_2 (
  seq INTEGER PRIMARY KEY CHECK (seq >= 1),
  at INTEGER NOT NULL,
  account TEXT NOT NULL CHECK (
    length(account) BETWEEN 1 AND 32 AND account NOT GLOB '*[^a-z0-9-]*'
  ),
  wish INTEGER REFERENCES wish,             -- null for the register's
  before INTEGER CHECK (before < seq),      -- the wish's event before this one
  type TEXT NOT NULL,
  member TEXT CHECK (length(member) BETWEEN 1 AND 32 AND member NOT GLOB '*[^a-z0-9-]*'),
  code TEXT,                                -- what the register's event is about
  place TEXT,                               -- where the wish was: its grid or its community
  audience INTEGER CHECK (audience BETWEEN 0 AND 3),  -- who could see it: 1 public, 2 confidential
  detail TEXT NOT NULL,                     -- name=value words
  CHECK ((wish IS NULL) = (code IS NOT NULL)),
  CHECK (wish IS NOT NULL OR (before IS NULL AND member IS NULL)),
  CHECK (
    CASE WHEN wish IS NOT NULL THEN
      type = 'posted' OR type = 'claimed' OR type = 'fulfilled' OR type = 'approved' OR type = 'published'
      OR type = 'amended' OR type = 'returned' OR type = 'rejected' OR type = 'withdrawn'
      OR type = 'merged' OR type = 'referred' OR type = 'reopened' OR type = 'invited'
      OR type = 'released' OR type = 'renewed' OR type = 'lapsed' OR type = 'cancelled'
      OR type = 'confirmed' OR type = 'unconfirmed' OR type = 'closed' OR type = 'erased'
      OR type = 'waited' OR type = 'unwaited'
    ELSE
      type = 'area' OR type = 'unit' OR type = 'skill' OR type = 'account' OR type = 'rotated'
      OR type = 'disabled' OR type = 'enabled' OR type = 'member' OR type = 'standard'
    END
  )
) STRICT;

INSERT INTO event_2 (seq, at, account, wish, before, type, member, code, place, audience, detail)
SELECT seq, at, account, wish, before, type, member, code, place, audience,
  iif(type = 'amended', rtrim(replace(detail || ' ', '=- ', '= ')), detail)
FROM event ORDER BY seq;

DROP TABLE event;
ALTER TABLE event_2 RENAME TO event;

CREATE TRIGGER event_is_not_changed BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END;

CREATE TRIGGER event_is_not_deleted BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END;

-- Members who wait for a slot of a wish that is taken, each named by the event that put it on the list:
-- their order is the list's. Whoever leaves it is deleted.
CREATE TABLE waiting (
  wish INTEGER NOT NULL REFERENCES wish,
  event INTEGER NOT NULL REFERENCES event,
  member TEXT NOT NULL REFERENCES member,
  PRIMARY KEY (wish, event),
  UNIQUE (wish, member)
) STRICT, WITHOUT ROWID;
