import Arena
import Control
import Networks

/// An algorithm that makes a policy better by playing, one round at a time.
///
/// A learner is a value: equal learners given equal calls end up equal, whatever the number of
/// threads. `save` and `restore` hold everything that the next round depends on, so that a run that
/// was stopped between two rounds and taken up again ends with the same bits as one that was not.
public protocol Learner: Sendable {
  /// Plays one round and learns from it.
  ///
  /// - Parameter progress: the share of the whole training that has passed, 0 ... 1, for schedules.
  mutating func improve(progress: Double, threads: Int) -> Improvement

  /// The policy as it is now.
  var policy: NeuralPolicy { get }

  /// Everything that is learned: the policy's network and, if there is one, the value estimate's.
  var network: Network { get }
  /// Begins with what another training of the same networks learned: parameters and moments, and
  /// nothing of its schedule or its worlds.
  mutating func begin(from checkpoint: Safetensors) throws(PolicyError)

  /// Adds the learner's whole state to a checkpoint.
  func save(to checkpoint: inout Safetensors)

  /// Takes up the state of a checkpoint that a learner with the same settings wrote.
  mutating func restore(from checkpoint: Safetensors, threads: Int) throws(PolicyError)
}

/// What one round came to.
public struct Improvement: Sendable, Hashable {
  /// Environment steps played in this round.
  public var steps = 0
  /// The episodes that ended in it, played with exploration.
  public var tally: Tally
  /// Figures of the algorithm for curves, in a fixed order.
  public var figures: [Figure] = []
  /// Whether the network's numbers are no longer finite, so that going on is pointless.
  public var hasDiverged = false

  /// A named number.
  public struct Figure: Sendable, Hashable {
    public let name: String
    public let value: Double

    public init(_ name: String, _ value: Double) {
      self.name = name
      self.value = value
    }
  }
}
