/// One step in the life of a wish, or a look at it: what every peer is asked to do, each in its own words.
enum Act {
  case post(community: Int, text: Int)
  case approve(wish: Int)
  case publish(wish: Int)
  case claim(wish: Int, community: Int)
  case release(wish: Int, community: Int)
  case fulfil(wish: Int, community: Int)
  case confirm(wish: Int)
  case show(wish: Int)
  case list(community: Int)
  case match(community: Int)
  case wall(community: Int)
}

/// Who sits at a connection.
enum Seat {
  /// The desk of a community, which posts.
  case desk
  /// A member, who claims.
  case member
  /// Staff of a community.
  case staff
}

/// What a peer answered.
struct Answer {
  /// Bytes of the whole reply.
  let length: Int
  /// The number of the wish that was posted or claimed.
  var wish: Int?
  /// What was refused.
  var refusal: String?
}

/// A peer's language on one connection.
protocol Wording {
  /// Appends the request for an act.
  func ask(_ act: Act, as seat: Seat, into bytes: inout [UInt8])
  /// The first reply in `bytes`; nil while it is not whole.
  func hear(_ bytes: UnsafeRawBufferPointer) throws(Failure) -> Answer?
}

/// The world that all peers are given: the same communities, members and texts.
enum World {
  /// Communities of the district.
  static let communities = 50
  /// What a member can and a wish needs.
  static let skill = "电工"

  /// `c07`
  static func community(_ index: Int) -> String { index < 10 ? "c0\(index)" : "c\(index)" }
  /// The member of a community.
  static func member(_ index: Int) -> String { index < 10 ? "m0\(index)" : "m\(index)" }

  private static let things = [
    "厨房的灯", "卫生间的水管", "家里的门锁", "阳台的窗户", "旧洗衣机", "孙子的书桌", "楼道的扶手", "老人的轮椅", "客厅的插座", "家里的收音机",
  ]
  private static let troubles = ["坏了", "用不了了", "总是出毛病", "松动了", "很久没有人修", "打不开", "老化得厉害"]
  private static let hopes = [
    "想请人来看看", "希望有师傅上门修一下", "想找志愿者帮个忙", "盼着能换一个新的", "不知道找谁才好", "最好周末来", "老人一个人在家不方便",
  ]

  /// The text of a slip, by a number: seldom the same twice.
  static func text(_ number: Int) -> String {
    var mixed = UInt64(truncatingIfNeeded: number) &* 0x9E37_79B9_7F4A_7C15
    func pick<Item>(_ items: [Item]) -> Item {
      mixed = mixed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return items[Int((mixed >> 33) % UInt64(items.count))]
    }
    return "\(pick(things))\(pick(troubles))，\(pick(hopes))，\(pick(hopes))，\(number % 30 + 1)号前都在家"
  }

  /// Ready-made texts, so that making them is no part of what is measured.
  static let texts = (0..<4_096).map(text)
}
