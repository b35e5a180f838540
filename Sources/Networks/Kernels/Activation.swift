/// A function applied to every number of a node. Each has a derivative that follows from its
/// value, so a backward pass needs no memory of what went in.
public enum Activation: String, Sendable, Hashable, Codable, CaseIterable {
  case identity
  case tanh
  case relu
  case sigmoid
}

/// values = activation(values + bias) over `rows` rows of bias.count numbers.
func activate(
  _ values: UnsafeMutablePointer<Float>, rows: Int, bias: UnsafePointer<Float>, columns: Int,
  _ activation: Activation
) {
  switch activation {
  case .identity: activate(values, rows, bias, columns) { $0 }
  case .tanh: activate(values, rows, bias, columns) { tanh($0) }
  case .relu: activate(values, rows, bias, columns) { max($0, 0) }
  case .sigmoid: activate(values, rows, bias, columns) { sigmoid($0) }
  }
}

@inline(__always)
private func activate(
  _ values: UnsafeMutablePointer<Float>, _ rows: Int, _ bias: UnsafePointer<Float>,
  _ columns: Int, _ function: (Float) -> Float
) {
  for row in 0..<rows {
    let v = values + row * columns
    for i in 0..<columns { v[i] = function(v[i] + bias[i]) }
  }
}

/// Turns gradients of activated values into gradients of what went in, in place, and adds their
/// column sums to the gradient of the bias.
func deactivate(
  _ gradients: UnsafeMutablePointer<Float>, values: UnsafePointer<Float>, rows: Int,
  biasGradient: UnsafeMutablePointer<Float>, columns: Int, _ activation: Activation
) {
  switch activation {
  case .identity: deactivate(gradients, values, rows, biasGradient, columns) { g, _ in g }
  case .tanh: deactivate(gradients, values, rows, biasGradient, columns) { g, y in g * (1 - y * y) }
  case .relu: deactivate(gradients, values, rows, biasGradient, columns) { g, y in y > 0 ? g : 0 }
  case .sigmoid:
    deactivate(gradients, values, rows, biasGradient, columns) { g, y in g * (y * (1 - y)) }
  }
}

@inline(__always)
private func deactivate(
  _ gradients: UnsafeMutablePointer<Float>, _ values: UnsafePointer<Float>, _ rows: Int,
  _ biasGradient: UnsafeMutablePointer<Float>, _ columns: Int,
  _ derivative: (_ gradient: Float, _ value: Float) -> Float
) {
  for row in 0..<rows {
    let g = gradients + row * columns
    let v = values + row * columns
    for i in 0..<columns {
      let inner = derivative(g[i], v[i])
      g[i] = inner
      biasGradient[i] += inner
    }
  }
}
