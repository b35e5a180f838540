/// A convolution over time without padding: y[t] = activation(sum_k W[k] x[t + k dilation] + b).
struct Convolution: Layer {
  let input: Node
  let output: Node
  /// [taps, outputs, inputs]; the last tap meets the newest step.
  let weight: Tensor
  /// [outputs]
  let bias: Tensor
  let dilation: Int
  let activation: Activation

  private var taps: Int { weight.shape[0] }

  private func weights(_ start: UnsafePointer<Float>, _ tap: Int) -> Matrix {
    Matrix(
      start + tap * output.channels * input.channels, rows: output.channels,
      columns: input.channels)
  }

  /// The steps of a sequence that a tap meets, one contiguous matrix because time is slowest.
  private func window(_ start: UnsafeMutablePointer<Float>, _ tap: Int, _ pass: Pass) -> Matrix {
    Matrix(
      start + tap * dilation * pass.rows * input.channels, rows: pass.rows(of: output),
      columns: input.channels)
  }

  func forward(_ pass: Pass) {
    let x = pass.values(input)
    for tap in 0..<taps { addTap(tap, of: window(x, tap, pass), pass) }
    activate(
      pass.values(output), rows: pass.rows(of: output), bias: pass.parameters(bias),
      columns: output.channels, activation)
  }

  private func addTap(_ tap: Int, of x: Matrix, _ pass: Pass) {
    let w = weights(pass.parameters(weight), tap)
    if pass.isRepeatable {
      multiplyRepeatably(x, byTransposed: w, into: pass.matrix(output), adding: tap > 0)
    } else {
      multiply(x, w.transposed, into: pass.matrix(output), adding: tap > 0)
    }
  }

  func backward(_ pass: Pass) {
    let dy = pass.gradientMatrix(output)
    deactivate(
      dy.start, values: pass.values(output), rows: dy.rows, biasGradient: pass.gradient(bias),
      columns: dy.columns, activation)
    for tap in 0..<taps {
      let dw = weights(pass.gradient(weight), tap)
      multiply(dy.transposed, window(pass.values(input), tap, pass), into: dw, adding: true)
    }
    guard pass.wants(input) else { return }
    let dx = pass.gradients(input)
    if !pass.isAdding(to: input) {
      dx.update(repeating: 0, count: pass.rows * input.width)
    }
    for tap in 0..<taps {
      let w = weights(pass.parameters(weight), tap)
      multiply(dy, w, into: window(dx, tap, pass), adding: true)
    }
  }

  /// The inputs that later outputs need again, as a ring.
  var memory: Int? { history * input.channels }

  var history: Int { (taps - 1) * dilation }

  func stream(_ pass: Pass, memory: UnsafeMutablePointer<Float>, clock: Int) {
    let length = history
    let newest = pass.values(input)
    for tap in 0..<taps {
      let isNewest = tap == taps - 1
      // Slot `clock % length` holds the oldest step; it is read before the newest replaces it.
      let slot = length == 0 ? 0 : (clock + tap * dilation) % length
      let x = isNewest ? newest : memory + slot * input.channels
      addTap(tap, of: Matrix(x, rows: 1, columns: input.channels), pass)
    }
    if length > 0 {
      let oldest = memory + (clock % length) * input.channels
      oldest.update(from: newest, count: input.channels)
    }
    activate(
      pass.values(output), rows: 1, bias: pass.parameters(bias), columns: output.channels,
      activation)
  }
}

extension Graph {
  /// A convolution over time with stride 1 and no padding, which shortens the sequence by
  /// (taps - 1) dilation steps.
  ///
  /// Tensors: `name.weight` [taps, count, channels], orthogonal with `gain` over all taps;
  /// `name.bias` [count], zero. PyTorch's layout is [count, channels, taps].
  public mutating func convolution(
    _ input: Node, _ count: Int, taps: Int = 2, dilation: Int = 1,
    activation: Activation = .identity, gain: Float = 1, name: String
  ) -> Node {
    precondition(taps > 0 && dilation > 0, "\(name) needs at least one tap and dilation 1")
    let steps = input.steps - (taps - 1) * dilation
    precondition(steps > 0, "\(name) needs more than \(input.steps) steps of history")
    // A sum over taps of orthogonal matrices, each scaled so that the sum keeps the gain.
    let gain = gain / Float(Double(taps).squareRoot())
    let layer = Convolution(
      input: input, output: node(steps: steps, channels: count),
      weight: tensor(name + ".weight", [taps, count, input.channels], gain: gain, blocks: taps),
      bias: tensor(name + ".bias", [count], .constant(0)), dilation: dilation,
      activation: activation)
    record(layer, reading: input)
    return layer.output
  }
}
