/// What layers see of one forward or backward pass: the number of rows, and where nodes and
/// tensors lie. The pointers live as long as the pass.
struct Pass {
  /// The rows of the batch, at most `capacity`.
  let rows: Int
  let capacity: Int
  let values: UnsafeMutablePointer<Float>
  let parameters: UnsafePointer<Float>
  /// Whether every sequence has just its newest step.
  var isStreaming = false
  /// Set during backward passes.
  var gradients: UnsafeMutablePointer<Float>?
  var parameterGradients: UnsafeMutablePointer<Float>?
  var wantsInputGradient = false
  /// The index of the layer at work, and for each node that of the last layer reading it.
  var layer = 0
  var lastReaders: [Int] = []

  /// The rows of a node's matrix: batch rows times steps.
  func rows(of node: Node) -> Int { isStreaming ? rows : rows * node.steps }

  /// Whether to add in an order that is the same everywhere: for single rows, where it is fast.
  var isRepeatable: Bool { rows == 1 }

  func values(_ node: Node) -> UnsafeMutablePointer<Float> { values + capacity * node.offset }

  func gradients(_ node: Node) -> UnsafeMutablePointer<Float> {
    gradients.unsafelyUnwrapped + capacity * node.offset
  }

  func parameters(_ tensor: Tensor) -> UnsafePointer<Float> {
    parameters + tensor.range.lowerBound
  }

  func gradient(_ tensor: Tensor) -> UnsafeMutablePointer<Float> {
    parameterGradients.unsafelyUnwrapped + tensor.range.lowerBound
  }

  func matrix(_ node: Node) -> Matrix {
    Matrix(values(node), rows: rows(of: node), columns: node.channels)
  }

  func gradientMatrix(_ node: Node) -> Matrix {
    Matrix(gradients(node), rows: rows(of: node), columns: node.channels)
  }

  /// Whether anyone asks for the gradient at `node`.
  func wants(_ node: Node) -> Bool { node.index > 0 || wantsInputGradient }

  /// Whether a layer has already written the gradient at `node` in this pass, so that the one at
  /// work must add. Backward passes run from the end: the last reader is the first to write.
  func isAdding(to node: Node) -> Bool { lastReaders[node.index] != layer }
}
