/// One recorded operation: reads some nodes and parameters, writes one node.
///
/// A layer is a few indices, no numbers. Inside a pass, sequences lie time-major: all rows of step
/// 0, then all rows of step 1. A run of steps is then one contiguous matrix, which makes a dilated
/// convolution two matrix products without copying, and a recurrent step one.
protocol Layer: Sendable {
  /// Fills the output node from the input nodes.
  func forward(_ pass: Pass)

  /// Given the gradient at the output node, adds the parameters' gradients to the gradient vector,
  /// and writes those of the input nodes, or adds them where `pass.isAdding(to:)` says so.
  func backward(_ pass: Pass)

  /// The numbers a stream must remember for this layer between two time steps, or nil if it cannot
  /// run one step at a time.
  var memory: Int? { get }

  /// The earlier steps the layer reads besides the newest, which a new stream must fill. A layer
  /// with memory but no history carries a state, which starts at zero.
  var history: Int { get }

  /// `forward` for one new time step. `clock` counts the steps since the stream's reset.
  func stream(_ pass: Pass, memory: UnsafeMutablePointer<Float>, clock: Int)
}

extension Layer {
  var memory: Int? { 0 }
  var history: Int { 0 }

  func stream(_ pass: Pass, memory: UnsafeMutablePointer<Float>, clock: Int) {
    forward(pass)
  }
}
