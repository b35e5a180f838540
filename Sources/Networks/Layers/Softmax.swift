/// Probabilities from logits, for every row and step; with `top` all but the highest few are zero.
struct Softmax: Layer {
  let input: Node
  let output: Node
  /// How many of the highest logits take part.
  let top: Int

  func forward(_ pass: Pass) {
    let n = input.channels
    let (x, y) = (pass.values(input), pass.values(output))
    for row in 0..<pass.rows(of: input) {
      let target = y + row * n
      target.update(from: x + row * n, count: n)
      if top < n { hideLowest(target, n) }
      softmax(target, n, scale: 1)
    }
  }

  /// Sets all but the `top` highest to minus infinity; of equals, the first are higher.
  private func hideLowest(_ logits: UnsafeMutablePointer<Float>, _ n: Int) {
    var threshold = Float.infinity
    var left = top
    while left > 0 {
      var next = -Float.infinity
      for i in 0..<n where logits[i] < threshold { next = max(next, logits[i]) }
      let count = (0..<n).reduce(0) { $0 + (logits[$1] == next ? 1 : 0) }
      threshold = next
      guard count < left else { break }
      left -= count
    }
    for i in 0..<n {
      let isIn = logits[i] > threshold || (logits[i] == threshold && left > 0)
      if isIn && logits[i] == threshold { left -= 1 }
      if !isIn { logits[i] = -.infinity }
    }
  }

  func backward(_ pass: Pass) {
    guard pass.wants(input) else { return }
    let n = input.channels
    for row in 0..<pass.rows(of: input) {
      softmaxGradient(
        pass.values(output) + row * n, pass.gradients(output) + row * n,
        into: pass.gradients(input) + row * n, n, adding: pass.isAdding(to: input))
    }
  }
}

/// Replaces logits, scaled, by their probabilities.
func softmax(_ numbers: UnsafeMutablePointer<Float>, _ n: Int, scale: Float) {
  var highest = -Float.infinity
  for i in 0..<n { highest = max(highest, numbers[i]) }
  for i in 0..<n { numbers[i] = exp(scale * (numbers[i] - highest)) }
  let total = sum(n) { numbers[$0] }
  for i in 0..<n { numbers[i] /= total }
}

/// The gradient at the logits from probabilities p and their gradients: p (dp - sum p dp).
func softmaxGradient(
  _ p: UnsafePointer<Float>, _ dp: UnsafePointer<Float>,
  into target: UnsafeMutablePointer<Float>, _ n: Int, adding: Bool
) {
  let mean = sum(n) { p[$0] * dp[$0] }
  for i in 0..<n {
    let part = p[i] * (dp[i] - mean)
    target[i] = adding ? target[i] + part : part
  }
}

extension Graph {
  /// The probabilities exp(x) / sum exp(x) of every row and step.
  ///
  /// - Parameter top: how many of the highest logits take part; the others get probability zero.
  public mutating func softmax(_ input: Node, top: Int? = nil) -> Node {
    let top = top ?? input.channels
    precondition(top > 0 && top <= input.channels, "softmax needs 1 to all of its logits")
    let layer = Softmax(
      input: input, output: node(steps: input.steps, channels: input.channels), top: top)
    record(layer, reading: input)
    return layer.output
  }
}
