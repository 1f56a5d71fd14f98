/// What a round is about.
enum Workload: String, CaseIterable {
  /// Durable POST.
  case post
  /// CLAIM and RELEASE in turn; each counts.
  case claim
  /// POST, APPROVE, PUBLISH, CLAIM, FULFIL, CONFIRM; each step counts.
  case life
  /// One change in five acts, else looking: SHOW, LIST, MATCH, WALL.
  case mixed

  /// Who sits at a connection.
  func seat(_ connection: Int) -> Seat {
    switch self {
    case .post: .desk
    case .claim: .member
    case .life: .staff
    case .mixed: connection / World.communities % 2 == 1 || connection % 2 == 1 ? .desk : .member
    }
  }
}

/// What one request in flight does next: a small script of its own, which never ends.
struct Lane {
  /// What it is doing.
  enum Script {
    case workload(Workload)
    /// POST, APPROVE, PUBLISH, so many times.
    case publish(left: Int)
    /// The same request for ever.
    case only(Act)
    /// SHOW of its wishes in turn.
    case show
    /// Gives back what it still holds, so that others can claim it.
    case giveBack
  }

  var script: Script
  let seat: Seat
  let community: Int
  /// Published wishes that are this lane's to claim.
  private(set) var wishes: [Int]
  /// Wishes that it has posted and published.
  private(set) var published: [Int] = []

  /// Requests that it may still make; nil for any number.
  var left: Int?

  private var step = 0
  private var wish = 0
  /// Slips that it has posted; each lane begins elsewhere among the ready-made texts.
  private var slips: Int
  private var isHeld = false
  /// Whether the answer to its last act names the wish that it goes on with.
  private var namesWish = false
  private var random: UInt64

  init(_ script: Script, seat: Seat, community: Int, wishes: [Int], seed: Int) {
    self.script = script
    self.seat = seat
    self.community = community
    self.wishes = wishes
    slips = seed &* 7_919
    random = UInt64(seed &+ 1) &* 0x9E37_79B9_7F4A_7C15
  }

  /// What it asks for next; nil when it has done all.
  mutating func next() -> Act? {
    let act = decide()
    switch act {
    case .post, .claim: namesWish = true
    case .approve, .publish, .release, .fulfil, .confirm, .show, .list, .match, .wall, nil: namesWish = false
    }
    return act
  }

  private mutating func decide() -> Act? {
    if let left {
      guard left > 0 else { return nil }
      self.left = left - 1
    }
    switch script {
    case .only(let act): return act
    case .show:
      step += 1
      return wishes.isEmpty ? nil : .show(wish: wishes[step % wishes.count])
    case .giveBack: return isHeld ? claimOrRelease() : nil
    case .publish(let left):
      guard left > 0 || step > 0 else { return nil }
      if step == 0 { script = .publish(left: left - 1) }
      return lifeStep(of: 3)
    case .workload(.post): return nextPost()
    case .workload(.claim): return claimOrRelease()
    case .workload(.life): return lifeStep(of: 6)
    case .workload(.mixed): return mixedStep()
    }
  }

  /// Takes the answer to its last act.
  mutating func take(_ answer: Answer) {
    if namesWish, let wish = answer.wish { self.wish = wish }
    if case .publish = script, step == 0 { published.append(wish) }
  }

  private mutating func lifeStep(of steps: Int) -> Act {
    let now = step
    step = (step + 1) % steps
    switch now {
    case 0: return nextPost()
    case 1: return .approve(wish: wish)
    case 2: return .publish(wish: wish)
    case 3: return .claim(wish: wish, community: community)
    case 4: return .fulfil(wish: wish, community: community)
    default: return .confirm(wish: wish)
    }
  }

  private mutating func nextPost() -> Act {
    slips += 1
    return .post(community: community, text: slips % World.texts.count)
  }

  /// The next of its wishes is claimed, then given back.
  private mutating func claimOrRelease() -> Act {
    isHeld.toggle()
    if !isHeld { return .release(wish: wish, community: community) }
    wish = wishes.isEmpty ? 0 : wishes[step % wishes.count]
    step += 1
    return .claim(wish: wish, community: community)
  }

  private mutating func mixedStep() -> Act {
    random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    let dice = Int((random >> 33) % 100)
    switch dice {
    case ..<20: return seat == .desk ? nextPost() : claimOrRelease()
    case ..<60: return .show(wish: wishes.isEmpty ? 1 : wishes[dice * 7 % wishes.count])
    case ..<80: return .list(community: community)
    case ..<95: return seat == .desk ? .list(community: community) : .match(community: community)
    default: return .wall(community: community)
    }
  }
}
