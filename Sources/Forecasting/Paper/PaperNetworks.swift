import Networks

/// The modular network of arXiv 2111.14820 for two agents, 8 observed and 12 predicted frames, as
/// four groups of weights with the sizes of its code: 12,152 numbers (its 99 for a classifier that
/// only watches are left out).
struct PaperNetworks: Sendable {
  /// psi: the absolute places of both agents, 32 -> 32 -> 32 -> 16.
  let invariant = Network.mlp(inputs: 32, hidden: [32, 32], outputs: 16, activation: .relu)
  /// phi and the projection head h behind it: where agent 1 is from agent 0 in all 20 frames,
  /// 40 -> 16 -> 8, then 8 -> 8 -> 8. The first 8 outputs are the style, the last 8 the projection.
  let style: Network
  /// f and g: 16 numbers from psi and the 8 of the style give 48, the displacements of both agents.
  /// Residual blocks of f stand before and behind the first half of g. They start at no change, so
  /// that g alone is the network without style.
  let decoder: Network

  static let latent = 16
  static let styleWidth = 8
  static let outputs = 48

  init() {
    style = Network(inputs: 40) { graph in
      let hidden = graph.linear(graph.input, 16, activation: .relu, name: "style.0")
      let style = graph.linear(hidden, Self.styleWidth, name: "style.1")
      let head = graph.linear(style, 8, activation: .relu, name: "head.0")
      return graph.concatenation([style, graph.linear(head, 8, name: "head.1")])
    }
    decoder = Network(inputs: Self.latent + Self.styleWidth) { graph in
      let code = graph.slice(
        graph.input, channels: Self.latent..<Self.latent + Self.styleWidth)
      var node = graph.slice(graph.input, channels: 0..<Self.latent)
      node = graph.modulatorBlock(node, code, name: "modulator.0")
      node = graph.linear(node, 32, activation: .relu, gain: 1.4, name: "decoder.0")
      node = graph.linear(node, 32, activation: .relu, gain: 1.4, name: "decoder.1")
      node = graph.modulatorBlock(node, code, name: "modulator.1")
      node = graph.linear(node, 48, activation: .relu, gain: 1.4, name: "decoder.2")
      return graph.linear(node, Self.outputs, name: "decoder.3")
    }
  }

  static func isModulator(_ tensor: Tensor) -> Bool { tensor.name.hasPrefix("modulator") }
}

extension Graph {
  /// x + B relu(A [x, style])
  fileprivate mutating func modulatorBlock(_ x: Node, _ style: Node, name: String) -> Node {
    let hidden = linear(
      concatenation([x, style]), x.channels, activation: .relu, gain: 1.4, name: name + ".0")
    return sum(x, linear(hidden, x.channels, gain: 0, name: name + ".1"))
  }
}
