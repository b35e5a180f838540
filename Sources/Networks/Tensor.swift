/// A named piece of a network's flat parameter vector: one weight matrix, one bias.
public struct Tensor: Hashable, Sendable {
  /// Unique within a network, parts separated by dots: "hidden.0.weight".
  public let name: String
  /// The extents, slowest first. The numbers lie in row-major order.
  public let shape: [Int]
  /// Where the numbers lie in the parameter vector, and their gradients in the gradient vector.
  public let range: Range<Int>
  /// How a new network fills it.
  let initial: Initial

  /// The ways a tensor may start.
  enum Initial: Hashable, Sendable {
    case constant(Float)
    /// Rows (or columns, whichever are fewer) at right angles, each of length `gain`, for each of
    /// the `blocks` equal matrices the tensor consists of.
    case orthogonal(gain: Float, blocks: Int)
    /// Independent normal numbers with mean 0.
    case normal(deviation: Float)
  }
}
