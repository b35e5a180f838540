import Arena
import Math

/// How a causal forecaster is trained.
public struct CausalTraining: Configuration, Hashable {
  /// Steps of the optimiser.
  public var steps = 10_000
  /// The rate of Adam at the start; it falls to zero along half a cosine.
  public var rate: Float = 2e-3
  /// Trajectories from each domain in a step.
  public var rowsPerDomain = 64
  public var penalty = InvariancePenalty.none
  /// The weight of the penalty.
  public var penaltyWeight: Float = 0
  /// Steps before the penalty counts.
  public var penaltyFrom = 1000
  /// Trajectories are shrunk or stretched by factors up to this in training, so that pace
  /// does not come to mean a place; 1 leaves them alone.
  public var stretch: Float = 1
  /// Every scene is also shown with its observed places displaced at random, once with half this
  /// deviation and once with all of it, in metres: places differ in how well people are
  /// annotated, and a forecaster should smooth what is noisy and not what turns. 0 for never.
  public var jitter: Float = 0
  /// The weight of the loss of the alternatives.
  public var alternativesWeight: Float = 1

  public init() {}

  /// Throws `SetupError` for what cannot be trained with.
  public func validate() throws {
    guard (1...10_000_000).contains(steps) else {
      throw SetupError("steps", "\(steps) is not in 1 ... 10000000")
    }
    guard (2...4096).contains(rowsPerDomain) else {
      throw SetupError("rows-per-domain", "\(rowsPerDomain) is not in 2 ... 4096")
    }
    let limits: [(String, Float, ClosedRange<Float>)] = [
      ("rate", rate, 1e-7...1), ("penalty-weight", penaltyWeight, 0...1e9),
      ("stretch", stretch, 1...10), ("jitter", jitter, 0...1),
      ("alternatives-weight", alternativesWeight, 0...100),
    ]
    for (key, value, range) in limits where !range.contains(value) {
      throw SetupError(key, "\(value) is not in \(range.lowerBound) ... \(range.upperBound)")
    }
  }
}

/// Scenes of one place or one style, to train on or to be tested on.
public struct ForecastingDomain: Sendable, Hashable {
  public var motion: MotionSet
  /// The strength of the spurious feature there.
  public var spuriousStrength: Float

  public init(_ motion: MotionSet, spuriousStrength: Float = 1) {
    self.motion = motion
    self.spuriousStrength = spuriousStrength
  }

  /// The domain with copies of its scenes whose observed places are displaced.
  func jittered(
    _ training: CausalTraining, observed: Int, random: inout Random
  ) -> ForecastingDomain {
    guard training.jitter > 0 else { return self }
    var domain = self
    for share: Float in [0.5, 1] {
      domain.motion.append(
        contentsOf: motion.jittered(
          by: share * training.jitter, frames: observed, random: &random))
    }
    return domain
  }

  func examples(_ design: CausalDesign) -> Examples {
    let feature = SpuriousFeature(strength: spuriousStrength, observed: design.observed)
    return Examples(
      motion, design, spurious: design.spurious == .none ? nil : feature.values(of: motion))
  }
}
