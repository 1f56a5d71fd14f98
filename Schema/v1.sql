-- A store of wishes, version 1.
--
-- Written to be read by hand: `sqlite3 -readonly wishd.db`. Moments are milliseconds since 1970-01-01
-- UTC (datetime(at / 1000, 'unixepoch', '+8 hours') shows them), days are dates, yes and no are 1 and 0,
-- words are the protocol's. `before` in event and claim leads to the earlier row of the same wish: the
-- chain that an index would give, without a b-tree to be written to with every line of the log.
--
-- What a person wrote and who it is for lies in petitioner, card and note alone.

-- One row about the store itself.
CREATE TABLE meta (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  created INTEGER NOT NULL,
  hash_key BLOB NOT NULL CHECK (length(hash_key) = 16), -- for the hashes of requests
  clean INTEGER NOT NULL CHECK (clean IN (0, 1))        -- 1 while no program has it open
) STRICT;

-- The register ---------------------------------------------------------------------------------------

CREATE TABLE area (
  code TEXT PRIMARY KEY CHECK (length(code) BETWEEN 1 AND 32 AND code NOT GLOB '*[^a-z0-9-]*'),
  name TEXT NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('district', 'street', 'community', 'grid')),
  parent TEXT REFERENCES area DEFERRABLE INITIALLY DEFERRED CHECK (parent <> code),
  cap_yuan INTEGER NOT NULL CHECK (cap_yuan BETWEEN 0 AND 10000000)
) STRICT, WITHOUT ROWID;

CREATE TABLE unit (
  code TEXT PRIMARY KEY CHECK (length(code) BETWEEN 1 AND 32 AND code NOT GLOB '*[^a-z0-9-]*'),
  name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE skill (
  name TEXT PRIMARY KEY CHECK (length(name) > 0 AND name NOT GLOB '*[ ,=]*'),
  parent TEXT REFERENCES skill DEFERRABLE INITIALLY DEFERRED CHECK (parent <> name)
) STRICT, WITHOUT ROWID;

CREATE TABLE skill_alias (
  skill TEXT NOT NULL REFERENCES skill,
  position INTEGER NOT NULL CHECK (position >= 0),
  alias TEXT NOT NULL CHECK (length(alias) > 0),
  PRIMARY KEY (skill, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE account (
  code TEXT PRIMARY KEY CHECK (
    length(code) BETWEEN 1 AND 32 AND code NOT GLOB '*[^a-z0-9-]*' AND code NOT IN ('system', 'all')
  ),
  role TEXT NOT NULL CHECK (role IN ('terminal', 'member', 'staff', 'supervisor', 'admin')),
  area TEXT REFERENCES area,                             -- null: the whole store
  name TEXT,
  enabled INTEGER NOT NULL CHECK (enabled IN (0, 1)),
  generation INTEGER NOT NULL CHECK (generation >= 0),   -- counts what ends open sessions
  secret TEXT                                            -- hashed, as crypt(5) writes it
) STRICT, WITHOUT ROWID;

CREATE TABLE member (
  account TEXT PRIMARY KEY REFERENCES account,
  kind TEXT NOT NULL CHECK (kind IN ('inservice', 'retired', 'volunteer', 'unit', 'team', 'merchant')),
  level TEXT NOT NULL CHECK (level IN ('city', 'district', 'other')),
  unit TEXT REFERENCES unit,
  capacity INTEGER NOT NULL CHECK (capacity BETWEEN 1 AND 1000)
) STRICT, WITHOUT ROWID;

CREATE TABLE member_skill (
  member TEXT NOT NULL REFERENCES member,
  position INTEGER NOT NULL CHECK (position >= 0),
  skill TEXT NOT NULL REFERENCES skill,
  PRIMARY KEY (member, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE member_area (
  member TEXT NOT NULL REFERENCES member,
  position INTEGER NOT NULL CHECK (position >= 0),
  area TEXT NOT NULL REFERENCES area,
  PRIMARY KEY (member, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE member_prefers (
  member TEXT NOT NULL REFERENCES member,
  position INTEGER NOT NULL CHECK (position >= 0),
  category TEXT NOT NULL CHECK (category IN ('policy', 'legal', 'health', 'relief', 'convenience',
    'culture', 'mediation', 'environment')),
  PRIMARY KEY (member, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE member_available (
  member TEXT NOT NULL REFERENCES member,
  position INTEGER NOT NULL CHECK (position >= 0),
  time TEXT NOT NULL CHECK (time IN ('weekday', 'evening', 'weekend', 'holiday', 'any')),
  PRIMARY KEY (member, position)
) STRICT, WITHOUT ROWID;

-- A community's default for APPROVE.
CREATE TABLE standard (
  community TEXT NOT NULL REFERENCES area,
  category TEXT NOT NULL CHECK (category IN ('policy', 'legal', 'health', 'relief', 'convenience',
    'culture', 'mediation', 'environment')),
  time_limit TEXT NOT NULL CHECK (time_limit GLOB '[1-9]*[smhd]'),
  text TEXT NOT NULL,
  PRIMARY KEY (community, category)
) STRICT, WITHOUT ROWID;

-- Wishes ---------------------------------------------------------------------------------------------

-- A wish as it stands: codes, numbers and words, no free text.
--
-- Here and in the tables below the words stand in chains of OR: for a list of more than two after IN,
-- SQLite 3.40 makes a temporary b-tree for every row that it checks, a sixth of the cost of a POST.
CREATE TABLE wish (
  number INTEGER PRIMARY KEY CHECK (number >= 1),
  state TEXT NOT NULL CHECK (
    state = 'collected' OR state = 'returned' OR state = 'approved' OR state = 'published'
    OR state = 'claimed' OR state = 'fulfilled' OR state = 'referred' OR state = 'confirmed'
    OR state = 'closed' OR state = 'rejected' OR state = 'merged' OR state = 'withdrawn'
  ),
  source TEXT CHECK (
    source = 'box' OR source = 'visit' OR source = 'form' OR source = 'meeting' OR source = 'hotline'
    OR source = 'desk' OR source = 'online' OR source = 'transfer'
  ),
  received TEXT CHECK (received GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  posted INTEGER NOT NULL,
  changed INTEGER NOT NULL CHECK (changed >= posted),
  kind TEXT NOT NULL CHECK (kind IN ('service', 'goods')),
  value_yuan INTEGER CHECK (value_yuan BETWEEN 0 AND 10000000),
  open_to_all INTEGER NOT NULL CHECK (open_to_all IN (0, 1)),
  slots INTEGER NOT NULL CHECK (slots BETWEEN 1 AND 100),
  needed INTEGER,
  name_shown TEXT NOT NULL CHECK (name_shown IN ('anonymous', 'surname')),
  consent INTEGER NOT NULL CHECK (consent IN (0, 1)),
  confidential INTEGER NOT NULL CHECK (confidential IN (0, 1)),
  contact TEXT CHECK (contact IN ('direct', 'desk')),
  time_limit TEXT CHECK (time_limit GLOB '[1-9]*[smhd]'),
  approved INTEGER NOT NULL CHECK (approved IN (0, 1)),
  round INTEGER NOT NULL CHECK (round >= 0),      -- counts publications and reopenings
  published INTEGER,                              -- first
  askers INTEGER NOT NULL CHECK (askers >= 0),    -- households
  referred_until INTEGER,
  reached INTEGER NOT NULL CHECK (reached BETWEEN 0 AND 31),
    -- every stage ever reached: 1 collected, 2 published, 4 claimed, 8 fulfilled, 16 confirmed
  erased INTEGER NOT NULL CHECK (erased IN (0, 1)),
    -- whether what people wrote about it is gone for good
  last_event INTEGER NOT NULL,                    -- the latest line of the log about it
  last_claim INTEGER,                             -- the latest claim on it
  -- From here on: what an index holds or a foreign key looks up. A claim changes none of these, so its
  -- update leaves them out and writes one page.
  community TEXT NOT NULL REFERENCES area,
  grid TEXT REFERENCES area,
  category TEXT CHECK (
    category = 'policy' OR category = 'legal' OR category = 'health' OR category = 'relief'
    OR category = 'convenience' OR category = 'culture' OR category = 'mediation'
    OR category = 'environment'
  ),
  urgency TEXT NOT NULL CHECK (urgency IN ('normal', 'urgent')),
  merged_into INTEGER REFERENCES wish DEFERRABLE INITIALLY DEFERRED CHECK (merged_into <> number),
  has_card INTEGER NOT NULL CHECK (
    has_card = (
      (state = 'published' OR state = 'claimed' OR state = 'fulfilled') AND approved AND NOT confidential
    )
  ),
  ended INTEGER NOT NULL CHECK (
    ended = (state = 'confirmed' OR state = 'closed' OR state = 'rejected' OR state = 'merged'
      OR state = 'withdrawn')
  )
) STRICT;

-- All of these leave a wish out while it is new: POST writes to none of them.
CREATE INDEX wish_card ON wish (community) WHERE has_card = 1;
CREATE INDEX wish_ended ON wish (community, urgency, number, state, category) WHERE ended = 1;
CREATE INDEX wish_kept ON wish (changed) WHERE ended = 1 AND erased = 0;
CREATE INDEX wish_merged ON wish (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE wish_skill (
  wish INTEGER NOT NULL REFERENCES wish,
  position INTEGER NOT NULL CHECK (position >= 0),
  skill TEXT NOT NULL REFERENCES skill,
  PRIMARY KEY (wish, position)
) STRICT, WITHOUT ROWID;

-- Members who were asked to take a wish.
CREATE TABLE invitation (
  wish INTEGER NOT NULL REFERENCES wish,
  position INTEGER NOT NULL CHECK (position >= 0),
  member TEXT NOT NULL REFERENCES member,
  PRIMARY KEY (wish, position)
) STRICT, WITHOUT ROWID;

-- Who the wish is for, and what the slip says. Erasing leaves an empty row.
CREATE TABLE petitioner (
  wish INTEGER PRIMARY KEY REFERENCES wish,
  text TEXT NOT NULL,
  name TEXT,
  phone TEXT,
  address TEXT,
  contact_name TEXT,
  contact_phone TEXT,
  relation TEXT CHECK (
    relation = 'self' OR relation = 'family' OR relation = 'neighbour' OR relation = 'staff'
    OR relation = 'deputy'
  ),
  hardships TEXT NOT NULL CHECK (hardships NOT GLOB '*[^a-z,-]*'), -- words, parted by commas
  ref TEXT,
  batch TEXT,
  referred_to TEXT
) STRICT;

-- What the wall says of it in words, masked. Erasing deletes it.
CREATE TABLE card (
  wish INTEGER PRIMARY KEY REFERENCES wish,
  public_text TEXT NOT NULL,
  standard TEXT
) STRICT;

-- How many wishes of a community ever reached each stage, confidential ones not counted.
CREATE TABLE tally (
  community TEXT PRIMARY KEY REFERENCES area,
  collected INTEGER NOT NULL,
  published INTEGER NOT NULL,
  claimed INTEGER NOT NULL,
  fulfilled INTEGER NOT NULL,
  confirmed INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The log --------------------------------------------------------------------------------------------

-- What happened, in codes, numbers and names of fields. account and member have no foreign key: 'system'
-- lapses claims and is nobody, and a line of the log stands on its own whatever becomes of an account.
CREATE TABLE event (
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
    ELSE
      type = 'area' OR type = 'unit' OR type = 'skill' OR type = 'account' OR type = 'rotated'
      OR type = 'disabled' OR type = 'enabled' OR type = 'member' OR type = 'standard'
    END
  )
) STRICT;

CREATE TRIGGER event_is_not_changed BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END;

CREATE TRIGGER event_is_not_deleted BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END;

-- One member's hold on a slot, named by the event that made it.
CREATE TABLE claim (
  event INTEGER PRIMARY KEY REFERENCES event,
  wish INTEGER NOT NULL REFERENCES wish,
  before INTEGER CHECK (before < event),    -- the claim on this wish before this one
  member TEXT NOT NULL REFERENCES member,
  state TEXT NOT NULL CHECK (
    state = 'active' OR state = 'fulfilled' OR state = 'released' OR state = 'lapsed'
    OR state = 'cancelled'
  ),
  made INTEGER NOT NULL,
  due INTEGER NOT NULL,
  renewed INTEGER NOT NULL CHECK (renewed IN (0, 1)),
  unit TEXT REFERENCES unit,                -- the member's on that day
  level TEXT NOT NULL CHECK (level = 'city' OR level = 'district' OR level = 'other'),
  round INTEGER NOT NULL CHECK (round >= 0),
  disclosed INTEGER NOT NULL CHECK (disclosed IN (0, 1))
) STRICT;

-- Reasons and comments that were given with an event. Erasing deletes them, but for its own reason.
CREATE TABLE note (
  event INTEGER PRIMARY KEY REFERENCES event,
  wish INTEGER NOT NULL REFERENCES wish,
  text TEXT NOT NULL
) STRICT;

-- What a keyed request was answered with, kept for seven days. Rows are in order of time.
CREATE TABLE receipt (
  id INTEGER PRIMARY KEY,
  account TEXT NOT NULL,
  key TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 64 AND key NOT GLOB '*[^A-Za-z0-9._-]*'),
  request_hash BLOB NOT NULL CHECK (length(request_hash) = 16),
  reply BLOB NOT NULL,
  at INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX receipt_key ON receipt (account, key);
