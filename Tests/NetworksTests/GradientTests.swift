import Math
import Networks
import Testing

/// Every layer's gradients against central differences.
struct GradientTests {
  /// Small networks that between them hold every layer, shared nodes and repeated ones.
  static let networks: [(name: String, network: Network)] = [
    ("linear", .mlp(inputs: 4, hidden: [], outputs: 3)),
    ("tanh", .mlp(inputs: 4, hidden: [5, 6], outputs: 3, activation: .tanh)),
    ("sigmoid", .mlp(inputs: 4, hidden: [5], outputs: 3, activation: .sigmoid)),
    ("gated", .gatedConvolution(channels: 3, outputs: 2, filters: (6, 4))),
    ("actor and critic", .actorCritic(inputs: 4, hidden: [5], actions: 2)),
    (
      "three taps",
      Network(inputs: 2, steps: 6) { graph in
        let node = graph.convolution(graph.input, 3, taps: 3, dilation: 2, name: "c")
        return graph.convolution(node, 2, taps: 1, activation: .tanh, name: "d")
      }
    ),
    (
      "normalised residual",
      Network(inputs: 3, steps: 2) { graph in
        let a = graph.linear(graph.input, 9, activation: .tanh, name: "a")
        let b = graph.layerNormalization(a, name: "b")
        return graph.linear(graph.lastStep(graph.sum(a, b)), 2, name: "c")
      }
    ),
    (
      "a node read five times",
      Network(inputs: 3) { graph in
        let a = graph.linear(graph.input, 4, activation: .tanh, name: "a")
        let doubled = graph.sum(a, a)
        let part = graph.slice(a, channels: 1..<3)
        let joined = graph.concatenation([a, part, a, doubled, graph.input])
        return graph.linear(joined, 2, name: "b")
      }
    ),
    (
      "recurrence",
      Network(inputs: 3, steps: 4) { graph in
        let x = graph.linear(graph.input, 4, activation: .tanh, name: "x")
        let start = graph.lastStep(x)
        let states = graph.gatedRecurrence(x, 4, start: start, name: "a")
        return graph.linear(graph.sum(states, x), 2, name: "b")
      }
    ),
    (
      "recurrence from the first of several states",
      Network(inputs: 3, steps: 4) { graph in
        let x = graph.linear(graph.input, 5, activation: .tanh, name: "x")
        let start = graph.slice(x, channels: 1..<5)
        return graph.linear(graph.gatedRecurrence(x, 4, start: start, name: "a"), 2, name: "b")
      }
    ),
    (
      "attention",
      Network(inputs: 3, steps: 4) { graph in
        let x = graph.linear(graph.input, 6, activation: .tanh, name: "x")
        let all = graph.attention(x, heads: 3, name: "a")
        let past = graph.attention(graph.sum(x, all), heads: 2, isCausal: true, name: "b")
        return graph.lastStep(past)
      }
    ),
    (
      "adapters",
      Network(inputs: 3, steps: 2) { graph in
        let x = graph.linear(graph.input, 4, activation: .tanh, name: "x")
        let adapted = graph.lowRankAdapter(from: graph.input, to: x, rank: 2, name: "a")
        return graph.modulation(adapted, by: x, name: "b")
      }
    ),
    (
      "experts",
      Network(inputs: 3) { graph in
        let x = graph.linear(graph.input, 4, activation: .tanh, name: "x")
        let y = graph.mixtureOfExperts(x, 2, experts: 3, hidden: 4, name: "a")
        return graph.sum(y, graph.softmax(graph.linear(x, 2, name: "b")))
      }
    ),
    (
      "an output that is read again",
      Network(inputs: 3) { graph in
        let a = graph.linear(graph.input, 3, activation: .tanh, name: "a")
        return graph.sum(graph.linear(a, 3, activation: .tanh, name: "b"), a)
      }
    ),
  ]

  @Test(arguments: networks)
  func gradientsAreSlopes(name: String, network: Network) {
    var random = Random(seed: 3)
    let rows = 3
    var parameters = network.initialParameters(random: &random)
    // Away from the zeros at which biases start.
    for i in parameters.indices { parameters[i] += 0.2 * Float(random.normal()) }
    var inputs = (0..<rows * network.inputs).map { _ in Float(random.normal()) }
    let weights = (0..<rows * network.outputs).map { _ in Float(random.normal()) }
    var workspace = Workspace(for: network, rows: rows + 1)
    var gradient = [Float](repeating: 0, count: parameters.count)

    func loss() -> Double {
      network.forward(inputs.span, parameters: parameters.span, in: &workspace)
      return zip(weights, workspace.outputs).reduce(0) { $0 + Double($1.0) * Double($1.1) }
    }
    _ = loss()
    network.backward(
      weights.span, parameters: parameters.span, gradient: &gradient, in: &workspace,
      wantsInputGradients: true)
    let inputGradients = workspace.inputGradients

    let step: Float = 0x1p-7
    for i in parameters.indices {
      let kept = parameters[i]
      parameters[i] = kept + step
      let above = loss()
      parameters[i] = kept - step
      let below = loss()
      parameters[i] = kept
      #expect(isClose(gradient[i], (above - below) / (2 * Double(step))), "\(name) \(i)")
    }
    for i in inputs.indices {
      let kept = inputs[i]
      inputs[i] = kept + step
      let above = loss()
      inputs[i] = kept - step
      let below = loss()
      inputs[i] = kept
      #expect(isClose(inputGradients[i], (above - below) / (2 * Double(step))), "\(name) x \(i)")
    }
  }

  private func isClose(_ gradient: Float, _ slope: Double) -> Bool {
    abs(Double(gradient) - slope) < 2e-3 * (1 + abs(slope))
  }

  @Test func gradientsAddUpOverBatches() {
    let network = Network.mlp(inputs: 3, hidden: [4], outputs: 2)
    var random = Random(seed: 5)
    let parameters = network.initialParameters(random: &random)
    let inputs = (0..<12).map { _ in Float(random.normal()) }
    let weights = (0..<8).map { _ in Float(random.normal()) }
    var workspace = Workspace(for: network, rows: 4)
    var whole = [Float](repeating: 0, count: parameters.count)
    network.forward(inputs.span, parameters: parameters.span, in: &workspace)
    network.backward(weights.span, parameters: parameters.span, gradient: &whole, in: &workspace)
    var parts = [Float](repeating: 0, count: parameters.count)
    for part in 0..<2 {
      network.forward(
        inputs.span.extracting(part * 6..<part * 6 + 6), parameters: parameters.span,
        in: &workspace)
      network.backward(
        weights.span.extracting(part * 4..<part * 4 + 4), parameters: parameters.span,
        gradient: &parts, in: &workspace)
    }
    #expect(distance(whole, parts) < 1e-5)
  }

  @Test func clippedValueHasTheSlopeOfItsLoss() {
    var random = Random(seed: 7)
    for _ in 0..<200 {
      let value = Float(random.normal())
      let old = Float(random.normal())
      let target = Float(random.normal())
      func loss(_ value: Float) -> Double {
        Double(Loss.clippedValue(value, old: old, target: target, range: 0.5).loss)
      }
      let step: Float = 0x1p-10
      let isAtKink = abs(loss(value + step) - 2 * loss(value) + loss(value - step)) > 1e-5
      if isAtKink { continue }
      let slope = (loss(value + step) - loss(value - step)) / (2 * Double(step))
      let found = Loss.clippedValue(value, old: old, target: target, range: 0.5).derivative
      #expect(abs(Double(found) - slope) < 2e-3)
    }
  }
}
