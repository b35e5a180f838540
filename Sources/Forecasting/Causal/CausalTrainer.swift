import Math
import Networks

/// Trains a causal forecaster on several domains at once: every step sees equally many
/// trajectories of each, so that the risks of the domains can be compared.
public struct CausalTrainer: Sendable {
  public let training: CausalTraining
  private var forecaster: CausalForecaster
  private let domains: [Examples]
  private var random: Random
  private var batch: Batch
  private var optimizer: Adam
  private var codeOptimizer: Adam
  private var gradient: [Float]
  /// Steps taken.
  public private(set) var steps = 0
  /// The mean distance in the last step's batch, in metres.
  public private(set) var loss = 0.0

  public init(
    _ design: CausalDesign, _ training: CausalTraining, domains: [ForecastingDomain],
    seed: UInt64
  ) {
    precondition(!domains.isEmpty, "there is nothing to train on")
    var random = Random(seed: seed)
    let examples = domains.map { domain in
      domain.jittered(training, observed: design.observed, random: &random).examples(design)
    }
    let mechanism = CausalNetwork(design)
    let parameters = mechanism.network.initialParameters(random: &random)
    let codes = design.style == .none ? [] : Self.firstCodes(examples)
    self.init(
      CausalForecaster(
        mechanism, parameters: parameters,
        standard: Standard(examples, metric: design.metricFeatures), codes: codes),
      training, examples: examples, random: random)
  }

  /// Goes on with a trained forecaster, on as many domains as it has codes for.
  init(
    _ forecaster: CausalForecaster, _ training: CausalTraining, examples: [Examples],
    random: Random
  ) {
    self.training = training
    self.forecaster = forecaster
    domains = examples
    self.random = random
    let network = forecaster.mechanism.network
    batch = Batch(network, rows: examples.count * training.rowsPerDomain, forecaster.design)
    optimizer = Adam(count: network.parameterCount)
    codeOptimizer = Adam(count: max(forecaster.codes.count, 1))
    gradient = [Float](repeating: 0, count: network.parameterCount)
  }

  /// Codes to start from: how far the domain's futures depart from straight lines, brought to mean
  /// 0 and deviation 1. It is the simplest sign of a style, and puts the styles in an order.
  private static func firstCodes(_ domains: [Examples]) -> [Float] {
    let sizes = domains.map { domain in
      domain.targets.reduce(0.0) { $0 + Double(abs($1)) } / Double(max(domain.targets.count, 1))
    }
    let mean = sizes.reduce(0, +) / Double(sizes.count)
    let variance = sizes.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(sizes.count)
    return sizes.map { Float(($0 - mean) / max(variance.squareRoot(), 1e-9)) }
  }

  /// The forecaster as it is now.
  public var result: CausalForecaster {
    var forecaster = forecaster
    if !forecaster.codes.isEmpty {
      forecaster.code = forecaster.codes.reduce(0, +) / Float(forecaster.codes.count)
    }
    return forecaster
  }

  /// Takes all steps that are left.
  public mutating func run() { while steps < training.steps { step() } }

  /// Takes one step.
  public mutating func step() { step { _ in true } }

  /// Takes one step with only a part of the forecaster.
  ///
  /// - Parameters:
  ///   - isTrained: which tensors may change.
  ///   - learnsCodes: whether the codes may change.
  mutating func step(learnsCodes: Bool = true, isTrained: (Tensor) -> Bool) {
    let network = forecaster.mechanism.network
    batch.draw(from: domains, forecaster, training, random: &random)
    forward(network, batch.inputs, rows: 0..<batch.rows, forecaster.parameters, &batch.workspace)
    let hasPenalty = steps >= training.penaltyFrom
    loss =
      batch.measure(training, penalty: hasPenalty ? training.penaltyWeight : 0)
      * Double(forecaster.standard.pathScale)
    let hasCodes = !forecaster.codes.isEmpty
    backward(
      network, batch.outputGradients, rows: batch.rows, forecaster.parameters, &gradient,
      &batch.workspace, wantsInputGradients: hasCodes && learnsCodes)
    network.freeze(&gradient, except: isTrained)
    let share = Double(steps) / Double(training.steps)
    let rate = training.rate * Float(0.5 * (1 + sincos(.pi * min(share, 1)).cosine))
    optimizer.update(&forecaster.parameters, gradient: gradient, rate: rate)
    if hasCodes, learnsCodes {
      codeOptimizer.update(
        &forecaster.codes, gradient: batch.codeGradients(domains.count), rate: rate)
    }
    steps += 1
  }
}

/// The rows of one step, domain after domain.
private struct Batch: Sendable {
  let design: CausalDesign
  let rows: Int
  let inputWidth: Int
  let outputWidth: Int
  var inputs: [Float]
  var targets: [Float]
  var outputGradients: [Float]
  var workspace: Workspace
  private var ranges: [Range<Int>] = []

  init(_ network: Network, rows: Int, _ design: CausalDesign) {
    self.design = design
    self.rows = rows
    inputWidth = network.inputs
    outputWidth = network.outputs
    inputs = [Float](repeating: 0, count: rows * network.inputs)
    targets = [Float](repeating: 0, count: rows * design.pathWidth)
    outputGradients = [Float](repeating: 0, count: rows * network.outputs)
    workspace = Workspace(for: network, rows: rows)
  }

  mutating func draw(
    from domains: [Examples], _ forecaster: CausalForecaster, _ training: CausalTraining,
    random: inout Random
  ) {
    let perDomain = rows / domains.count
    ranges = domains.indices.map { $0 * perDomain..<($0 + 1) * perDomain }
    let spread = log(Double(training.stretch))
    for (index, domain) in domains.enumerated() {
      for row in ranges[index] {
        let factor = spread > 0 ? Float(exp(random.uniform(-spread, spread))) : 1
        copy(
          domain, random.index(below: domain.rows), to: row, forecaster.standard, factor,
          &inputs, &targets, inputWidth, spurious: design.spurious == .none ? 0 : design.observed)
        if inputWidth > domain.width {
          inputs[row * inputWidth + domain.width] = forecaster.codes[index]
        }
      }
    }
  }

  /// The loss of the batch, with its derivatives by the outputs left in `outputGradients`.
  mutating func measure(_ training: CausalTraining, penalty: Float) -> Double {
    Forecasting.measure(
      workspace.outputs, targets, domains: ranges, design, training, penalty: penalty,
      &outputGradients)
  }

  /// The derivatives of the loss by the codes.
  func codeGradients(_ domains: Int) -> [Float] {
    ranges.map { range in
      range.reduce(0) { $0 + workspace.inputGradients[$1 * inputWidth + inputWidth - 1] }
    }
  }
}

/// Copies one example to a row of a batch: stretched, then standardised.
private func copy(
  _ domain: Examples, _ from: Int, to row: Int, _ standard: Standard, _ factor: Float,
  _ inputs: inout [Float], _ targets: inout [Float], _ stride: Int, spurious: Int
) {
  var x = inputs.mutableSpan
  var y = targets.mutableSpan
  let (source, target) = (domain.inputs.span, domain.targets.span)
  let (means, scales) = (standard.means.span, standard.scales.span)
  let width = domain.width
  for i in 0..<width {
    let stretch = i < width - spurious ? factor : 1
    x[row * stride + i] = (stretch * source[from * width + i] - means[i]) * scales[i]
  }
  let scale = factor / standard.pathScale
  for i in 0..<domain.pathWidth {
    y[row * domain.pathWidth + i] = scale * target[from * domain.pathWidth + i]
  }
}

/// The mean distance of a batch; writes the derivatives of all losses together.
private func measure(
  _ outputs: [Float], _ targets: [Float], domains: [Range<Int>], _ design: CausalDesign,
  _ training: CausalTraining, penalty: Float, _ outputGradients: inout [Float]
) -> Double {
  clear(&outputGradients)
  var gradients = outputGradients.mutableSpan
  let rows = targets.count / design.pathWidth
  let stride = outputs.count / rows
  // A heavy penalty would only raise the rate: the sum of weights stays near 1.
  let share = 1 / max(1, penalty)
  let loss = PathLoss.add(
    outputs.span, targets.span, rows: 0..<rows, stride: stride, places: design.predicted,
    weight: share, to: &gradients)
  if design.alternatives > 0 {
    PathLoss.addBest(
      of: design.alternatives, outputs.span, targets.span, rows: 0..<rows, stride: stride,
      offset: design.pathWidth, places: design.predicted,
      weight: share * training.alternativesWeight, leak: 0.05, to: &gradients)
  }
  training.penalty.add(
    outputs.span, targets.span, domains: domains, stride: stride, places: design.predicted,
    weight: share * penalty, to: &gradients)
  return loss
}
