/// y = tanh(a) sigmoid(b) where a and b are the halves of the input's channels (van den Oord et
/// al., WaveNet, 2016, equation 2).
///
/// The input node, which no other layer may read, is overwritten with tanh(a) and sigmoid(b): that
/// is all the backward pass needs.
struct Gate: Layer {
  let input: Node
  let output: Node

  func forward(_ pass: Pass) {
    gate(pass.values(input), pass.values(output), pass.rows(of: output), output.channels)
  }

  func backward(_ pass: Pass) {
    let half = output.channels
    for row in 0..<pass.rows(of: output) {
      let signal = pass.values(input) + row * 2 * half
      let dy = pass.gradients(output) + row * half
      let dx = pass.gradients(input) + row * 2 * half
      for i in 0..<half {
        let (t, s) = (signal[i], signal[half + i])
        dx[i] = dy[i] * s * (1 - t * t)
        dx[half + i] = dy[i] * t * (s * (1 - s))
      }
    }
  }
}

private func gate(
  _ x: UnsafeMutablePointer<Float>, _ y: UnsafeMutablePointer<Float>, _ rows: Int, _ half: Int
) {
  for row in 0..<rows {
    let (a, b) = (x + row * 2 * half, x + row * 2 * half + half)
    let out = y + row * half
    for i in 0..<half { a[i] = tanh(a[i]) }
    for i in 0..<half { b[i] = sigmoid(b[i]) }
    for i in 0..<half { out[i] = a[i] * b[i] }
  }
}

extension Graph {
  /// A gated convolution over time: `2 count` channels, of which the first half goes through tanh
  /// and is multiplied by the sigmoid of the second half. Tensors as for `convolution`.
  public mutating func gatedConvolution(
    _ input: Node, _ count: Int, taps: Int = 2, dilation: Int = 1, gain: Float = 1, name: String
  ) -> Node {
    let signals = convolution(
      input, 2 * count, taps: taps, dilation: dilation, gain: gain, name: name)
    let layer = Gate(input: signals, output: node(steps: signals.steps, channels: count))
    record(layer, reading: signals)
    return layer.output
  }
}
