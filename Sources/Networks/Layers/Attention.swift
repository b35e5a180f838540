/// Attention of every step to every step, in several heads (Vaswani et al., 2017, equation 1):
/// softmax(Q K^T / d^0.5) V for each head of d channels.
struct Attention: Layer {
  /// Queries, keys and values side by side.
  let input: Node
  let output: Node
  let heads: Int
  /// Whether a step sees only itself and earlier steps.
  let isCausal: Bool
  /// For every row and head the matrix [steps, steps] of who attends to whom.
  let weights: Node

  private var steps: Int { input.steps }
  private var depth: Int { output.channels / heads }
  private var scale: Float { Float(1 / Double(depth).squareRoot()) }

  /// One head's queries, keys or values of one row: steps lie `rows` rows apart.
  private func part(
    _ start: UnsafeMutablePointer<Float>, _ index: Int, _ row: Int, _ head: Int, _ pass: Pass
  ) -> Matrix {
    let offset = row * input.channels + index * output.channels + head * depth
    return Matrix(
      start + offset, rows: steps, columns: depth, stride: pass.rows * input.channels)
  }

  private func result(
    _ start: UnsafeMutablePointer<Float>, _ row: Int, _ head: Int, _ pass: Pass
  ) -> Matrix {
    Matrix(
      start + row * output.channels + head * depth, rows: steps, columns: depth,
      stride: pass.rows * output.channels)
  }

  private func square(
    _ start: UnsafeMutablePointer<Float>, _ row: Int, _ head: Int
  ) -> Matrix {
    Matrix(
      start + (row * heads + head) * steps * steps, rows: steps, columns: steps)
  }

  func forward(_ pass: Pass) {
    let x = pass.values(input)
    for row in 0..<pass.rows {
      for head in 0..<heads {
        let (q, k) = (part(x, 0, row, head, pass), part(x, 1, row, head, pass))
        let v = part(x, 2, row, head, pass)
        let s = square(pass.values(weights), row, head)
        let y = result(pass.values(output), row, head, pass)
        if pass.isRepeatable {
          multiplyRepeatably(q, byTransposed: k, into: s, adding: false)
          normalize(s)
          multiplyInOrder(s, v, into: y)
        } else {
          multiply(q, k.transposed, into: s)
          normalize(s)
          multiply(s, v, into: y)
        }
      }
    }
  }

  private func normalize(_ s: Matrix) {
    for step in 0..<steps {
      let scores = s.start + step * steps
      let visible = isCausal ? step + 1 : steps
      softmax(scores, visible, scale: scale)
      for i in visible..<steps { scores[i] = 0 }
    }
  }

  /// The product of attention weights and values, added up in the order of the steps.
  private func multiplyInOrder(_ s: Matrix, _ v: Matrix, into y: Matrix) {
    for step in 0..<steps {
      let target = y.start + step * y.stride
      for i in 0..<depth { target[i] = 0 }
      for other in 0..<steps {
        let weight = s.start[step * steps + other]
        let value = v.start + other * v.stride
        for i in 0..<depth { target[i] += weight * value[i] }
      }
    }
  }

  func backward(_ pass: Pass) {
    guard pass.wants(input) else { return }
    let (x, dx) = (pass.values(input), pass.gradients(input))
    let isAdding = pass.isAdding(to: input)
    for row in 0..<pass.rows {
      for head in 0..<heads {
        let (q, k) = (part(x, 0, row, head, pass), part(x, 1, row, head, pass))
        let v = part(x, 2, row, head, pass)
        let s = square(pass.values(weights), row, head)
        let ds = square(pass.gradients(weights), row, head)
        let dy = result(pass.gradients(output), row, head, pass)
        multiply(s.transposed, dy, into: part(dx, 2, row, head, pass), adding: isAdding)
        multiply(dy, v.transposed, into: ds)
        for step in 0..<steps {
          let (p, dp) = (s.start + step * steps, ds.start + step * steps)
          softmaxGradient(p, dp, into: dp, steps, adding: false)
        }
        multiply(ds, k, into: part(dx, 0, row, head, pass), adding: isAdding, scale: scale)
        multiply(
          ds.transposed, q, into: part(dx, 1, row, head, pass), adding: isAdding, scale: scale)
      }
    }
  }

  var memory: Int? { nil }
}

extension Graph {
  /// Multi-head self-attention over the steps of `input`.
  ///
  /// Tensors: `name.in_proj.weight` [3 channels, channels] (queries, keys, values),
  /// `name.in_proj.bias`, `name.out_proj.weight` [channels, channels], `name.out_proj.bias`. The
  /// layout is that of PyTorch's MultiheadAttention, which calls the first two `in_proj_weight`
  /// and `in_proj_bias`.
  ///
  /// - Parameters:
  ///   - heads: must divide the channels.
  ///   - isCausal: whether a step sees only itself and earlier steps.
  public mutating func attention(
    _ input: Node, heads: Int, isCausal: Bool = false, name: String
  ) -> Node {
    let channels = input.channels
    precondition(heads > 0 && channels % heads == 0, "\(name): heads must divide the channels")
    let projected = linear(input, 3 * channels, name: name + ".in_proj")
    let layer = Attention(
      input: projected, output: node(steps: input.steps, channels: channels), heads: heads,
      isCausal: isCausal,
      weights: scratch(steps: 1, channels: heads * input.steps * input.steps))
    record(layer, reading: projected)
    return linear(layer.output, channels, name: name + ".out_proj")
  }
}
