import Arena
import Networks

/// The forecaster of arXiv 2111.14820 on its synthetic data, for comparison: two agents, 8 observed
/// and 12 predicted frames of 0.4 s, absolute coordinates.
public struct PaperForecaster: Forecaster {
  public let observedFrames = 8
  public let predictedFrames = 12
  /// The style in use, 8 numbers; zeros before style was trained.
  public var style = [Float](repeating: 0, count: PaperNetworks.styleWidth)
  var invariantParameters: [Float]
  var styleParameters: [Float]
  var decoderParameters: [Float]
  let networks = PaperNetworks()

  init(_ invariant: [Float], _ style: [Float], _ decoder: [Float]) {
    invariantParameters = invariant
    styleParameters = style
    decoderParameters = decoder
  }

  /// How many numbers training sets.
  public var parameterCount: Int {
    invariantParameters.count + styleParameters.count + decoderParameters.count
  }

  /// Takes the style from reference scenes whose futures are known: the mean of their vectors.
  public mutating func setStyle(from references: MotionSet) {
    let count = references.agents.count
    var inputs = [Float](repeating: 0, count: count * 40)
    for scene in 0..<count { PaperScenes.relative(references, scene, into: &inputs, at: scene) }
    var workspace = Workspace(for: networks.style, rows: count)
    Forecasting.forward(networks.style, inputs, rows: 0..<count, styleParameters, &workspace)
    style = (0..<PaperNetworks.styleWidth).map { k in
      (0..<count).reduce(0) { $0 + workspace.outputs[$1 * networks.style.outputs + k] }
        / Float(count)
    }
  }

  public func forecast(
    _ past: Span<Float>, agents: Span<Int>, into future: inout MutableSpan<Float>
  ) {
    let scenes = agents.count
    precondition(past.count == scenes * 32, "the paper's network takes two agents and 8 frames")
    let block = 512
    var first = Workspace(for: networks.invariant, rows: block)
    var second = Workspace(for: networks.decoder, rows: block)
    var inputs = [Float](repeating: 0, count: block * 32)
    var latents = [Float](repeating: 0, count: block * networks.decoder.inputs)
    for start in stride(from: 0, to: scenes, by: block) {
      let rows = min(block, scenes - start)
      for i in 0..<rows * 32 { inputs[i] = past[start * 32 + i] }
      Forecasting.forward(networks.invariant, inputs, rows: 0..<rows, invariantParameters, &first)
      for row in 0..<rows {
        let at = row * networks.decoder.inputs
        for i in 0..<PaperNetworks.latent {
          latents[at + i] = first.outputs[row * PaperNetworks.latent + i]
        }
        for i in style.indices { latents[at + PaperNetworks.latent + i] = style[i] }
      }
      Forecasting.forward(networks.decoder, latents, rows: 0..<rows, decoderParameters, &second)
      for row in 0..<rows { write(second.outputs, row, past, start + row, &future) }
    }
  }

  /// Adds displacements up from the last observed places.
  private func write(
    _ outputs: [Float], _ row: Int, _ past: Span<Float>, _ scene: Int,
    _ future: inout MutableSpan<Float>
  ) {
    for agent in 0..<2 {
      let last = (scene * 2 + agent) * 16 + 14
      var place = SIMD2(past[last], past[last + 1])
      for t in 0..<12 {
        let i = row * PaperNetworks.outputs + (agent * 12 + t) * 2
        place += SIMD2(outputs[i], outputs[i + 1])
        future[((scene * 2 + agent) * 12 + t) * 2] = place.x
        future[((scene * 2 + agent) * 12 + t) * 2 + 1] = place.y
      }
    }
  }
}

/// What the paper's networks read of scenes of two agents and 20 frames.
enum PaperScenes {
  /// Where agent 1 is from agent 0 in every frame.
  static func relative(_ set: MotionSet, _ scene: Int, into rows: inout [Float], at row: Int) {
    let start = scene * 80
    for i in 0..<40 {
      rows[row * 40 + i] = set.positions[start + 40 + i] - set.positions[start + i]
    }
  }

  /// The observed places of both agents.
  static func past(_ set: MotionSet, _ scene: Int, into rows: inout [Float], at row: Int) {
    for agent in 0..<2 {
      for i in 0..<16 {
        rows[row * 32 + agent * 16 + i] = set.positions[scene * 80 + agent * 40 + i]
      }
    }
  }

  /// The displacements of both agents in the predicted frames.
  static func future(_ set: MotionSet, _ scene: Int, into rows: inout [Float], at row: Int) {
    for agent in 0..<2 {
      for i in 0..<24 {
        let place = scene * 80 + agent * 40 + 16 + i
        rows[row * 48 + agent * 24 + i] = set.positions[place] - set.positions[place - 2]
      }
    }
  }
}
