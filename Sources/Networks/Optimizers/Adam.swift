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
  let (momentum, memory) = (constants.momentum, constants.memory)
  let (kept, rate) = (constants.kept, constants.rate)
  let (rootScale, epsilon) = (constants.rootScale, constants.epsilon)
  let n = p.count
  precondition(
    g.count == n && m.count == n && v.count == n,
    "parameters, gradient and optimiser must have the same length")
  for i in 0..<n {
    let gradient = g[i]
    let mean = momentum * m[i] + (1 - momentum) * gradient
    let square = memory * v[i] + (1 - memory) * (gradient * gradient)
    m[i] = mean
    v[i] = square
    p[i] = kept * p[i] - rate * (mean / (squareRoot(square) * rootScale + epsilon))
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
