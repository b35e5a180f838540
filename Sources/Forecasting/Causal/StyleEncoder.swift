import Math
import Networks

/// Tells the style of a scene from how it went, past and future together: a vector of length 1 per
/// agent, near those of the same style and far from others. It is trained by contrast alone and
/// never sees an error of a forecast.
public struct StyleEncoder: Sendable {
  /// The numbers of the vector.
  public static let width = 8

  let design: CausalDesign
  let standard: Standard
  let network: Network
  var parameters: [Float]

  /// Trains on the same domains as `forecaster`, each a style.
  ///
  /// - Parameters:
  ///   - steps: of Adam with rate 2e-3, falling to zero.
  ///   - rowsPerDomain: trajectories of each domain in a step.
  public init(
    for forecaster: CausalForecaster, domains: [ForecastingDomain], steps: Int = 1500,
    rowsPerDomain: Int = 32, temperature: Float = 0.07, seed: UInt64
  ) {
    design = forecaster.design
    standard = forecaster.standard
    let inputs = design.features + design.pathWidth
    network = Network(inputs: inputs) { graph in
      let hidden = graph.tower(graph.input, [32, 16], .tanh, name: "style")
      return graph.linear(hidden, Self.width, name: "head")
    }
    var random = Random(seed: seed)
    parameters = network.initialParameters(random: &random)
    let examples = domains.map { $0.examples(forecaster.design) }
    let rows = domains.count * rowsPerDomain
    let styles = (0..<rows).map { $0 / rowsPerDomain }
    var inputRows = [Float](repeating: 0, count: rows * inputs)
    var outputGradients = [Float](repeating: 0, count: rows * Self.width)
    var gradient = [Float](repeating: 0, count: network.parameterCount)
    var workspace = Workspace(for: network, rows: rows)
    var adam = Adam(count: network.parameterCount)
    for step in 0..<steps {
      for row in 0..<rows {
        let domain = examples[styles[row]]
        fill(&inputRows, row, from: domain, random.index(below: domain.rows))
      }
      forward(network, inputRows, rows: 0..<rows, parameters, &workspace)
      clear(&outputGradients)
      contrast(workspace.outputs, styles, temperature, &outputGradients)
      backward(
        network, outputGradients, rows: rows, parameters, &gradient, &workspace,
        wantsInputGradients: false)
      let share = Double(step) / Double(steps)
      adam.update(
        &parameters, gradient: gradient,
        rate: 2e-3 * Float(0.5 * (1 + sincos(.pi * share).cosine)))
    }
  }

  /// Writes a standardised example to a row of inputs.
  private func fill(_ inputs: inout [Float], _ row: Int, from examples: Examples, _ index: Int) {
    let start = row * network.inputs
    for i in 0..<examples.width {
      let value = examples.inputs[index * examples.width + i]
      inputs[start + i] = (value - standard.means[i]) * standard.scales[i]
    }
    for i in 0..<examples.pathWidth {
      inputs[start + examples.width + i] =
        examples.targets[index * examples.pathWidth + i] / standard.pathScale
    }
  }

  /// The vectors of every trajectory of scenes whose futures are known.
  public func vectors(of domain: ForecastingDomain) -> [Float] {
    let examples = domain.examples(design)
    var inputs = [Float](repeating: 0, count: examples.rows * network.inputs)
    for row in 0..<examples.rows { fill(&inputs, row, from: examples, row) }
    var workspace = Workspace(for: network, rows: examples.rows)
    forward(network, inputs, rows: 0..<examples.rows, parameters, &workspace)
    var vectors = Array(workspace.outputs.prefix(examples.rows * Self.width))
    for row in 0..<examples.rows {
      var sum: Float = 0
      for k in 0..<Self.width {
        sum += vectors[row * Self.width + k] * vectors[row * Self.width + k]
      }
      let scale = 1 / max(sum.squareRoot(), 1e-8)
      for k in 0..<Self.width { vectors[row * Self.width + k] *= scale }
    }
    return vectors
  }
}

private func contrast(
  _ vectors: [Float], _ styles: [Int], _ temperature: Float, _ gradients: inout [Float]
) {
  var span = gradients.mutableSpan
  StyleContrast(temperature: temperature).add(
    vectors.span, width: StyleEncoder.width, styles: styles, weight: 1, to: &span)
}
