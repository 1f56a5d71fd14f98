/// The search for shortest paths behind ``Assignment``.
///
/// A path alternates: from a wish over a pair that is not asked to a member, from a member over a pair that
/// is asked back to a wish. It ends at a member with room, or at a wish that goes without. With values and
/// prices as potentials no step has a negative length, and since the end is never further away than the
/// value of the first wish, distances are small whole numbers: the queue is Dial's, a list for each distance
/// (*Network Flows*, section 4.6).
struct AssignmentSearch {
  private let board: AssignmentBoard
  /// Whose each pair is.
  private let wishes: [Int32]
  private(set) var isAsked: [Bool]
  private(set) var values: [Int32]
  private(set) var prices: [Int32]

  /// The pairs that each member is asked for: `room` places a member, one member behind the other.
  private var held: [Int32]
  private let heldFirst: [Int]
  private var heldCount: [Int32]

  /// Of wishes, then of members: how far away in the search under way, and over which pair.
  private var distance: [Int32]
  private var arrival: [Int32]
  /// What the search has reached.
  private var reached: [Int32] = []
  /// What was reached at each distance and may still be looked at.
  private var queue: [[Int32]]

  private static let unreached = Int32.max
  private static let nothing: Int32 = -1

  init(_ board: AssignmentBoard) {
    self.board = board
    let pairs = board.candidates.count
    var wishes = [Int32](repeating: 0, count: pairs)
    for wish in board.slots.indices {
      for pair in board.range(of: wish) { wishes[pair] = Int32(wish) }
    }
    self.wishes = wishes
    isAsked = Array(repeating: false, count: pairs)
    values = Array(repeating: 0, count: board.slots.count)
    prices = Array(repeating: 0, count: board.room.count)
    var firsts: [Int] = []
    var places = 0
    // No member is asked for more wishes than name it.
    var named = [Int32](repeating: 0, count: board.room.count)
    for candidate in board.candidates { named[Int(candidate.member)] += 1 }
    for (room, named) in zip(board.room, named) {
      firsts.append(places)
      places += Int(min(room, named))
    }
    heldFirst = firsts
    held = Array(repeating: Self.nothing, count: places)
    heldCount = Array(repeating: 0, count: board.room.count)
    let nodes = board.slots.count + board.room.count
    distance = Array(repeating: Self.unreached, count: nodes)
    arrival = Array(repeating: Self.nothing, count: nodes)
    queue = Array(repeating: [], count: Int(board.highestWorth) + 1)
  }

  /// Brings in the slots of a wish, one after the other.
  mutating func fill(_ wish: Int) {
    // The least value that keeps every step from it at a length of nothing or more.
    for pair in board.range(of: wish) {
      let candidate = board.candidates[pair]
      values[wish] = max(values[wish], candidate.worth - prices[Int(candidate.member)])
    }
    for _ in 0..<board.slots[wish] {
      // Without a value nothing is won by a further slot.
      guard values[wish] > 0 else { return }
      fillOne(wish)
    }
  }

  private mutating func fillOne(_ wish: Int) {
    let (length, end) = findEnd(from: wish)
    // What is nearer than the end comes to lie as far away as it: the path costs nothing any more.
    for node in reached {
      let nearer = length - distance[Int(node)]
      if nearer > 0 {
        if Int(node) < values.count {
          values[Int(node)] -= nearer
        } else {
          prices[Int(node) - values.count] += nearer
        }
      }
    }
    change(along: end)
    for node in reached {
      distance[Int(node)] = Self.unreached
      arrival[Int(node)] = Self.nothing
    }
    reached.removeAll(keepingCapacity: true)
  }

  /// Dijkstra's search from a wish: how far the nearest end is, and which wish or member it is.
  private mutating func findEnd(from wish: Int) -> (length: Int32, end: Int) {
    var length = values[wish]
    var end = wish
    reach(Int32(wish), at: 0, over: Self.nothing)
    var here: Int32 = 0
    while here < length {
      guard let node = queue[Int(here)].popLast() else {
        here += 1
        continue
      }
      // It may have been reached on a shorter way since it was put here.
      guard distance[Int(node)] == here else { continue }
      if Int(node) < values.count {
        if here + values[Int(node)] < length {
          length = here + values[Int(node)]
          end = Int(node)
        }
        lookAtMembers(from: Int(node), at: here, &length, &end)
      } else {
        lookAtWishes(from: Int(node) - values.count, at: here, before: length)
      }
    }
    for index in Int(here)..<queue.count where !queue[index].isEmpty {
      queue[index].removeAll(keepingCapacity: true)
    }
    return (length, end)
  }

  private mutating func reach(_ node: Int32, at distance: Int32, over pair: Int32) {
    if self.distance[Int(node)] == Self.unreached { reached.append(node) }
    self.distance[Int(node)] = distance
    arrival[Int(node)] = pair
    queue[Int(distance)].append(node)
  }

  /// A wish may ask any of its candidates that it does not ask already.
  private mutating func lookAtMembers(
    from wish: Int,
    at here: Int32,
    _ length: inout Int32,
    _ end: inout Int
  ) {
    for pair in board.range(of: wish) where !isAsked[pair] {
      let candidate = board.candidates[pair]
      let member = Int(candidate.member)
      let there = here + values[wish] + prices[member] - candidate.worth
      let node = values.count + member
      guard there < length, there < distance[node] else { continue }
      reach(Int32(node), at: there, over: Int32(pair))
      if heldCount[member] < board.room[member] {
        length = there
        end = node
      }
    }
  }

  /// A member without room may leave any wish that it is asked for.
  private mutating func lookAtWishes(from member: Int, at here: Int32, before length: Int32) {
    let first = heldFirst[member]
    for place in first..<first + Int(heldCount[member]) {
      let pair = Int(held[place])
      let wish = Int(wishes[pair])
      let there = here + board.candidates[pair].worth - values[wish] - prices[member]
      guard there < length, there < distance[wish] else { continue }
      reach(Int32(wish), at: there, over: Int32(pair))
    }
  }

  /// Asks and releases the pairs of the path that ends at a wish or member, back to where it began.
  private mutating func change(along end: Int) {
    var wish = end
    if end >= values.count {
      let member = end - values.count
      let pair = arrival[end]
      held[heldFirst[member] + Int(heldCount[member])] = pair
      heldCount[member] += 1
      isAsked[Int(pair)] = true
      wish = Int(wishes[Int(pair)])
    }
    while arrival[wish] != Self.nothing {
      let left = arrival[wish]
      let member = Int(board.candidates[Int(left)].member)
      let pair = arrival[values.count + member]
      let first = heldFirst[member]
      guard let place = (first..<first + Int(heldCount[member])).first(where: { held[$0] == left }) else {
        preconditionFailure("a member left a wish that it was not asked for")
      }
      held[place] = pair
      isAsked[Int(left)] = false
      isAsked[Int(pair)] = true
      wish = Int(wishes[Int(pair)])
    }
  }
}
