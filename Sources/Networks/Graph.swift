/// A network being recorded: layers are appended by methods that take nodes and return a node.
///
/// Only `Network.init` makes one. Each kind of layer adds its method in its own file.
public struct Graph {
  /// The node that holds the network's inputs.
  public let input: Node
  private(set) var layers: [any Layer] = []
  private(set) var tensors: [Tensor] = []
  private(set) var parameterCount = 0
  /// The width of all nodes together: the numbers a workspace holds per row.
  private(set) var width = 0
  /// For each node the index of the last layer that reads it; -1 for none.
  private(set) var lastReaders: [Int] = []

  init(steps: Int, channels: Int) {
    precondition(steps > 0 && channels > 0, "a network needs at least one input")
    input = Node(steps: steps, channels: channels, index: 0, offset: 0)
    width = input.width
    lastReaders = [-1]
  }

  /// Reserves a tensor that no layer reads, for the caller's own use: it is initialised, saved and
  /// optimised with the rest. A policy's logarithmic deviation is one.
  ///
  /// - Returns: its place in the parameter vector.
  @discardableResult
  public mutating func parameter(_ name: String, shape: [Int], initially value: Float) -> Tensor {
    tensor(name, shape, .constant(value))
  }

  mutating func tensor(_ name: String, _ shape: [Int], _ initial: Tensor.Initial) -> Tensor {
    precondition(!tensors.contains { $0.name == name }, "two tensors are named \(name)")
    let count = shape.reduce(1, *)
    precondition(shape.allSatisfy { $0 > 0 }, "tensor \(name) is empty")
    let range = parameterCount..<parameterCount + count
    parameterCount += count
    tensors.append(Tensor(name: name, shape: shape, range: range, initial: initial))
    return tensors[tensors.count - 1]
  }

  /// A tensor of `blocks` equal matrices along its first extent, each orthogonal.
  mutating func tensor(_ name: String, _ shape: [Int], gain: Float, blocks: Int = 1) -> Tensor {
    tensor(name, shape, .orthogonal(gain: gain, blocks: blocks))
  }

  mutating func node(steps: Int, channels: Int) -> Node {
    precondition(steps > 0 && channels > 0, "a layer must leave at least one step and channel")
    let node = Node(steps: steps, channels: channels, index: lastReaders.count, offset: width)
    width += node.width
    lastReaders.append(-1)
    return node
  }

  /// A node for what a layer wants to remember between its passes; no other layer reads it.
  mutating func scratch(steps: Int, channels: Int) -> Node {
    let node = node(steps: steps, channels: channels)
    lastReaders[node.index] = layers.count
    return node
  }

  /// Appends a layer that reads `nodes`.
  mutating func record(_ layer: some Layer, reading nodes: Node...) {
    record(layer, reading: nodes)
  }

  mutating func record(_ layer: some Layer, reading nodes: [Node]) {
    for node in nodes { lastReaders[node.index] = layers.count }
    layers.append(layer)
  }
}
