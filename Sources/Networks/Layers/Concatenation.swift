/// The channels of several nodes side by side.
struct Concatenation: Layer {
  let inputs: [Node]
  let output: Node

  func forward(_ pass: Pass) {
    var column = 0
    for input in inputs {
      let from = pass.matrix(input)
      let to = Matrix(
        pass.values(output) + column, rows: from.rows, columns: from.columns,
        stride: output.channels)
      copy(from, into: to, adding: false)
      column += input.channels
    }
  }

  func backward(_ pass: Pass) {
    var column = 0
    for (index, input) in inputs.enumerated() {
      let to = pass.gradientMatrix(input)
      let from = Matrix(
        pass.gradients(output) + column, rows: to.rows, columns: to.columns,
        stride: output.channels)
      let isRepeated = inputs[..<index].contains(input)
      if pass.wants(input) {
        copy(from, into: to, adding: isRepeated || pass.isAdding(to: input))
      }
      column += input.channels
    }
  }
}

/// Copies or adds one matrix to another of the same size.
func copy(_ source: Matrix, into target: Matrix, adding: Bool) {
  for row in 0..<source.rows {
    let from = source.start + row * source.stride
    let to = target.start + row * target.stride
    if adding {
      for i in 0..<source.columns { to[i] += from[i] }
    } else {
      for i in 0..<source.columns { to[i] = from[i] }
    }
  }
}

extension Graph {
  /// The channels of `nodes` side by side; all must have the same number of steps.
  public mutating func concatenation(_ nodes: [Node]) -> Node {
    let steps = nodes.first?.steps ?? 0
    precondition(nodes.allSatisfy { $0.steps == steps }, "only equal steps can be joined")
    let channels = nodes.reduce(0) { $0 + $1.channels }
    let layer = Concatenation(inputs: nodes, output: node(steps: steps, channels: channels))
    record(layer, reading: nodes)
    return layer.output
  }
}
