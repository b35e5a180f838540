import Math

/// Adam (Kingma and Ba, 2015, algorithm 1), and with a weight decay AdamW (Loshchilov and Hutter,
/// 2019). Epsilon is added to the bias-corrected root, as in PyTorch.
public struct Adam: Sendable, Hashable {
  /// The memory of the mean gradient, 0 ..< 1.
  public var momentum: Float
  /// The memory of the mean squared gradient, 0 ..< 1.
  public var memory: Float
  /// Keeps the step finite where gradients vanish. PyTorch's default is 1e-8; PPO's usual 1e-5.
  public var epsilon: Float
  /// The share of each parameter that a step with rate 1 removes; 0 for Adam.
  public var weightDecay: Float
  /// The steps taken so far.
  public var steps = 0
  /// The running means of gradients and of their squares, laid out like the parameters.
  public var means: [Float]
  public var squares: [Float]

  /// An optimiser for `count` parameters that has taken no step yet.
  public init(
    count: Int, momentum: Float = 0.9, memory: Float = 0.999, epsilon: Float = 1e-8,
    weightDecay: Float = 0
  ) {
    self.momentum = momentum
    self.memory = memory
    self.epsilon = epsilon
    self.weightDecay = weightDecay
    means = [Float](repeating: 0, count: count)
    squares = [Float](repeating: 0, count: count)
  }

  /// Moves `parameters` one step down the gradient.
  public mutating func update(_ parameters: inout [Float], gradient: [Float], rate: Float) {
    precondition(
      parameters.count == means.count && gradient.count == means.count,
      "parameters, gradient and optimiser must have the same length")
    steps += 1
    // Double, because 1 - 0.999^1 keeps only four digits in single precision.
    let first = 1 - power(Double(momentum), steps)
    let second = 1 - power(Double(memory), steps)
    step(
      &parameters, gradient, &means, &squares,
      AdamStep(
        momentum: momentum, memory: memory, epsilon: epsilon, kept: 1 - rate * weightDecay,
        rate: Float(Double(rate) / first), rootScale: Float(1 / second.squareRoot())))
  }
}

/// The constants of one step.
private struct AdamStep {
  let momentum: Float
  let memory: Float
  let epsilon: Float
  /// What weight decay leaves of a parameter.
  let kept: Float
  /// The rate with the correction for the mean's bias.
  let rate: Float
  /// The correction for the root's bias.
  let rootScale: Float
}

private func step(
  _ parameters: inout [Float], _ gradient: [Float], _ means: inout [Float],
  _ squares: inout [Float], _ constants: AdamStep
) {
  var p = parameters.mutableSpan
  var m = means.mutableSpan
  var v = squares.mutableSpan
  let g = gradient.span
  let (freshMean, freshSquare) = (1 - constants.momentum, 1 - constants.memory)
  for i in 0..<p.count {
    m[i] = constants.momentum * m[i] + freshMean * g[i]
    v[i] = constants.memory * v[i] + freshSquare * (g[i] * g[i])
    let root = squareRoot(v[i]) * constants.rootScale + constants.epsilon
    p[i] = constants.kept * p[i] - constants.rate * (m[i] / root)
  }
}

/// `base` to a whole power, by squaring.
private func power(_ base: Double, _ exponent: Int) -> Double {
  var (result, square, rest) = (1.0, base, exponent)
  while rest > 0 {
    if rest & 1 == 1 { result *= square }
    square *= square
    rest >>= 1
  }
  return result
}
