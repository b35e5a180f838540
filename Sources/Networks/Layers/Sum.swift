/// y = a + b, the way past a residual block.
struct Sum: Layer {
  let first: Node
  let second: Node
  let output: Node

  func forward(_ pass: Pass) {
    let count = pass.rows(of: output) * output.channels
    let (a, b, y) = (pass.values(first), pass.values(second), pass.values(output))
    for i in 0..<count { y[i] = a[i] + b[i] }
  }

  func backward(_ pass: Pass) {
    let count = pass.rows(of: output) * output.channels
    pass.handOn(pass.gradients(output), count, to: first, adding: pass.isAdding(to: first))
    pass.handOn(
      pass.gradients(output), count, to: second,
      adding: second == first || pass.isAdding(to: second))
  }
}

extension Pass {
  /// Hands a gradient on to a node, unchanged.
  func handOn(
    _ gradient: UnsafePointer<Float>, _ count: Int, to node: Node, adding: Bool
  ) {
    guard wants(node) else { return }
    let target = gradients(node)
    if adding {
      for i in 0..<count { target[i] += gradient[i] }
    } else {
      target.update(from: gradient, count: count)
    }
  }
}

extension Graph {
  /// The sum of two nodes of equal shape.
  public mutating func sum(_ first: Node, _ second: Node) -> Node {
    precondition(
      first.steps == second.steps && first.channels == second.channels,
      "only nodes of equal shape can be added")
    let layer = Sum(
      first: first, second: second, output: node(steps: first.steps, channels: first.channels))
    record(layer, reading: first, second)
    return layer.output
  }
}
