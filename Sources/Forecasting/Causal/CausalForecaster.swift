import Arena
import Math
import Networks

/// Our forecaster: constant velocity plus what a small network adds to it in a canonical frame,
/// changed by a style code of one number that a few reference scenes are enough to find.
///
/// Rotations and reflections are taken out by the frame instead of learned; the style is one
/// number instead of a vector, so that it interpolates between the styles it was trained on.
public struct CausalForecaster: Forecaster {
  public let design: CausalDesign
  /// The style code in use.
  public var code: Float = 0
  /// The codes of the training domains, in their order.
  public internal(set) var codes: [Float] = []
  /// The spurious feature of the next scenes to be forecast, `observed` numbers per trajectory;
  /// empty if the design takes none.
  public var spurious: [Float] = []
  var parameters: [Float]
  var standard: Standard
  let mechanism: CausalNetwork
  private var workspace: Workspace
  private var inputs: [Float] = []
  private var canonical: [CanonicalFrame] = []

  public var observedFrames: Int { design.observed }
  public var predictedFrames: Int { design.predicted }
  /// How many numbers training sets.
  public var parameterCount: Int { mechanism.network.parameterCount }

  /// Rows that go through the network at a time; they stay in the processor's cache.
  static let block = 256

  init(
    _ mechanism: CausalNetwork, parameters: [Float], standard: Standard, codes: [Float] = []
  ) {
    design = mechanism.design
    self.mechanism = mechanism
    self.parameters = parameters
    self.standard = standard
    self.codes = codes
    if !codes.isEmpty { code = codes.reduce(0, +) / Float(codes.count) }
    workspace = Workspace(for: mechanism.network, rows: Self.block)
  }

  public mutating func forecast(
    _ past: Span<Float>, agents: Span<Int>, into future: inout MutableSpan<Float>
  ) {
    forecast(past, agents: agents, path: 0, into: &future)
  }

  /// Foresees one path of several: 0 is the single best one, 1 to `alternatives` are the others.
  public mutating func forecast(
    _ past: Span<Float>, agents: Span<Int>, path: Int, into future: inout MutableSpan<Float>
  ) {
    precondition(path <= design.alternatives, "there is no path \(path)")
    let count = past.count / (2 * design.observed)
    read(past, agents, count)
    let width = mechanism.network.outputs
    let reader = SceneReader(design)
    var rest = [Float](repeating: 0, count: design.pathWidth)
    for first in stride(from: 0, to: count, by: Self.block) {
      let rows = min(Self.block, count - first)
      Forecasting.forward(
        mechanism.network, inputs, rows: first..<first + rows, parameters, &workspace)
      for row in 0..<rows {
        let start = row * width + path * design.pathWidth
        for i in rest.indices { rest[i] = standard.pathScale * workspace.outputs[start + i] }
        reader.write(
          rest.span, at: 0, past, first + row, frames: design.observed, canonical[first + row],
          into: &future, at: (first + row) * design.pathWidth)
      }
    }
  }

  /// Fills `inputs` and `canonical`.
  private mutating func read(_ past: Span<Float>, _ agents: Span<Int>, _ count: Int) {
    if canonical.count < count {
      canonical = [CanonicalFrame](
        repeating: CanonicalFrame(direction: SIMD2(1, 0), side: 1), count: count)
      inputs = [Float](repeating: 0, count: count * mechanism.stride)
    }
    precondition(
      design.spurious == .none || spurious.count == count * design.observed,
      "the spurious feature of these scenes is not set")
    readScenes(
      SceneReader(design), past, agents, design.spurious == .none ? nil : spurious, &inputs,
      mechanism.stride, &canonical)
    standardize(&inputs, rows: count, stride: mechanism.stride, standard, code: code)
  }

  mutating func readInputs(_ past: MotionSet) -> (inputs: [Float], canonical: [CanonicalFrame]) {
    let count = past.trajectories
    read(past.positions.span, past.agents.span, count)
    return (Array(inputs.prefix(count * mechanism.stride)), Array(canonical.prefix(count)))
  }

  /// The error on a set, whose spurious feature has the given strength if the design takes one.
  public mutating func error(
    on motion: MotionSet, strength: Float = 1
  ) -> DisplacementError {
    if design.spurious != .none {
      spurious = SpuriousFeature(strength: strength, observed: design.observed).values(of: motion)
    }
    return DisplacementError(of: &self, on: motion)
  }
}

private func readScenes(
  _ reader: SceneReader, _ past: Span<Float>, _ agents: Span<Int>, _ spurious: [Float]?,
  _ inputs: inout [Float], _ stride: Int, _ canonical: inout [CanonicalFrame]
) {
  var x = inputs.mutableSpan
  var start = 0
  for scene in 0..<agents.count {
    let range = start..<start + agents[scene]
    if let spurious {
      reader.read(
        past, frames: reader.design.observed, scene: range, spurious: spurious.span, into: &x,
        stride: stride, &canonical)
    } else {
      reader.read(
        past, frames: reader.design.observed, scene: range, spurious: nil, into: &x,
        stride: stride, &canonical)
    }
    start = range.upperBound
  }
}

/// Standardises features in place and puts the style code behind them, if there is room for it.
private func standardize(
  _ inputs: inout [Float], rows: Int, stride: Int, _ standard: Standard, code: Float
) {
  var x = inputs.mutableSpan
  let (means, scales) = (standard.means.span, standard.scales.span)
  for row in 0..<rows {
    for i in 0..<means.count {
      x[row * stride + i] = (x[row * stride + i] - means[i]) * scales[i]
    }
    if stride > means.count { x[row * stride + means.count] = code }
  }
}
