import VoxelWorld

/// One thing the agent did, as the log keeps it.
public struct AgentAction: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case place(Item)
    case dig
    /// Poured from a bucket.
    case pour
  }

  public var tick: Int
  public var kind: Kind
  /// The cell of the plan that changes.
  public var cell: Cell
  /// The cell of the plan in which the feet were.
  public var stand: Cell
}

/// How the building went.
public struct Execution: Sendable {
  public var ticks = 0
  public var placed = 0
  public var broken = 0
  public var walked = 0.0
  /// Blocks of its own that the agent has left.
  public var scaffoldLeft = 0
  public var faults: [Fault] = []
  /// Where it stands in the end, in the plan's coordinates.
  public var agentAt = Cell(0, 0, 0)
  /// The deepest fall, in blocks.
  public var maxDrop = 0.0
  public var actions: [AgentAction] = []

  /// Something that could not be done.
  public struct Fault: Hashable, Sendable {
    public enum Kind: String, Sendable {
      case unreachable
      case noItem = "no-item"
      case outsideGrant = "outside-grant"
      case differs
      case outOfTime = "out-of-time"
    }

    public var kind: Kind
    public var cell: Cell
    public var step: Step.Number?
    public var detail: String
  }
}
