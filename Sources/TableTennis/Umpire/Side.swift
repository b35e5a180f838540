/// One of the two players, and the court that belongs to them: home plays at y < 0, away at y > 0.
///
/// When the laws make players change ends the world does not turn round: the table is symmetric,
/// so only `Scoreboard.hasChangedEnds` says that home now stands at the other end of the hall.
public enum Side: String, Codable, Hashable, Sendable, CaseIterable {
  case home
  case away

  /// The opponent.
  public var other: Side { self == .home ? .away : .home }

  /// The sign of y on this side of the net: -1 for home, +1 for away.
  public var direction: Double { self == .home ? -1 : 1 }

  /// 0 for home and 1 for away, the order of the seats.
  public var index: Int { self == .home ? 0 : 1 }
}
