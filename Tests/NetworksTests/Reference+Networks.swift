import Networks

extension Reference {
  /// The networks of `generate.py` by their names there.
  static let networks: [String: Network] = [
    "mlp": mlp,
    "gated": Network(inputs: 3, steps: 8) { graph in
      var node = graph.gatedConvolution(graph.input, 4, dilation: 1, name: "first")
      node = graph.gatedConvolution(node, 3, dilation: 2, name: "second")
      return graph.convolution(node, 2, dilation: 4, activation: .tanh, name: "third")
    },
    "residual": Network(inputs: 6) { graph in
      let normal = graph.layerNormalization(graph.input, name: "norm")
      let inner = graph.linear(normal, 6, activation: .tanh, name: "inner")
      return graph.linear(graph.sum(graph.input, inner), 2, name: "output")
    },
    "recurrent": recurrent,
    "attentive": Network(inputs: 6, steps: 4) { graph in
      let attended = graph.attention(graph.input, heads: 2, isCausal: true, name: "attention")
      return graph.linear(graph.sum(graph.input, attended), 2, name: "output")
    },
    "adapted": Network(inputs: 5) { graph in
      let base = graph.linear(graph.input, 4, name: "base")
      let adapted = graph.lowRankAdapter(from: graph.input, to: base, rank: 2, name: "adapter")
      return graph.modulation(adapted, by: graph.input, name: "film")
    },
    "experts": Network(inputs: 4) { graph in
      graph.mixtureOfExperts(graph.input, 2, experts: 3, hidden: 5, top: 2, name: "moe")
    },
    "embedded": Network(inputs: 4) { graph in
      let kinds = graph.slice(graph.input, channels: 0..<2)
      let table = graph.embedding(kinds, kinds: 5, size: 3, name: "table")
      let rest = graph.slice(graph.input, channels: 2..<4)
      return graph.linear(graph.concatenation([table, rest]), 2, name: "output")
    },
  ]

  static let mlp = Network(inputs: 5) { graph in
    var node = graph.linear(graph.input, 7, activation: .tanh, name: "first")
    node = graph.linear(node, 6, activation: .relu, name: "second")
    node = graph.linear(node, 4, activation: .sigmoid, name: "third")
    return graph.linear(node, 3, name: "fourth")
  }

  /// Three numbers and a flag per step; the flag is 0 where an episode begins.
  private static let recurrent = Network(inputs: 4, steps: 5) { graph in
    let x = graph.slice(graph.input, channels: 0..<3)
    let keep = graph.slice(graph.input, channels: 3..<4)
    let start = graph.linear(graph.lastStep(x), 4, activation: .tanh, name: "start")
    let states = graph.gatedRecurrence(x, 4, start: start, keep: keep, name: "cell")
    return graph.linear(states, 2, name: "output")
  }

  /// The inputs of a case with the flags that the recurrent network takes beside them.
  static func inputs(_ name: String, _ inputs: [Float]) -> [Float] {
    guard name == "recurrent" else { return inputs }
    var result: [Float] = []
    for step in 0..<inputs.count / 3 {
      result += inputs[step * 3..<step * 3 + 3]
      result.append(step % 5 == 3 ? 0 : 1)
    }
    return result
  }
}
