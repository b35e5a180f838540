extension Network {
  /// Writes the network into a graph. All values have three extents: rows, steps, channels. A
  /// recurrent layer over a single step makes the model read its "state" and return "next-state".
  ///
  /// - Parameter input: the value the network reads, [rows, steps, channels].
  /// - Returns: the value that is its output, or nil if a layer has no counterpart here.
  public func append(to graph: inout ONNXGraph, input: String, parameters: [Float]) -> String? {
    var values = [self.input.index: input]
    for layer in layers {
      let written = ONNXLayer(graph: graph, values: values, parameters: parameters).adding(layer)
      guard let written else { return nil }
      (graph, values) = (written.graph, written.values)
    }
    return values[output.index]
  }
}

/// Writes layers one after the other.
private struct ONNXLayer {
  var graph: ONNXGraph
  /// The name of every node's value, by its index.
  var values: [Int: String]
  let parameters: [Float]

  /// The graph with another layer, or nil if there is no way to write it.
  func adding(_ layer: any Layer) -> ONNXLayer? {
    var copy = self
    switch layer {
    case let layer as Linear: copy.write(layer)
    case let layer as Convolution: copy.write(layer)
    case let layer as Gate: copy.write(layer)
    case let layer as Sum: copy.join("Add", [layer.first, layer.second], layer.output)
    case let layer as Concatenation: copy.join("Concat", layer.inputs, layer.output)
    case let layer as LastStep:
      let steps = layer.input.steps
      copy[layer.output] = copy.graph.slice(copy[layer.input], steps - 1..<steps, axis: 1)
    case let layer as GatedRecurrence
    where layer.input.steps == 1 && layer.start == nil && !graph.hasState:
      copy.write(layer)
    default: return nil
    }
    return copy
  }

  private subscript(node: Node) -> String {
    get { values[node.index] ?? "" }
    set { values[node.index] = newValue }
  }

  /// A matrix of the parameters, transposed: [columns, rows].
  private mutating func transposed(_ start: Int, rows: Int, columns: Int) -> String {
    let numbers = (0..<columns).flatMap { column in
      (0..<rows).map { parameters[start + $0 * columns + column] }
    }
    return graph.constant(numbers, shape: [columns, rows])
  }

  private mutating func write(_ layer: Linear) {
    let start = layer.weight.range.lowerBound
    let weight = transposed(start, rows: layer.output.channels, columns: layer.input.channels)
    let product = graph.append("MatMul", [self[layer.input], weight])
    self[layer.output] = finish(product, layer.bias, layer.activation)
  }

  private mutating func write(_ layer: Convolution) {
    let (rows, columns) = (layer.output.channels, layer.input.channels)
    var sum: String?
    for tap in 0..<layer.weight.shape[0] {
      let first = tap * layer.dilation
      let window = graph.slice(
        self[layer.input], first..<first + layer.output.steps, axis: 1)
      let start = layer.weight.range.lowerBound + tap * rows * columns
      let weight = transposed(start, rows: rows, columns: columns)
      let product = graph.append("MatMul", [window, weight])
      sum = sum.map { graph.append("Add", [$0, product]) } ?? product
    }
    self[layer.output] = finish(sum ?? "", layer.bias, layer.activation)
  }

  private mutating func write(_ layer: Gate) {
    let half = layer.output.channels
    let signal = graph.slice(self[layer.input], 0..<half, axis: 2)
    let gate = graph.slice(self[layer.input], half..<2 * half, axis: 2)
    let (t, s) = (graph.append("Tanh", [signal]), graph.append("Sigmoid", [gate]))
    self[layer.output] = graph.append("Mul", [t, s])
  }

  private mutating func write(_ layer: GatedRecurrence) {
    let (units, channels) = (layer.output.channels, layer.input.channels)
    graph.addState(shape: [1, units])
    func product(_ value: String, _ weight: Tensor, _ columns: Int, _ bias: Tensor) -> [String] {
      let weight = transposed(weight.range.lowerBound, rows: 3 * units, columns: columns)
      let sum = finish(graph.append("MatMul", [value, weight]), bias, .identity)
      return (0..<3).map { graph.slice(sum, $0 * units..<($0 + 1) * units, axis: 2) }
    }
    let seen = product(self[layer.input], layer.inputWeight, channels, layer.inputBias)
    let kept = product("state", layer.stateWeight, units, layer.stateBias)
    let gates = (0..<2).map {
      graph.append("Sigmoid", [graph.append("Add", [seen[$0], kept[$0]])])
    }
    let recalled = graph.append("Mul", [gates[0], kept[2]])
    let fresh = graph.append("Tanh", [graph.append("Add", [seen[2], recalled])])
    let gap = graph.append("Sub", ["state", fresh])
    self[layer.output] = graph.append(
      "Add", [fresh, graph.append("Mul", [gates[1], gap])], named: "next-state")
  }

  private mutating func join(_ operation: String, _ inputs: [Node], _ output: Node) {
    let axis: [(name: String, value: ONNXGraph.Attribute)] =
      operation == "Concat" ? [("axis", .whole(2))] : []
    self[output] = graph.append(operation, inputs.map { self[$0] }, axis)
  }

  /// The value with its bias added and activated.
  private mutating func finish(
    _ value: String, _ bias: Tensor?, _ activation: Activation
  ) -> String {
    guard let bias else { return value }
    let numbers = graph.constant(parameters[bias.range], shape: [bias.range.count])
    let sum = graph.append("Add", [value, numbers])
    switch activation {
    case .identity: return sum
    case .tanh: return graph.append("Tanh", [sum])
    case .relu: return graph.append("Relu", [sum])
    case .sigmoid: return graph.append("Sigmoid", [sum])
    }
  }
}
