/// y = gain (x - mean(x)) / deviation(x) + bias over the channels of every row and step (Ba, Kiros
/// and Hinton, 2016); the deviation is (variance + 1e-5)^0.5 as in PyTorch.
struct LayerNormalization: Layer {
  let input: Node
  let output: Node
  /// (x - mean) / deviation, kept for the backward pass.
  let standardized: Node
  /// 1 / deviation.
  let scale: Node
  let gain: Tensor
  let bias: Tensor

  func forward(_ pass: Pass) {
    let n = input.channels
    let (gain, bias) = (pass.parameters(gain), pass.parameters(bias))
    for row in 0..<pass.rows(of: input) {
      let x = pass.values(input) + row * n
      let normal = pass.values(standardized) + row * n
      let y = pass.values(output) + row * n
      let mean = sum(n) { x[$0] } / Float(n)
      let variance = sum(n) { (x[$0] - mean) * (x[$0] - mean) } / Float(n)
      let factor = 1 / squareRoot(variance + 1e-5)
      pass.values(scale)[row] = factor
      for i in 0..<n {
        normal[i] = (x[i] - mean) * factor
        y[i] = normal[i] * gain[i] + bias[i]
      }
    }
  }

  func backward(_ pass: Pass) {
    let n = input.channels
    let (gainGradient, biasGradient) = (pass.gradient(gain), pass.gradient(bias))
    let gain = pass.parameters(gain)
    for row in 0..<pass.rows(of: input) {
      let dy = pass.gradients(output) + row * n
      let normal = pass.values(standardized) + row * n
      for i in 0..<n {
        gainGradient[i] += dy[i] * normal[i]
        biasGradient[i] += dy[i]
      }
      guard pass.wants(input) else { continue }
      let dx = pass.gradients(input) + row * n
      let mean = sum(n) { dy[$0] * gain[$0] } / Float(n)
      let slope = sum(n) { dy[$0] * gain[$0] * normal[$0] } / Float(n)
      let factor = pass.values(scale)[row]
      let kept: Float = pass.isAdding(to: input) ? 1 : 0
      for i in 0..<n {
        let part = factor * (dy[i] * gain[i] - mean - normal[i] * slope)
        dx[i] = kept == 0 ? part : dx[i] + part
      }
    }
  }
}

/// The sum of `term` over 0 ..< count in eight partial sums: fast, and in a fixed order.
@inline(__always)
func sum(_ count: Int, _ term: (Int) -> Float) -> Float {
  var parts = SIMD8<Float>.zero
  let whole = count & ~7
  var i = 0
  while i < whole {
    parts += SIMD8(
      term(i), term(i + 1), term(i + 2), term(i + 3), term(i + 4), term(i + 5), term(i + 6),
      term(i + 7))
    i += 8
  }
  let fours = parts.lowHalf + parts.highHalf
  var total = (fours.x + fours.z) + (fours.y + fours.w)
  while i < count {
    total += term(i)
    i += 1
  }
  return total
}

extension Graph {
  /// Standardises the channels of every row and step, then scales and shifts each channel.
  ///
  /// Tensors: `name.weight` [channels], ones; `name.bias` [channels], zeros. Names as in PyTorch.
  public mutating func layerNormalization(_ input: Node, name: String) -> Node {
    let layer = LayerNormalization(
      input: input, output: node(steps: input.steps, channels: input.channels),
      standardized: scratch(steps: input.steps, channels: input.channels),
      scale: scratch(steps: input.steps, channels: 1),
      gain: tensor(name + ".weight", [input.channels], .constant(1)),
      bias: tensor(name + ".bias", [input.channels], .constant(0)))
    record(layer, reading: input)
    return layer.output
  }
}
