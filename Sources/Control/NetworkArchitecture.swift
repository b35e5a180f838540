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
    /// Fully connected layers and after them a gated recurrent unit, whose state is all that is
    /// left of earlier observations.
    case recurrent
  }

  public var kind = Kind.perceptron
  /// The widths of the hidden layers; for a gated convolution its two numbers of filters. The
  /// last of a recurrent network is the width of its state.
  public var hidden = [64, 64]
  public var activation = Activation.tanh
  /// How many observations the network sees, the newest and those before it; 8 for a gated
  /// convolution, and 1 for a recurrent network, which remembers.
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
    if kind == .recurrent {
      guard history == 1 else {
        throw .unusable(key: "\(key).history", reason: "a recurrent network sees 1 observation")
      }
      guard !hidden.isEmpty else {
        throw .unusable(key: "\(key).hidden", reason: "a recurrent network has a state")
      }
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
  public var isStreaming: Bool { kind != .perceptron }

  /// The numbers that a network remembers from one step to the next by itself.
  public var stateWidth: Int { kind == .recurrent ? hidden[hidden.count - 1] : 0 }

  /// A network from observations to the outputs of an action head. Its tensors are the first of
  /// the actor-critic network of the same architecture.
  public func policy(inputs: Int, outputs: Int, outputGain: Float = 0.01) -> Network {
    network(inputs: inputs) { graph in
      policyOutput(&graph, graph.input, outputs, outputGain).action
    }
  }

  /// The same network with a value estimate beside it. Outputs: those of the policy, then the value.
  ///
  /// The memory of a recurrent one is outside, where learners keep it: at every step the inputs
  /// are followed by 1 to go on or 0 to forget, and the `stateWidth` numbers of the state before
  /// the step, of which the first step's count; the outputs are followed by the state after it.
  ///
  /// - Parameters:
  ///   - numbers: how many measured numbers an action has. If there are any, the free tensor
  ///     "policy.logDeviation" [numbers] holds the logarithms of their standard deviations.
  ///   - critic: the widths of the value's hidden layers, in a tower of its own; nil for a value
  ///     that reads the last hidden layer of the policy, as that of a recurrent network does in
  ///     any case: without a memory nothing can be told that it is for.
  ///   - steps: of a recurrent network, the steps of a row.
  public func actorCritic(
    inputs: Int, outputs: Int, numbers: Int, logDeviation: Float, critic: [Int]?, steps: Int = 1
  ) -> Network {
    if kind == .recurrent {
      return recurrentActorCritic(inputs, outputs, numbers, logDeviation, critic ?? [], steps)
    }
    return network(inputs: inputs) { graph in
      let (action, features) = policyOutput(&graph, graph.input, outputs, 0.01)
      if numbers > 0 {
        graph.parameter("policy.logDeviation", shape: [numbers], initially: logDeviation)
      }
      let seen = critic == nil ? features : graph.input
      let newest = seen.steps > 1 ? graph.lastStep(seen) : seen
      let tower = graph.tower(newest, critic ?? [], activation, name: "value")
      return graph.concatenation([action, graph.linear(tower, 1, name: "value.output")])
    }
  }

  private func recurrentActorCritic(
    _ inputs: Int, _ outputs: Int, _ numbers: Int, _ logDeviation: Float, _ critic: [Int],
    _ steps: Int
  ) -> Network {
    Network(inputs: inputs + 1 + stateWidth, steps: steps) { graph in
      let seen = graph.slice(graph.input, channels: 0..<inputs)
      let keep = graph.slice(graph.input, channels: inputs..<inputs + 1)
      let start = graph.slice(graph.input, channels: inputs + 1..<inputs + 1 + stateWidth)
      let (action, state) = policyOutput(&graph, seen, outputs, 0.01, start: start, keep: keep)
      if numbers > 0 {
        graph.parameter("policy.logDeviation", shape: [numbers], initially: logDeviation)
      }
      let tower = graph.tower(state, critic, activation, name: "value")
      return graph.concatenation([action, graph.linear(tower, 1, name: "value.output"), state])
    }
  }

  private func network(inputs: Int, record: (inout Graph) -> Node) -> Network {
    isStreaming
      ? Network(inputs: inputs, steps: history, record: record)
      : Network(inputs: inputs * history, record: record)
  }

  /// The outputs, and the last hidden layer, from which they come.
  private func policyOutput(
    _ graph: inout Graph, _ input: Node, _ outputs: Int, _ gain: Float, start: Node? = nil,
    keep: Node? = nil
  ) -> (action: Node, features: Node) {
    switch kind {
    case .perceptron:
      let tower = graph.tower(input, hidden, activation, name: "policy")
      return (graph.linear(tower, outputs, gain: gain, name: "policy.output"), tower)
    case .gatedConvolution:
      let first = graph.gatedConvolution(
        input, hidden[0] / 2, dilation: 1, name: "policy.0")
      let second = graph.gatedConvolution(first, hidden[1] / 2, dilation: 2, name: "policy.1")
      let output = graph.convolution(
        second, outputs, dilation: 4, gain: gain, name: "policy.output")
      return (output, second)
    case .recurrent:
      let tower = graph.tower(input, hidden.dropLast(), activation, name: "policy")
      let state = graph.gatedRecurrence(
        tower, stateWidth, start: start, keep: keep, name: "policy.\(hidden.count - 1)")
      return (graph.linear(state, outputs, gain: gain, name: "policy.output"), state)
    }
  }
}
