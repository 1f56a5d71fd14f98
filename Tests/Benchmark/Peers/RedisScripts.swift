/// What Redis does for each step: one script, so that a step is whole or not at all. It checks what wishd
/// checks, and keeps the same fields, the indexes of open wishes and of cards, and a stream of events; it
/// keeps no counts for the wall, no receipts and no log lines.
enum RedisScripts {
  enum Name: String, CaseIterable {
    case post, approve, publish, claim, release, fulfil, confirm, show, list, match, wall
  }

  private static let clock = """
    local t = redis.call('TIME')
    local now = t[1] * 1000 + math.floor(t[2] / 1000)
    """
  private static let fetch = """
    local wish = 'wish:' .. ARGV[1]
    local w = redis.call('HMGET', wish, 'state', 'community', 'slots', 'held', 'skills', 'span')
    if not w[1] then return redis.error_reply('NOT_FOUND') end
    """

  private static func event(_ type: String, account: String) -> String {
    "redis.call('XADD', 'events', '*', 'type', '\(type)', 'wish', ARGV[1], 'account', \(account), 'at', now)"
  }

  /// The Lua of a step.
  static func source(_ name: Name) -> String {
    switch name {
    case .post:
      """
      \(clock)
      local n = redis.call('INCR', 'wishes')
      redis.call('HSET', 'wish:' .. n, 'state', 'collected', 'community', ARGV[1], 'text', ARGV[2],
        'source', 'box', 'category', 'convenience', 'kind', 'service', 'slots', 1, 'held', 0,
        'urgency', 'normal', 'shown', 'anonymous', 'consent', 1, 'confidential', 0, 'approved', 0,
        'name', '柏某某', 'phone', '19900001234', 'posted', now, 'changed', now)
      redis.call('ZADD', 'open:' .. ARGV[1], n, n)
      redis.call('XADD', 'events', '*', 'type', 'posted', 'wish', n, 'account', 'desk', 'at', now)
      return n
      """
    case .approve:
      """
      \(clock)
      \(fetch)
      if w[1] ~= 'collected' then return redis.error_reply('WRONG_STATE') end
      redis.call('HSET', wish, 'state', 'approved', 'approved', 1, 'category', 'convenience',
        'span', 604800, 'skills', ARGV[2], 'public', redis.call('HGET', wish, 'text'), 'changed', now)
      \(event("approved", account: "'staff'"))
      return redis.status_reply('OK')
      """
    case .publish:
      """
      \(clock)
      \(fetch)
      if w[1] ~= 'approved' then return redis.error_reply('WRONG_STATE') end
      redis.call('HSET', wish, 'state', 'published', 'published', now, 'changed', now)
      redis.call('ZADD', 'published:' .. w[2], ARGV[1], ARGV[1])
      redis.call('ZADD', 'cards:' .. w[2], ARGV[1], ARGV[1])
      \(event("published", account: "'staff'"))
      return redis.status_reply('OK')
      """
    case .claim: claim
    case .release: release
    case .fulfil:
      """
      \(clock)
      \(fetch)
      local claim = 'claim:' .. ARGV[1] .. ':' .. ARGV[2]
      if redis.call('HGET', claim, 'state') ~= 'active' then return redis.error_reply('FORBIDDEN') end
      redis.call('HSET', claim, 'state', 'fulfilled')
      redis.call('SREM', 'holding:' .. ARGV[2], ARGV[1])
      redis.call('HSET', wish, 'state', 'fulfilled', 'changed', now)
      \(event("fulfilled", account: "ARGV[2]"))
      return redis.status_reply('OK')
      """
    case .confirm:
      """
      \(clock)
      \(fetch)
      if w[1] ~= 'fulfilled' then return redis.error_reply('WRONG_STATE') end
      redis.call('HSET', wish, 'state', 'confirmed', 'rating', ARGV[2], 'changed', now)
      redis.call('ZREM', 'open:' .. w[2], ARGV[1])
      redis.call('ZREM', 'cards:' .. w[2], ARGV[1])
      \(event("confirmed", account: "'staff'"))
      return redis.status_reply('OK')
      """
    case .show:
      "return redis.call('HMGET', 'wish:' .. ARGV[1], 'state', 'community', 'category', 'slots', 'held', 'public')"
    case .list: rows(from: "redis.call('ZRANGE', 'open:' .. ARGV[1], 0, 19)", where: "true")
    case .match:
      // The numbers of a community's published wishes that the member may take, oldest first.
      rows(
        from: "redis.call('ZRANGE', 'published:' .. ARGV[1], 0, 19)",
        where: "redis.call('SISMEMBER', 'skills:' .. ARGV[2], w[5]) == 1"
      )
    case .wall: rows(from: "redis.call('ZRANGE', 'cards:' .. ARGV[1], 0, -1)", where: "true")
    }
  }

  private static func rows(from numbers: String, where condition: String) -> String {
    """
    local rows = {}
    for _, n in ipairs(\(numbers)) do
      local w = redis.call('HMGET', 'wish:' .. n, 'state', 'category', 'slots', 'held', 'skills', 'public')
      if \(condition) then rows[#rows + 1] = n .. ' ' .. w[1] .. ' ' .. w[2] .. ' ' .. (w[6] or '') end
    end
    return rows
    """
  }

  private static var claim: String {
    """
    \(clock)
    \(fetch)
    if w[1] == 'claimed' then return redis.error_reply('TAKEN') end
    if w[1] ~= 'published' then return redis.error_reply('WRONG_STATE') end
    if redis.call('SISMEMBER', 'skills:' .. ARGV[2], w[5]) == 0 then
      return redis.error_reply('NOT_ELIGIBLE') end
    local m = redis.call('HMGET', 'member:' .. ARGV[2], 'capacity', 'unit', 'level')
    if redis.call('SCARD', 'holding:' .. ARGV[2]) >= tonumber(m[1]) then
      return redis.error_reply('QUOTA') end
    local claim = 'claim:' .. ARGV[1] .. ':' .. ARGV[2]
    if redis.call('HGET', claim, 'state') == 'active' then return redis.error_reply('WRONG_STATE') end
    local due = now + w[6] * 1000
    local held = w[4] + 1
    local state = 'published'
    if held >= tonumber(w[3]) then
      state = 'claimed'
      redis.call('ZREM', 'published:' .. w[2], ARGV[1])
    end
    redis.call('HSET', wish, 'state', state, 'held', held, 'changed', now)
    redis.call('HSET', claim, 'state', 'active', 'made', now, 'due', due, 'level', m[3] or 'other')
    redis.call('SADD', 'holding:' .. ARGV[2], ARGV[1])
    redis.call('ZADD', 'dues', due, ARGV[1] .. ':' .. ARGV[2])
    \(event("claimed", account: "ARGV[2]"))
    return redis.status_reply('OK')
    """
  }

  private static var release: String {
    """
    \(clock)
    \(fetch)
    local claim = 'claim:' .. ARGV[1] .. ':' .. ARGV[2]
    if redis.call('HGET', claim, 'state') ~= 'active' then return redis.error_reply('FORBIDDEN') end
    redis.call('HSET', claim, 'state', 'released', 'why', ARGV[3])
    redis.call('SREM', 'holding:' .. ARGV[2], ARGV[1])
    redis.call('ZREM', 'dues', ARGV[1] .. ':' .. ARGV[2])
    redis.call('HSET', wish, 'state', 'published', 'held', w[4] - 1, 'changed', now)
    redis.call('ZADD', 'published:' .. w[2], ARGV[1], ARGV[1])
    \(event("released", account: "ARGV[2]"))
    return redis.status_reply('OK')
    """
  }
}
