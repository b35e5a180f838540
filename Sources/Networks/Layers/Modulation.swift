/// y = x (1 + s) + t with s and t the halves of another node's channels.
struct Modulation: Layer {
  let input: Node
  /// The factors less one, then the shifts.
  let factors: Node
  let output: Node

  func forward(_ pass: Pass) {
    let n = input.channels
    for row in 0..<pass.rows(of: input) {
      let (x, y) = (pass.values(input) + row * n, pass.values(output) + row * n)
      let f = pass.values(factors) + row * 2 * n
      for i in 0..<n { y[i] = x[i] * (1 + f[i]) + f[n + i] }
    }
  }

  func backward(_ pass: Pass) {
    let n = input.channels
    let kept: Float = pass.isAdding(to: factors) ? 1 : 0
    for row in 0..<pass.rows(of: input) {
      let (x, dy) = (pass.values(input) + row * n, pass.gradients(output) + row * n)
      let f = pass.values(factors) + row * 2 * n
      let df = pass.gradients(factors) + row * 2 * n
      for i in 0..<2 * n where kept == 0 { df[i] = 0 }
      for i in 0..<n {
        df[i] += dy[i] * x[i]
        df[n + i] += dy[i]
      }
      guard pass.wants(input) else { continue }
      let dx = pass.gradients(input) + row * n
      let isAdding = pass.isAdding(to: input)
      for i in 0..<n { dx[i] = (isAdding ? dx[i] : 0) + dy[i] * (1 + f[i]) }
    }
  }
}

extension Graph {
  /// Feature-wise linear modulation (Perez et al., FiLM, 2018): each channel of `input` scaled and
  /// shifted by a linear function of `condition`, which starts at no change.
  ///
  /// Tensors: `name.weight` [2 channels, condition channels] and `name.bias`, first the factors
  /// less one, then the shifts; all zero.
  public mutating func modulation(_ input: Node, by condition: Node, name: String) -> Node {
    precondition(input.steps == condition.steps, "\(name) needs a condition for every step")
    let factors = linear(condition, 2 * input.channels, gain: 0, name: name)
    let layer = Modulation(
      input: input, factors: factors, output: node(steps: input.steps, channels: input.channels))
    record(layer, reading: input, factors)
    return layer.output
  }
}
