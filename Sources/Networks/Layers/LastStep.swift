/// The newest step of a sequence.
struct LastStep: Layer {
  let input: Node
  let output: Node

  private func offset(_ pass: Pass) -> Int {
    pass.isStreaming ? 0 : (input.steps - 1) * pass.rows * input.channels
  }

  func forward(_ pass: Pass) {
    let count = pass.rows * output.channels
    pass.values(output).update(from: pass.values(input) + offset(pass), count: count)
  }

  func backward(_ pass: Pass) {
    guard pass.wants(input) else { return }
    let target = pass.gradients(input)
    if !pass.isAdding(to: input) { target.update(repeating: 0, count: pass.rows * input.width) }
    let count = pass.rows * output.channels
    let (from, to) = (pass.gradients(output), target + offset(pass))
    for i in 0..<count { to[i] += from[i] }
  }
}

extension Graph {
  /// The newest step of `input`.
  public mutating func lastStep(_ input: Node) -> Node {
    let layer = LastStep(input: input, output: node(steps: 1, channels: input.channels))
    record(layer, reading: input)
    return layer.output
  }
}
