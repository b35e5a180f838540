import Math

/// A pair of counts, of points or of games.
public struct Score: Hashable, Sendable, Codable {
  public var home: Int
  public var away: Int

  public init(_ home: Int = 0, _ away: Int = 0) {
    self.home = home
    self.away = away
  }

  public subscript(side: Side) -> Int {
    get { side == .home ? home : away }
    set { if side == .home { home = newValue } else { away = newValue } }
  }

  /// Both together.
  public var total: Int { home + away }

  /// Who has more, or nil when level.
  public var leader: Side? { home == away ? nil : home > away ? .home : .away }

  /// Adds both counts to a digest.
  public func combine(into digest: inout Digest) {
    digest.combine(home)
    digest.combine(away)
  }
}

extension Score: CustomStringConvertible {
  /// `11-9`, home first.
  public var description: String { "\(home)-\(away)" }
}
