import Arena
import Networks

/// The shape of a policy's network, as settings and manifests name it.
public struct NetworkArchitecture: Configuration, Hashable {
  /// The kinds of networks a policy can have.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// Fully connected layers over the last observations side by side.
    case perceptron
    /// The table-tennis robot's gated dilated convolution over eight observations
    /// (arXiv 2408.03906, table VIII), run one step at a time.
    case gatedConvolution
  }

  public var kind = Kind.perceptron
  /// The widths of the hidden layers; for a gated convolution its two numbers of filters.
  public var hidden = [64, 64]
  public var activation = Activation.tanh
  /// How many observations the network sees, the newest and those before it; 8 for a gated
  /// convolution.
  public var history = 1

  public init() {}

  public init(
    kind: Kind = .perceptron, hidden: [Int] = [64, 64], activation: Activation = .tanh,
    history: Int = 1
  ) {
    self.kind = kind
    self.hidden = hidden
    self.activation = activation
    self.history = history
  }

  /// The paper's network: 10,676 parameters for 16 numbers seen and 8 joints.
  public static let tableTennis = NetworkArchitecture(
    kind: .gatedConvolution, hidden: [76, 96], history: 8)

  /// Throws when no network has these settings; `key` is where they stand.
  public func validate(at key: String) throws(PolicyError) {
    guard history >= 1, history <= 256 else {
      throw .unusable(key: "\(key).history", reason: "\(history) is not in 1 ... 256")
    }
    guard hidden.count <= 16, hidden.allSatisfy({ $0 >= 1 && $0 <= 8192 }) else {
      throw .unusable(
        key: "\(key).hidden", reason: "expected at most 16 widths, each in 1 ... 8192")
    }
    if kind == .gatedConvolution {
      guard history == 8 else {
        throw .unusable(key: "\(key).history", reason: "a gated convolution sees 8 observations")
      }
      guard hidden.count == 2, hidden.allSatisfy({ $0.isMultiple(of: 2) }) else {
        throw .unusable(
          key: "\(key).hidden", reason: "a gated convolution has two even numbers of filters")
      }
    }
  }

  /// Whether policies feed the network one observation at a time.
  public var isStreaming: Bool { kind == .gatedConvolution }

  /// A network from observations to the outputs of an action head. Its tensors are the first of
  /// the actor-critic network of the same architecture.
  public func policy(inputs: Int, outputs: Int, outputGain: Float = 0.01) -> Network {
    network(inputs: inputs) { graph in
      policyOutput(&graph, outputs, outputGain).action
    }
  }

  /// The same network with a value estimate beside it. Outputs: those of the policy, then the value.
  ///
  /// - Parameters:
  ///   - numbers: how many measured numbers an action has. If there are any, the free tensor
  ///     "policy.logDeviation" [numbers] holds the logarithms of their standard deviations.
  ///   - critic: the widths of the value's hidden layers, in a tower of its own; nil for a value
  ///     that reads the last hidden layer of the policy.
  public func actorCritic(
    inputs: Int, outputs: Int, numbers: Int, logDeviation: Float, critic: [Int]?
  ) -> Network {
    network(inputs: inputs) { graph in
      let (action, features) = policyOutput(&graph, outputs, 0.01)
      if numbers > 0 {
        graph.parameter("policy.logDeviation", shape: [numbers], initially: logDeviation)
      }
      let seen = critic == nil ? features : graph.input
      let newest = seen.steps > 1 ? graph.lastStep(seen) : seen
      let tower = graph.tower(newest, critic ?? [], activation, name: "value")
      return graph.concatenation([action, graph.linear(tower, 1, name: "value.output")])
    }
  }

  private func network(inputs: Int, record: (inout Graph) -> Node) -> Network {
    isStreaming
      ? Network(inputs: inputs, steps: history, record: record)
      : Network(inputs: inputs * history, record: record)
  }

  /// The outputs, and the last hidden layer, from which they come.
  private func policyOutput(
    _ graph: inout Graph, _ outputs: Int, _ gain: Float
  ) -> (action: Node, features: Node) {
    switch kind {
    case .perceptron:
      let tower = graph.tower(graph.input, hidden, activation, name: "policy")
      return (graph.linear(tower, outputs, gain: gain, name: "policy.output"), tower)
    case .gatedConvolution:
      let first = graph.gatedConvolution(
        graph.input, hidden[0] / 2, dilation: 1, name: "policy.0")
      let second = graph.gatedConvolution(first, hidden[1] / 2, dilation: 2, name: "policy.1")
      let output = graph.convolution(
        second, outputs, dilation: 4, gain: gain, name: "policy.output")
      return (output, second)
    }
  }
}
