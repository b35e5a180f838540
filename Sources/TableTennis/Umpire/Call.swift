import Math

/// What the umpire announces at the end of a rally.
public enum Call: Hashable, Sendable, Codable {
  /// `to` scores one point.
  case point(to: Side, Reason)
  /// The rally is replayed, and nobody scores.
  case `let`(Reason)

  /// Why.
  public var reason: Reason {
    switch self {
    case .point(_, let reason), .let(let reason): reason
    }
  }

  /// Who scores, or nil for a let.
  public var winner: Side? {
    if case .point(let side, _) = self { side } else { nil }
  }

  /// Adds the call to a digest.
  public func combine(into digest: inout Digest) {
    digest.combine(winner.map { $0.index + 1 } ?? 0)
    digest.combine(reason.rawValue)
  }
}

extension Call: CustomStringConvertible {
  /// `Point to home: the ball bounced twice ... (law 2.10.1.3).`
  public var description: String {
    let law = reason.law.map { " (law \($0))" } ?? ""
    return switch self {
    case .point(let side, let reason): "Point to \(side): \(reason)\(law)."
    case .let(let reason): "Let: \(reason)\(law)."
    }
  }
}
