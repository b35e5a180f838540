extension Network {
  /// Fully connected layers named "hidden.0", "hidden.1", ... and "output".
  ///
  /// - Parameters:
  ///   - hidden: the width of each hidden layer; may be empty.
  ///   - activation: that of the hidden layers, which start orthogonal with gain 2^0.5.
  ///   - outputActivation: that of the outputs.
  ///   - outputGain: the gain of the last layer at the start; 0.01 suits a policy's mean action.
  public static func mlp(
    inputs: Int, hidden: [Int], outputs: Int, activation: Activation = .tanh,
    outputActivation: Activation = .identity, outputGain: Float = 1
  ) -> Network {
    Network(inputs: inputs) { graph in
      let last = graph.tower(graph.input, hidden, activation, name: "hidden")
      return graph.linear(
        last, outputs, activation: outputActivation, gain: outputGain, name: "output")
    }
  }

  /// The network of the table-tennis robot (arXiv 2408.03906, table VIII): three convolutions over
  /// the last eight observations with dilations 1, 2 and 4, the first two gated.
  ///
  /// The paper gives filters 76, 96 and 8, a gated dilated design and 10,676 parameters. Those
  /// agree for 16 inputs and 8 outputs if each convolution has two taps and the gates halve the
  /// first two: 33 x 76 + 77 x 96 + 97 x 8 = 10,676, and the eight steps leave exactly one.
  ///
  /// - Parameters:
  ///   - channels: the numbers per observation.
  ///   - outputs: the numbers per action, each in -1 ... 1.
  ///   - filters: the channels of the first two convolutions, before gating.
  public static func gatedConvolution(
    channels: Int = 16, outputs: Int = 8, filters: (Int, Int) = (76, 96), outputGain: Float = 1
  ) -> Network {
    Network(inputs: channels, steps: 8) { graph in
      var node = graph.input
      node = graph.gatedConvolution(node, filters.0 / 2, dilation: 1, name: "convolution.0")
      node = graph.gatedConvolution(node, filters.1 / 2, dilation: 2, name: "convolution.1")
      return graph.convolution(
        node, outputs, dilation: 4, activation: .tanh, gain: outputGain, name: "convolution.2")
    }
  }

  /// A policy and a value estimate over the same observation, in two towers of hidden layers or,
  /// for half the work, in one that both share.
  ///
  /// Outputs: `actions` numbers for the distribution (means or logits), then the value. Hidden
  /// layers are named "policy.0", ... and "value.0", ..., or "shared.0", ...; a continuous policy
  /// has the free tensor "policy.logDeviation" [actions] besides.
  ///
  /// - Parameters:
  ///   - logDeviation: where the logarithm of the actions' standard deviation starts; nil for
  ///     discrete actions.
  public static func actorCritic(
    inputs: Int, hidden: [Int] = [64, 64], actions: Int, activation: Activation = .tanh,
    logDeviation: Float? = 0, isShared: Bool = false
  ) -> Network {
    Network(inputs: inputs) { graph in
      let (x, name) = (graph.input, isShared ? "shared" : "policy")
      let policy = graph.tower(x, hidden, activation, name: name)
      let critic = isShared ? policy : graph.tower(x, hidden, activation, name: "value")
      let action = graph.linear(policy, actions, gain: 0.01, name: "policy.output")
      let value = graph.linear(critic, 1, name: "value.output")
      if let logDeviation {
        graph.parameter("policy.logDeviation", shape: [actions], initially: logDeviation)
      }
      return graph.concatenation([action, value])
    }
  }
}

extension Graph {
  /// Fully connected layers on top of each other, named "name.0", "name.1", ...
  public mutating func tower(
    _ input: Node, _ widths: [Int], _ activation: Activation, name: String
  ) -> Node {
    var node = input
    for (index, width) in widths.enumerated() {
      node = linear(
        node, width, activation: activation, gain: Float(2.0.squareRoot()),
        name: "\(name).\(index)")
    }
    return node
  }
}
