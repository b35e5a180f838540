import Arena
import Math

/// How one match, or any other episode, went.
struct MatchResult: Sendable {
  let seed: UInt64
  let status: Status
  let steps: Int
  let digest: Digest
  /// One number per outcome number of the world.
  let outcome: [Float]
  /// The sum of rewards per seat.
  let returns: [Double]
  /// What its policies of skills decided, with the results.
  var decisions: [Decision] = []
}
