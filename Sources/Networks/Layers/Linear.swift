/// y = activation(W x + b) for every row and step, or y = W x.
struct Linear: Layer {
  let input: Node
  let output: Node
  /// [outputs, inputs]
  let weight: Tensor
  /// [outputs]; without a bias the activation is the identity.
  let bias: Tensor?
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
    guard let bias else { return }
    activate(
      y.start, rows: y.rows, bias: pass.parameters(bias), columns: y.columns, activation)
  }

  func backward(_ pass: Pass) {
    let dy = pass.gradientMatrix(output)
    if let bias {
      deactivate(
        dy.start, values: pass.values(output), rows: dy.rows, biasGradient: pass.gradient(bias),
        columns: dy.columns, activation)
    }
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
    let weight = tensor(name + ".weight", [count, input.channels], gain: gain)
    let bias = tensor(name + ".bias", [count], .constant(0))
    return linear(input, weight, bias, activation)
  }

  /// A fully connected layer without bias or activation: y = W x.
  public mutating func projection(
    _ input: Node, _ count: Int, gain: Float = 1, name: String
  ) -> Node {
    let weight = tensor(name + ".weight", [count, input.channels], gain: gain)
    return linear(input, weight, nil, .identity)
  }

  private mutating func linear(
    _ input: Node, _ weight: Tensor, _ bias: Tensor?, _ activation: Activation
  ) -> Node {
    let layer = Linear(
      input: input, output: node(steps: input.steps, channels: weight.shape[0]), weight: weight,
      bias: bias, activation: activation)
    record(layer, reading: input)
    return layer.output
  }

  /// `output` corrected by what a narrow pair of layers makes of `input`: y = output + B A input
  /// (Hu et al., LoRA, 2022). B starts at zero, so that nothing changes before learning.
  ///
  /// Tensors: `name.down.weight` [rank, channels] and `name.up.weight` [outputs, rank].
  public mutating func lowRankAdapter(
    from input: Node, to output: Node, rank: Int, name: String
  ) -> Node {
    let narrow = projection(input, rank, name: name + ".down")
    return sum(output, projection(narrow, output.channels, gain: 0, name: name + ".up"))
  }
}
