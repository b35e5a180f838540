/// y = activation(W x + b) for every row and step.
struct Linear: Layer {
  let input: Node
  let output: Node
  /// [outputs, inputs]
  let weight: Tensor
  /// [outputs]
  let bias: Tensor
  let activation: Activation

  func forward(_ pass: Pass) {
    let w = Matrix(
      pass.parameters(weight), rows: output.channels, columns: input.channels)
    let y = pass.matrix(output)
    if pass.isRepeatable {
      multiplyRepeatably(pass.matrix(input), byTransposed: w, into: y, adding: false)
    } else {
      multiply(pass.matrix(input), w.transposed, into: y)
    }
    activate(
      y.start, rows: y.rows, bias: pass.parameters(bias), columns: y.columns, activation)
  }

  func backward(_ pass: Pass) {
    let dy = pass.gradientMatrix(output)
    deactivate(
      dy.start, values: pass.values(output), rows: dy.rows, biasGradient: pass.gradient(bias),
      columns: dy.columns, activation)
    let dw = Matrix(pass.gradient(weight), rows: output.channels, columns: input.channels)
    multiply(dy.transposed, pass.matrix(input), into: dw, adding: true)
    guard pass.wants(input) else { return }
    let w = Matrix(
      pass.parameters(weight), rows: output.channels, columns: input.channels)
    multiply(dy, w, into: pass.gradientMatrix(input), adding: pass.isAdding(to: input))
  }
}

extension Graph {
  /// A fully connected layer, applied to every step: y = activation(W x + b).
  ///
  /// Tensors: `name.weight` [count, channels], orthogonal with `gain`; `name.bias` [count], zero.
  /// The layout and the names are PyTorch's.
  public mutating func linear(
    _ input: Node, _ count: Int, activation: Activation = .identity, gain: Float = 1,
    name: String
  ) -> Node {
    let layer = Linear(
      input: input, output: node(steps: input.steps, channels: count),
      weight: tensor(name + ".weight", [count, input.channels], .orthogonal(gain: gain)),
      bias: tensor(name + ".bias", [count], .constant(0)), activation: activation)
    record(layer, reading: input)
    return layer.output
  }
}
