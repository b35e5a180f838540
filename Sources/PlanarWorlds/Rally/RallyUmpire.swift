import Math

/// What has happened to the ball, by the rules of the game.
struct RallyUmpire: Sendable, Hashable {
  /// The things a ball meets.
  enum Thing {
    case table
    case net
    case floor
    case paddle
  }

  private(set) var hasBounced = false
  private(set) var hasHit = false
  private(set) var hasReturned = false
  private(set) var isOver = false
  /// Where along the table the ball was when the rally ended.
  private(set) var endPlace = 0.0

  /// Takes note that the ball, at `x` along the table, has met something.
  mutating func note(_ thing: Thing, x: Double) {
    guard !isOver else { return }
    switch thing {
    case .net: break
    case .paddle:
      // A volley is a fault. A ball that meets the paddle twice in one stroke is not.
      if hasBounced { hasHit = true } else { end(at: x) }
    case .floor: end(at: x)
    case .table:
      if hasHit {
        hasReturned = x < 0
        end(at: x)
      } else if x < 0 || hasBounced {
        end(at: x)
      } else {
        hasBounced = true
      }
    }
  }

  mutating func end(at x: Double) {
    isOver = true
    endPlace = x
  }

  func hash(into digest: inout Digest) {
    digest.combine(hasBounced)
    digest.combine(hasHit)
    digest.combine(hasReturned)
    digest.combine(isOver)
    digest.combine(endPlace)
  }
}
