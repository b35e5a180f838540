/// How a policy came to be and how it did: enough to judge it and to make it again. The part of a
/// policy folder's `manifest.yaml` below the key `training-record`.
public struct TrainingRecord: Sendable, Hashable, Codable {
  /// The scenario it was trained in, as named on the command line.
  public var scenario = ""
  /// The seat it learned in.
  public var seat = ""
  public var algorithm = ""
  public var seed: UInt64 = 0
  /// The command that trained it.
  public var command = ""
  /// The project's version and commit that trained it.
  public var version = ""
  public var commit = ""
  /// Environment steps learned from.
  public var steps = 0
  /// What was scored, and its mean over how many held-out episodes.
  public var measure = ""
  public var score = 0.0
  public var episodes = 0

  public init() {}
}
