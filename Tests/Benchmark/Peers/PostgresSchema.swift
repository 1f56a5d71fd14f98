/// What PostgreSQL is given: the tables that a person would make for this, and a function a step, so that
/// a step is one statement, one transaction and one round trip. It keeps no counts for the wall, no
/// receipts and no log lines.
enum PostgresSchema {
  /// A prepared statement: its name and its SQL.
  static let statements = [
    ("post", "SELECT post($1::text, $2::text)"), ("approve", "SELECT approve($1::bigint, $2::text)"),
    ("publish", "SELECT publish($1::bigint)"), ("claim", "SELECT claim($1::bigint, $2::text)"),
    ("release", "SELECT release($1::bigint, $2::text, $3::text)"),
    ("fulfil", "SELECT fulfil($1::bigint, $2::text)"), ("confirm", "SELECT confirm($1::bigint, $2::int)"),
    ("show", "SELECT number, state, community, category, slots, held, public FROM wish WHERE number = $1"),
    (
      "list",
      """
      SELECT number, state, category, slots, held, public FROM wish
      WHERE community = $1 AND state NOT IN ('confirmed', 'closed') ORDER BY urgent DESC, number LIMIT 20
      """
    ),
    (
      "match",
      """
      SELECT number, state, category, slots, held, public FROM wish
      WHERE community = $1 AND state = 'published'
        AND skill IN (SELECT skill FROM member_skill WHERE member = $2)
      ORDER BY urgent DESC, number LIMIT 20
      """
    ),
    (
      "wall",
      """
      SELECT string_agg(number || ' ' || state || ' ' || public, E'\\n' ORDER BY urgent DESC, number)
      FROM wish WHERE community = $1 AND state IN ('published', 'claimed', 'fulfilled')
      """
    ),
  ]

  /// The tables and functions.
  static var script: String {
    var members = ""
    for community in 0..<World.communities {
      let member = World.member(community)
      members += "INSERT INTO member VALUES ('\(member)', 1000, 'other');\n"
      members += "INSERT INTO member_skill VALUES ('\(member)', '\(World.skill)');\n"
    }
    return tables + members + firstSteps + claim + lastSteps
  }

  private static let tables = """
    CREATE TABLE wish (
      number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, state text NOT NULL, community text NOT NULL,
      source text, category text, kind text NOT NULL, slots int NOT NULL, held int NOT NULL, urgent boolean NOT NULL,
      shown text NOT NULL, consent boolean NOT NULL, confidential boolean NOT NULL, approved boolean NOT NULL,
      skill text, span interval, public text, posted timestamptz NOT NULL, changed timestamptz NOT NULL,
      published timestamptz, rating int) WITH (fillfactor = 80);
    CREATE INDEX wish_open ON wish (community, urgent DESC, number)
      WHERE state NOT IN ('confirmed', 'closed');
    CREATE INDEX wish_card ON wish (community, urgent DESC, number)
      WHERE state IN ('published', 'claimed', 'fulfilled');
    CREATE TABLE petitioner (wish bigint PRIMARY KEY, text text NOT NULL, name text, phone text);
    CREATE TABLE event (seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, at timestamptz NOT NULL,
      account text NOT NULL, wish bigint NOT NULL, type text NOT NULL);
    CREATE TABLE claim (event bigint PRIMARY KEY, wish bigint NOT NULL, member text NOT NULL, state text NOT NULL,
      made timestamptz NOT NULL, due timestamptz NOT NULL, level text NOT NULL);
    CREATE INDEX claim_active ON claim (member, wish) WHERE state = 'active';
    CREATE TABLE note (event bigint PRIMARY KEY, text text NOT NULL);
    CREATE TABLE member (code text PRIMARY KEY, capacity int NOT NULL, level text NOT NULL);
    CREATE TABLE member_skill (member text NOT NULL, skill text NOT NULL, PRIMARY KEY (member, skill));

    """

  private static let firstSteps = """
    CREATE FUNCTION post(place text, slip text) RETURNS bigint LANGUAGE plpgsql AS $$
    DECLARE n bigint;
    BEGIN
      INSERT INTO wish (state, community, source, category, kind, slots, held, urgent, shown, consent,
        confidential, approved, posted, changed)
      VALUES ('collected', place, 'box', 'convenience', 'service', 1, 0, false, 'anonymous', true, false,
        false, now(), now()) RETURNING number INTO n;
      INSERT INTO petitioner VALUES (n, slip, '柏某某', '19900001234');
      INSERT INTO event (at, account, wish, type) VALUES (now(), 'desk', n, 'posted');
      RETURN n;
    END $$;
    CREATE FUNCTION approve(n bigint, needs text) RETURNS void LANGUAGE plpgsql AS $$
    BEGIN
      UPDATE wish SET state = 'approved', approved = true, skill = needs, span = interval '7 days',
        public = (SELECT text FROM petitioner WHERE petitioner.wish = n), changed = now()
      WHERE number = n AND state = 'collected';
      IF NOT FOUND THEN RAISE 'WRONG_STATE'; END IF;
      INSERT INTO event (at, account, wish, type) VALUES (now(), 'staff', n, 'approved');
    END $$;
    CREATE FUNCTION publish(n bigint) RETURNS void LANGUAGE plpgsql AS $$
    BEGIN
      UPDATE wish SET state = 'published', published = now(), changed = now()
      WHERE number = n AND state = 'approved';
      IF NOT FOUND THEN RAISE 'WRONG_STATE'; END IF;
      INSERT INTO event (at, account, wish, type) VALUES (now(), 'staff', n, 'published');
    END $$;

    """

  private static let claim = """
    CREATE FUNCTION claim(n bigint, who text) RETURNS void LANGUAGE plpgsql AS $$
    DECLARE w wish; m member; e bigint;
    BEGIN
      SELECT * INTO w FROM wish WHERE number = n FOR UPDATE;
      IF NOT FOUND THEN RAISE 'NOT_FOUND'; END IF;
      IF w.state = 'claimed' THEN RAISE 'TAKEN'; END IF;
      IF w.state <> 'published' THEN RAISE 'WRONG_STATE'; END IF;
      IF NOT EXISTS (SELECT FROM member_skill WHERE member = who AND skill = w.skill) THEN
        RAISE 'NOT_ELIGIBLE'; END IF;
      SELECT * INTO m FROM member WHERE code = who;
      IF (SELECT count(*) FROM claim WHERE member = who AND state = 'active') >= m.capacity THEN
        RAISE 'QUOTA'; END IF;
      IF EXISTS (SELECT FROM claim WHERE member = who AND claim.wish = n AND state = 'active') THEN
        RAISE 'WRONG_STATE'; END IF;
      INSERT INTO event (at, account, wish, type) VALUES (now(), who, n, 'claimed') RETURNING seq INTO e;
      INSERT INTO claim VALUES (e, n, who, 'active', now(), now() + w.span, m.level);
      UPDATE wish SET held = held + 1, changed = now(),
        state = CASE WHEN held + 1 >= slots THEN 'claimed' ELSE 'published' END WHERE number = n;
    END $$;

    """

  private static let lastSteps = """
    CREATE FUNCTION release(n bigint, who text, why text) RETURNS void LANGUAGE plpgsql AS $$
    DECLARE e bigint;
    BEGIN
      PERFORM FROM wish WHERE number = n FOR UPDATE;
      UPDATE claim SET state = 'released' WHERE member = who AND claim.wish = n AND state = 'active';
      IF NOT FOUND THEN RAISE 'FORBIDDEN'; END IF;
      UPDATE wish SET held = held - 1, state = 'published', changed = now() WHERE number = n;
      INSERT INTO event (at, account, wish, type) VALUES (now(), who, n, 'released') RETURNING seq INTO e;
      INSERT INTO note VALUES (e, why);
    END $$;
    CREATE FUNCTION fulfil(n bigint, who text) RETURNS void LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM FROM wish WHERE number = n FOR UPDATE;
      UPDATE claim SET state = 'fulfilled' WHERE member = who AND claim.wish = n AND state = 'active';
      IF NOT FOUND THEN RAISE 'FORBIDDEN'; END IF;
      UPDATE wish SET state = 'fulfilled', changed = now() WHERE number = n;
      INSERT INTO event (at, account, wish, type) VALUES (now(), who, n, 'fulfilled');
    END $$;
    CREATE FUNCTION confirm(n bigint, stars int) RETURNS void LANGUAGE plpgsql AS $$
    BEGIN
      UPDATE wish SET state = 'confirmed', rating = stars, changed = now()
      WHERE number = n AND state = 'fulfilled';
      IF NOT FOUND THEN RAISE 'WRONG_STATE'; END IF;
      INSERT INTO event (at, account, wish, type) VALUES (now(), 'staff', n, 'confirmed');
    END $$;

    """
}
