import Networks

/// The mechanism: what is invariant, what the style changes, and the way back to paths, each a
/// group of tensors of its own. Inputs are the features of an agent and, if there is one, the style
/// code; outputs the departures of the paths from going straight on.
struct CausalNetwork: Sendable {
  let design: CausalDesign
  let network: Network

  /// The numbers per input row.
  var stride: Int { network.inputs }

  init(_ design: CausalDesign) {
    self.design = design
    let hasStyle = design.style != .none
    network = Network(inputs: design.features + (hasStyle ? 1 : 0)) { graph in
      let features =
        hasStyle ? graph.slice(graph.input, channels: 0..<design.features) : graph.input
      let invariant = graph.invariantEncoder(features, design)
      let styled =
        hasStyle
        ? graph.styleModulator(
          invariant, graph.slice(graph.input, channels: design.features..<design.features + 1),
          design)
        : invariant
      return graph.pathDecoder(styled, design)
    }
  }

  /// Whether a tensor belongs to what the style changes.
  static func isStyle(_ tensor: Tensor) -> Bool { tensor.name.hasPrefix("style.") }
}

extension Graph {
  /// What holds everywhere: tensors "invariant.0", "invariant.1".
  fileprivate mutating func invariantEncoder(_ features: Node, _ design: CausalDesign) -> Node {
    tower(features, [design.width, design.width], .relu, name: "invariant")
  }

  /// What the style makes of it: tensors "style.*".
  fileprivate mutating func styleModulator(
    _ invariant: Node, _ code: Node, _ design: CausalDesign
  ) -> Node {
    switch design.style {
    case .none: return invariant
    case .beside:
      let joined = concatenation([invariant, code])
      return linear(
        joined, design.width, activation: .relu, gain: Float(2.0.squareRoot()), name: "style.0")
    case .scaling: return modulation(invariant, by: code, name: "style.0")
    case .modular:
      let scaled = modulation(invariant, by: code, name: "style.0")
      let hidden = linear(
        concatenation([scaled, code]), design.width, activation: .relu,
        gain: Float(2.0.squareRoot()), name: "style.adapter.0")
      return sum(scaled, linear(hidden, design.width, gain: 0, name: "style.adapter.1"))
    }
  }

  /// The way back to paths: tensors "decoder.0", "decoder.output". Starts with going straight on,
  /// so that a new model is as good as constant velocity.
  fileprivate mutating func pathDecoder(_ styled: Node, _ design: CausalDesign) -> Node {
    let hidden = tower(styled, [design.width], .relu, name: "decoder")
    return linear(
      hidden, (1 + design.alternatives) * design.pathWidth, gain: 0, name: "decoder.output")
  }
}
