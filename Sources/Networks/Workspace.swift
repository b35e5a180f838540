/// The numbers a network computes on the way from its inputs to its outputs, for batches of up to
/// `capacity` rows, and during training the gradients on the way back.
///
/// A value without references to anything else: copying it is safe, and costs its buffers at the
/// first pass after the copy.
public struct Workspace: Sendable {
  /// The most rows a pass may have.
  public let capacity: Int
  /// The rows of the last forward pass.
  public internal(set) var rows = 0
  /// The outputs of the last forward pass, row-major; numbers beyond its rows are stale.
  public internal(set) var outputs: [Float]
  /// d(loss)/d(inputs) after a backward pass that asked for it, row-major; empty before.
  public internal(set) var inputGradients: [Float] = []
  var values: [Float]
  /// Laid out like `values`; empty before the first backward pass.
  var gradients: [Float] = []

  /// A workspace for passes of up to `rows` rows through `network`.
  public init(for network: Network, rows: Int) {
    precondition(rows > 0, "a workspace needs room for at least one row")
    _ = singleThreadedBLAS
    capacity = rows
    outputs = [Float](repeating: 0, count: rows * network.outputs)
    values = [Float](repeating: 0, count: rows * network.width)
  }
}
