/// A neural network as a recorded list of layers: what is computed, but not with which numbers.
///
/// Three values work together, and each can be copied, sent and shared on its own:
/// - a `Network` is the description. It never changes and holds no weights.
/// - the *parameters* are one flat `[Float]`, of which `tensors` names the parts. Gradients have
///   the same layout. Optimisers, perturbations, averages over ranks and files see flat vectors.
/// - a `Workspace` holds the numbers in between for a batch up to a fixed number of rows. Threads
///   share a network and its parameters and have a workspace each.
///
/// ```swift
/// let network = Network(inputs: 3) { graph in
///   let hidden = graph.linear(graph.input, 64, activation: .tanh, name: "hidden")
///   return graph.linear(hidden, 2, name: "output")
/// }
/// var random = Random(seed: 1)
/// var parameters = network.initialParameters(random: &random)
/// var gradient = [Float](repeating: 0, count: network.parameterCount)
/// var workspace = Workspace(for: network, rows: 256)
/// var adam = Adam(count: network.parameterCount)
///
/// network.forward(inputs.span, parameters: parameters.span, in: &workspace)
/// // workspace.outputs now holds two numbers per row; fill outputGradients with d(loss)/d(output)
/// gradient.fill(with: 0)
/// network.backward(
///   outputGradients.span, parameters: parameters.span, gradient: &gradient, in: &workspace)
/// adam.update(&parameters, gradient: gradient, rate: 3e-4)
/// ```
///
/// Gradients add up over backward passes. A few hundred rows at a time keep the numbers in the
/// processor's cache: a larger batch is quickest as a sum over such blocks.
///
/// Inputs, outputs and their gradients are row-major, one row per sample; the steps of a sequence
/// follow each other within its row, oldest first. After its first use a workspace allocates
/// nothing. A pass over one row adds in an order that is the same on every machine, hence gives
/// the same bits; passes over more rows go through OpenBLAS and repeat only on equal machines.
public struct Network: Sendable {
  /// The parts of the parameter vector, in order and without gaps.
  public let tensors: [Tensor]
  /// The length of the parameter vector.
  public let parameterCount: Int
  /// Where inputs enter.
  public let input: Node
  /// Where outputs leave.
  public let output: Node
  let layers: [any Layer]
  let lastReaders: [Int]
  /// The numbers a workspace holds per row.
  let width: Int

  /// The numbers per input row: steps times channels.
  public var inputs: Int { input.width }
  /// The numbers per output row.
  public var outputs: Int { output.width }

  /// Records a network.
  ///
  /// - Parameters:
  ///   - inputs: the numbers per row, or per time step of a row.
  ///   - steps: the time steps per row; 1 unless the input is a sequence.
  ///   - record: appends layers to the graph and returns the node that is the output.
  public init(inputs: Int, steps: Int = 1, record: (inout Graph) -> Node) {
    var graph = Graph(steps: steps, channels: inputs)
    let output = record(&graph)
    precondition(graph.parameterCount > 0, "a network needs at least one parameter")
    var lastReaders = graph.lastReaders
    // The caller writes the gradient at the output before any layer: its readers must all add.
    lastReaders[output.index] = .max
    precondition(
      !lastReaders.contains(-1), "the network has a layer whose result nothing reads")
    tensors = graph.tensors
    parameterCount = graph.parameterCount
    input = graph.input
    self.output = output
    layers = graph.layers
    self.lastReaders = lastReaders
    width = graph.width
  }

  /// The tensor called `name`, if there is one.
  public func tensor(_ name: String) -> Tensor? {
    tensors.first { $0.name == name }
  }
}

extension Network: CustomStringConvertible {
  /// One line: "8 x 16 inputs, 8 outputs, 10676 parameters".
  public var description: String {
    let steps = input.steps > 1 ? "\(input.steps) x " : ""
    return "\(steps)\(input.channels) inputs, \(outputs) outputs, \(parameterCount) parameters"
  }
}
