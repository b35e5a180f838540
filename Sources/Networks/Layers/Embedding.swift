/// A learned vector for each of a number of kinds: y = table[x].
struct Embedding: Layer {
  let input: Node
  let output: Node
  /// [kinds, channels]
  let table: Tensor

  private var size: Int { output.channels / input.channels }

  /// The kind a number names. Whatever an observation holds, it names one of the table.
  private func kind(_ number: Float) -> Int {
    let last = Float(table.shape[0] - 1)
    return number > 0 ? Int(min(number, last)) : 0
  }

  func forward(_ pass: Pass) {
    let rows = pass.parameters(table)
    for place in 0..<pass.rows(of: input) * input.channels {
      let row = rows + kind(pass.values(input)[place]) * size
      (pass.values(output) + place * size).update(from: row, count: size)
    }
  }

  func backward(_ pass: Pass) {
    let count = pass.rows(of: input) * input.channels
    let rows = pass.gradient(table)
    for place in 0..<count {
      let row = rows + kind(pass.values(input)[place]) * size
      let dy = pass.gradients(output) + place * size
      for i in 0..<size { row[i] += dy[i] }
    }
    // A kind has no neighbours to move towards.
    if pass.wants(input) && !pass.isAdding(to: input) {
      pass.gradients(input).update(repeating: 0, count: count)
    }
  }
}

extension Graph {
  /// Replaces each channel of `input`, a whole number in 0 ..< `kinds`, by `size` learned numbers.
  /// Numbers beyond count as the nearest kind, and what is not a number as 0.
  ///
  /// Tensors: `name.weight` [kinds, size], normal with deviation 1 as in PyTorch.
  public mutating func embedding(_ input: Node, kinds: Int, size: Int, name: String) -> Node {
    let layer = Embedding(
      input: input, output: node(steps: input.steps, channels: input.channels * size),
      table: tensor(name + ".weight", [kinds, size], .normal(deviation: 1)))
    record(layer, reading: input)
    return layer.output
  }
}
