/// Some neighbouring channels of a node.
struct Slice: Layer {
  let input: Node
  let output: Node
  let start: Int

  func forward(_ pass: Pass) {
    copy(view(pass.values(input), pass), into: pass.matrix(output), adding: false)
  }

  func backward(_ pass: Pass) {
    guard pass.wants(input) else { return }
    if !pass.isAdding(to: input) {
      let count = pass.rows(of: input) * input.channels
      pass.gradients(input).update(repeating: 0, count: count)
    }
    copy(pass.gradientMatrix(output), into: view(pass.gradients(input), pass), adding: true)
  }

  private func view(_ node: UnsafeMutablePointer<Float>, _ pass: Pass) -> Matrix {
    Matrix(
      node + start, rows: pass.rows(of: output), columns: output.channels,
      stride: input.channels)
  }
}

extension Graph {
  /// The channels in `range` of every step of `input`.
  public mutating func slice(_ input: Node, channels range: Range<Int>) -> Node {
    precondition(
      range.lowerBound >= 0 && range.upperBound <= input.channels, "the slice has no such channels")
    let layer = Slice(
      input: input, output: node(steps: input.steps, channels: range.count),
      start: range.lowerBound)
    record(layer, reading: input)
    return layer.output
  }
}
