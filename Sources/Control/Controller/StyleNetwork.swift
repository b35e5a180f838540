import Arena
import Networks

/// Tells from the situation how likely the best skill of each style is to succeed: a network in the
/// place of the paper's style policy.
public struct StyleNetwork: Sendable {
  public let styles: [String]
  /// The numbers of a key.
  public let keyWidth: Int
  let network: Network
  let parameters: [Float]
  let moments: RunningMoments
  private var workspace: Workspace

  /// The hidden layers: some 4,500 numbers for two styles, as in the paper.
  public static let hidden = [64, 56]

  public static func design(keyWidth: Int, styles: Int) -> Network {
    Network.mlp(inputs: keyWidth, hidden: hidden, outputs: styles)
  }

  public init(styles: [String], keyWidth: Int, parameters: [Float], moments: RunningMoments) {
    self.styles = styles
    self.keyWidth = keyWidth
    network = Self.design(keyWidth: keyWidth, styles: styles.count)
    precondition(parameters.count == network.parameterCount, "the network has other parameters")
    self.parameters = parameters
    self.moments = moments
    workspace = Workspace(for: network, rows: 1)
  }

  func check(key width: Int, styles: [String]) throws(PolicyError) {
    guard width == keyWidth, styles == self.styles else {
      throw .unusable(
        key: "style",
        reason: "the style network is for \(self.styles.joined(separator: ", ")) and keys of "
          + "\(keyWidth) numbers")
    }
  }

  /// Writes one score per style whose score is not below 0, which stands for a style that nobody
  /// has.
  func scores(_ key: Span<Float>, into scores: inout [Double]) {
    var row = [Float](repeating: 0, count: keyWidth)
    for index in 0..<keyWidth { row[index] = key[index] }
    var span = row.mutableSpan
    moments.standardize(&span)
    var workspace = workspace
    network.forward(row.span, parameters: parameters.span, in: &workspace)
    for style in scores.indices where scores[style] >= 0 {
      scores[style] = max(0, Double(workspace.outputs[style]))
    }
  }
}
