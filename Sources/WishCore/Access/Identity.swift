/// Who asks: an account as the register has it at this moment.
///
/// Made anew for every request, so that a changed role, a moved area or a disabled account holds for the
/// next request of an open connection.
public struct Identity: Equatable, Sendable {
  /// The account.
  public let account: AccountCode
  /// What it may do.
  public let role: Role
  /// Where: one area, for a member all of its areas; empty for an administrator, who is everywhere.
  public let areas: [AreaCode]
  /// Whether its area is a grid.
  public let isAtGrid: Bool

  /// Makes an identity.
  public init(account: AccountCode, role: Role, areas: [AreaCode], isAtGrid: Bool = false) {
    self.account = account
    self.role = role
    self.areas = areas
    self.isAtGrid = isAtGrid
  }
}

/// The area tree, as a rule needs it.
public protocol AreaTree {
  /// The area with this code.
  func area(_ code: AreaCode) -> Area?
}

extension Register: AreaTree {
  /// The area with this code.
  public func area(_ code: AreaCode) -> Area? { areas[code] }
}

extension AreaTree {
  /// Whether `inner` is `outer` or lies in it. The tree is at most four levels deep.
  public func isInside(_ inner: AreaCode, _ outer: AreaCode) -> Bool {
    var place: AreaCode? = inner
    while let here = place {
      if here == outer { return true }
      place = area(here)?.parent
    }
    return false
  }

  /// Whether a wish lies in `outer`, by its grid where that is known, else by its community.
  public func isInside(_ wish: Wish, _ outer: AreaCode) -> Bool {
    isInside(wish.grid ?? wish.community, outer)
  }

  /// After how long untouched a published wish of an area is stale: its own time, or that of the nearest
  /// area around it that has one.
  public func staleTime(of code: AreaCode) -> Span {
    var place: AreaCode? = code
    while let here = place {
      guard let area = area(here) else { break }
      if let own = area.stale { return own }
      place = area.parent
    }
    return Area.staleDefault
  }

  /// The community that an area is or lies in.
  public func community(of code: AreaCode) -> Area? {
    guard let here = area(code) else { return nil }
    switch here.level {
    case .community: return here
    case .grid: return here.parent.flatMap { area($0) }
    case .district, .street: return nil
    }
  }
}
