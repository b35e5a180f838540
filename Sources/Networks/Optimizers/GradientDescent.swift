/// Steepest descent, with the heavy-ball momentum of Polyak (1964) in PyTorch's form: the velocity
/// is `momentum` times the last one plus the gradient, and a step is `rate` times the velocity.
public struct GradientDescent: Sendable, Hashable {
  /// The share of the velocity that stays, 0 ..< 1.
  public var momentum: Float
  /// The velocity, laid out like the parameters.
  public var velocity: [Float]

  /// An optimiser for `count` parameters, at rest.
  public init(count: Int, momentum: Float = 0) {
    self.momentum = momentum
    velocity = [Float](repeating: 0, count: count)
  }

  /// Moves `parameters` one step down the gradient.
  public mutating func update(_ parameters: inout [Float], gradient: [Float], rate: Float) {
    step(&parameters, gradient, &velocity, momentum, rate)
  }
}

private func step(
  _ parameters: inout [Float], _ gradient: [Float], _ velocity: inout [Float],
  _ momentum: Float, _ rate: Float
) {
  var p = parameters.mutableSpan
  var v = velocity.mutableSpan
  let g = gradient.span
  let n = p.count
  precondition(
    g.count == n && v.count == n, "parameters, gradient and optimiser must have the same length")
  for i in 0..<n {
    v[i] = momentum * v[i] + g[i]
    p[i] -= rate * v[i]
  }
}
