/// A recording that has been read: what was played, and every action of it.
public struct Recording: Hashable, Sendable {
  public var header: RecordingHeader
  public var episodes: [RecordedEpisode]
  /// Where and why reading stopped before the end of the file; nil for a whole recording.
  public var damage: Damage?

  public init(
    header: RecordingHeader, episodes: [RecordedEpisode] = [], damage: Damage? = nil
  ) {
    self.header = header
    self.episodes = episodes
    self.damage = damage
  }

  /// The place from which on a file could not be read. Everything before it is good.
  public struct Damage: Hashable, Sendable, CustomStringConvertible {
    /// Bytes from the start of the file.
    public let offset: Int
    public let reason: String

    public var description: String { "byte \(offset): \(reason)" }
  }

  /// Not even the header could be read.
  public struct Unreadable: Error, Hashable, Sendable, CustomStringConvertible {
    public let description: String
  }

  /// Whether `bytes` begin like a recording.
  public static func hasMagic(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.starts(with: RecordingFormat.magic)
  }
}

/// One episode of a recording.
public struct RecordedEpisode: Hashable, Sendable {
  public var seed: UInt64
  /// The actions of all steps, one step after the other, all seats within a step.
  public var actions: [Float]
  /// The digests of some states in rising order of steps, the first before any step.
  public var checkpoints: [Checkpoint]
  /// What the policies of skills decided, in the order they did; empty where nobody did.
  public var decisions: [Decision] = []
  /// How the episode ended; nil if the recording breaks off.
  public var end: End?

  /// The state after `step` steps.
  public struct Checkpoint: Hashable, Sendable {
    public var step: Int
    public var digest: UInt64
  }

  /// The last state of an episode.
  public struct End: Hashable, Sendable {
    /// `running` if the recording was stopped before the episode was over.
    public var status: Status
    public var steps: Int
    public var digest: UInt64
    /// One number per name in the header's `outcome`.
    public var outcome: [Float]
  }
}
