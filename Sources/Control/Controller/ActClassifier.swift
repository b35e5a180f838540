import Arena
import Math
import Networks

/// Tells from the opponent's motion before an act what kind of act it was: underspin or not, from
/// the movement of the racket (arXiv 2408.03906, section on the spin classifier).
///
/// It looks at the last frames of the motion, each relative to the last, so that it does not matter
/// where the opponent stands.
public struct ActClassifier: Sendable {
  /// What the acts are called that it looks for, and the others.
  public let trait: String
  public let otherwise: String
  /// The numbers of a frame of motion.
  public let motionWidth: Int
  let network: Network
  let parameters: [Float]
  let moments: RunningMoments

  /// The hidden layers (the paper: 128 and 64).
  public static let hidden = [128, 64]

  /// The network for motions of `width` numbers.
  public static func design(motionWidth width: Int) -> Network {
    Network.mlp(inputs: width * MotionMemory.frames, hidden: hidden, outputs: 1)
  }

  public init(
    trait: String, otherwise: String, motionWidth: Int, parameters: [Float],
    moments: RunningMoments
  ) {
    self.trait = trait
    self.otherwise = otherwise
    self.motionWidth = motionWidth
    network = Self.design(motionWidth: motionWidth)
    precondition(parameters.count == network.parameterCount, "the network has other parameters")
    self.parameters = parameters
    self.moments = moments
  }

  func check(motion width: Int) throws(PolicyError) {
    guard width == motionWidth else {
      throw .unusable(
        key: "classifier",
        reason: "it looks at \(motionWidth) numbers of motion; the interface has \(width)")
    }
  }

  /// Writes what the network looks at: the newest frame, and how the older ones differ from it.
  static func features(of motion: MotionMemory, into row: inout [Float]) {
    for index in 0..<motion.width {
      let newest = motion.number(index, age: 0)
      row[index] = newest
      for age in 1..<MotionMemory.frames {
        row[age * motion.width + index] = motion.number(index, age: age) - newest
      }
    }
  }

  /// The probability that the act had the trait. Called once per opening: it may allocate.
  func probability(of motion: MotionMemory) -> Double {
    var row = [Float](repeating: 0, count: motionWidth * MotionMemory.frames)
    Self.features(of: motion, into: &row)
    var span = row.mutableSpan
    moments.standardize(&span)
    var workspace = Workspace(for: network, rows: 1)
    network.forward(row.span, parameters: parameters.span, in: &workspace)
    return 1 / (1 + exp(-Double(workspace.outputs[0])))
  }
}
