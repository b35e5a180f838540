import Math
import Networks
import Testing

struct LayerTests {
  /// The outputs of a network with given parameters for one row.
  private func outputs(_ network: Network, _ parameters: [Float], _ inputs: [Float]) -> [Float] {
    var workspace = Workspace(for: network, rows: 1)
    network.forward(inputs.span, parameters: parameters.span, in: &workspace)
    return workspace.outputs
  }

  @Test func adaptersChangeNothingBeforeLearning() {
    let base = Network(inputs: 4) { graph in
      graph.linear(graph.input, 3, activation: .tanh, name: "base")
    }
    let adapted = Network(inputs: 4) { graph in
      let y = graph.linear(graph.input, 3, activation: .tanh, name: "base")
      let corrected = graph.lowRankAdapter(from: graph.input, to: y, rank: 2, name: "adapter")
      return graph.modulation(corrected, by: graph.input, name: "film")
    }
    var random = Random(seed: 1)
    let parameters = base.initialParameters(random: &random)
    var more = adapted.initialParameters(random: &random)
    more.replaceSubrange(0..<parameters.count, with: parameters)
    let x: [Float] = [1, -2, 0.5, 3]
    #expect(outputs(base, parameters, x) == outputs(adapted, more, x))
    var gradient = [Float](repeating: 1, count: adapted.parameterCount)
    adapted.freeze(&gradient) { !$0.name.hasPrefix("base") }
    #expect(gradient[..<parameters.count].allSatisfy { $0 == 0 })
    #expect(gradient[parameters.count...].allSatisfy { $0 == 1 })
  }

  /// Logits that come straight from the inputs.
  @Test(
    arguments: [
      (1, [1, 0, 0, 0]), (2, [0.5, 0.5, 0, 0]), (4, [0.25, 0.25, 0.25, 0.25]),
    ] as [(Int, [Float])])
  func softmaxKeepsTheTopLogitsAndTheFirstOfEquals(top: Int, expected: [Float]) {
    let network = Network(inputs: 4) { graph in
      graph.softmax(graph.projection(graph.input, 4, name: "x"), top: top)
    }
    var identity = [Float](repeating: 0, count: 16)
    for i in 0..<4 { identity[i * 5] = 1 }
    #expect(outputs(network, identity, [2, 2, 2, 2]) == expected)
    let sorted = outputs(network, identity, [0, 3, -1, 2])
    #expect(sorted.filter { $0 > 0 }.count == top)
    #expect(sorted[1] == sorted.max())
  }

  @Test func anEmbeddingNeverLeavesItsTable() {
    let network = Network(inputs: 1) { graph in
      graph.embedding(graph.input, kinds: 3, size: 1, name: "table")
    }
    let table: [Float] = [10, 11, 12]
    for (number, expected) in [
      (0, 10), (1, 11), (2, 12), (7, 12), (-5, 10), (.infinity, 12), (.nan, 10), (1e30, 12),
    ] as [(Float, Float)] {
      #expect(outputs(network, table, [number]) == [expected])
    }
  }

  @Test func layerNormalizationStandardizes() {
    let network = Network(inputs: 9) { graph in
      graph.layerNormalization(graph.input, name: "norm")
    }
    var random = Random(seed: 3)
    let parameters = network.initialParameters(random: &random)
    let y = outputs(network, parameters, (0..<9).map { 100 + 3 * Float($0) })
    #expect(abs(y.reduce(0, +)) < 1e-4)
    #expect(abs(y.reduce(0) { $0 + $1 * $1 } / 9 - 1) < 1e-4)
  }

  @Test func causalAttentionDoesNotSeeTheFuture() {
    let network = Network(inputs: 4, steps: 3) { graph in
      graph.attention(graph.input, heads: 2, isCausal: true, name: "a")
    }
    var random = Random(seed: 5)
    let parameters = network.initialParameters(random: &random)
    let x = (0..<12).map { _ in Float(random.normal()) }
    var changed = x
    for i in 8..<12 { changed[i] += 1 }
    let (a, b) = (outputs(network, parameters, x), outputs(network, parameters, changed))
    #expect(a[..<8] == b[..<8])
    #expect(a[8...] != b[8...])
  }
}
