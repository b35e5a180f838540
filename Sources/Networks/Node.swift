/// A place in the recorded graph that holds numbers during a pass: for every row of the batch,
/// `steps` time steps of `channels` numbers. Plain vectors have one step.
public struct Node: Hashable, Sendable {
  /// The number of time steps; 1 for what is not a sequence.
  public let steps: Int
  /// The numbers per step.
  public let channels: Int
  let index: Int
  /// Where the node starts in a workspace with a capacity of one row.
  let offset: Int

  /// The numbers per row of the batch.
  public var width: Int { steps * channels }
}
