import Math
import Networks

/// Fits a network to examples by Adam on small batches, and keeps some apart to see how it does on
/// those it has not learned from.
public struct SupervisedFit: Sendable {
  public let network: Network
  public var seed: UInt64
  /// How often every example is seen.
  public var epochs = 60
  public var batch = 64
  public var rate: Float = 0.001
  /// The share of examples that are kept apart.
  public var heldOut = 0.2

  /// What the network's outputs are to become.
  public enum Target: Sendable {
    /// The numbers themselves, by squared error.
    case numbers
    /// The log odds of labels 0 and 1, by cross entropy.
    case labels
  }

  /// A fitted network.
  public struct Result: Sendable {
    public let parameters: [Float]
    public let moments: RunningMoments
    /// The rows that were kept apart, and what the network makes of them.
    public let heldOutRows: [Int]
    public let heldOutOutputs: [Float]
  }

  public init(_ network: Network, seed: UInt64) {
    self.network = network
    self.seed = seed
  }

  /// Fits `network` to whole rows of inputs and targets.
  public func fit(_ inputs: [Float], to targets: [Float], as target: Target) -> Result {
    let (width, outputs) = (network.inputs, network.outputs)
    let count = inputs.count / width
    precondition(
      count * width == inputs.count && count * outputs == targets.count && count > 1,
      "examples are whole rows, at least two")
    var random = Random(seed: seed)
    let order = Self.shuffled(count, &random)
    let apart = max(1, Int(heldOut * Double(count)))
    let (held, learned) = (Array(order.prefix(apart)), Array(order.dropFirst(apart)))
    var moments = RunningMoments(fields: width)
    for row in learned { moments.update(inputs.span.extracting(row * width..<(row + 1) * width)) }
    var rows = inputs
    Self.standardize(&rows, moments)
    var parameters = network.initialParameters(random: &random)
    learn(learned, rows, targets, target, &parameters, &random)
    var heldOutputs: [Float] = []
    var workspace = Workspace(for: network, rows: 1)
    for row in held {
      network.forward(
        rows.span.extracting(row * width..<(row + 1) * width), parameters: parameters.span,
        in: &workspace)
      heldOutputs += workspace.outputs
    }
    return Result(
      parameters: parameters, moments: moments, heldOutRows: held, heldOutOutputs: heldOutputs)
  }

  private func learn(
    _ learned: [Int], _ rows: [Float], _ targets: [Float], _ target: Target,
    _ parameters: inout [Float], _ random: inout Random
  ) {
    let (width, outputs) = (network.inputs, network.outputs)
    var adam = Adam(count: network.parameterCount, weightDecay: 0.01)
    var gradient = [Float](repeating: 0, count: network.parameterCount)
    var workspace = Workspace(for: network, rows: batch)
    for _ in 0..<epochs {
      let order = Self.shuffled(learned.count, &random).map { learned[$0] }
      for start in stride(from: 0, to: order.count, by: batch) {
        let chosen = order[start..<min(start + batch, order.count)]
        let inputs = chosen.flatMap { rows[$0 * width..<($0 + 1) * width] }
        let wanted = chosen.flatMap { targets[$0 * outputs..<($0 + 1) * outputs] }
        network.forward(inputs.span, parameters: parameters.span, in: &workspace)
        let slopes = Self.slopes(workspace.outputs, wanted, target)
        for index in gradient.indices { gradient[index] = 0 }
        network.backward(
          slopes.span, parameters: parameters.span, gradient: &gradient, in: &workspace)
        adam.update(&parameters, gradient: gradient, rate: rate)
      }
    }
  }

  /// The derivatives of the mean loss by the outputs: of half the squared error, or of the cross
  /// entropy.
  private static func slopes(_ outputs: [Float], _ wanted: [Float], _ target: Target) -> [Float] {
    let share = 1 / Float(wanted.count)
    return wanted.indices.map { index in
      switch target {
      case .numbers: share * (outputs[index] - wanted[index])
      case .labels: share * (Float(1 / (1 + exp(-Double(outputs[index])))) - wanted[index])
      }
    }
  }

  private static func standardize(_ rows: inout [Float], _ moments: RunningMoments) {
    var span = rows.mutableSpan
    moments.standardize(&span)
  }

  private static func shuffled(_ count: Int, _ random: inout Random) -> [Int] {
    var order = Array(0..<count)
    for index in stride(from: count - 1, to: 0, by: -1) {
      order.swapAt(index, random.index(below: index + 1))
    }
    return order
  }
}
