import Arena

/// How a causal forecaster looks at scenes and how large its parts are.
public struct CausalDesign: Configuration, Hashable {
  /// From where a scene is seen, so that scenes which differ by a rotation or a reflection only
  /// look alike.
  public enum View: String, Sendable, Hashable, Codable, CaseIterable {
    /// Each agent by itself: its last step points along x.
    case alone
    /// Each agent with its nearest neighbour, which lies along x; places are seen from the
    /// world's centre.
    case pair
  }

  /// How the spurious feature enters.
  public enum Spurious: String, Sendable, Hashable, Codable, CaseIterable {
    /// Not at all.
    case none
    /// As it is.
    case raw
    /// Divided by its mean over the observed frames: what is left does not depend on its strength,
    /// just as a canonical frame does not depend on the direction of walking.
    case canonical
  }

  /// How the style code changes what the invariant encoder found.
  public enum Style: String, Sendable, Hashable, Codable, CaseIterable {
    /// There is none.
    case none
    /// It stands beside the invariant features (the "concat" of arXiv 2111.14820).
    case beside
    /// It scales and shifts them (Perez et al., FiLM, 2018).
    case scaling
    /// It scales and shifts them, then a residual block sees both (the modulator of arXiv
    /// 2111.14820 behind a FiLM layer): more to adapt, and a little less sure beyond known styles.
    case modular
  }

  public var observed = 8
  public var predicted = 12
  public var view = View.pair
  public var spurious = Spurious.none
  /// Whether and how a style code, one number, enters.
  public var style = Style.none
  /// The units of each hidden layer.
  public var width = 64
  /// Paths besides the single best one, of which one is meant to come true.
  public var alternatives = 0

  public init() {}

  /// Throws `SetupError` for a design that cannot be built.
  public func validate() throws {
    let limits = [
      ("observed", observed, 2...64), ("predicted", predicted, 1...64), ("width", width, 1...1024),
      ("alternatives", alternatives, 0...64),
    ]
    for (key, value, range) in limits where !range.contains(value) {
      throw SetupError(key, "\(value) is not in \(range.lowerBound) ... \(range.upperBound)")
    }
  }

  /// The numbers a scene is described by, for each of its agents.
  var features: Int {
    let motion = view == .alone ? 2 * (observed - 1) : 4 + 4 * (observed - 1)
    return motion + (spurious == .none ? 0 : observed)
  }

  /// How many features stay in metres.
  var metricFeatures: Int { view == .alone ? 2 * (observed - 1) : 0 }

  /// The numbers of a path.
  var pathWidth: Int { 2 * predicted }
}
