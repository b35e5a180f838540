import Networks

/// The scenes under refinement: each with a code of its own, and the passes through the forecaster
/// and the style encoder that connect the codes with the contrastive loss.
struct RefinedScenes: Sendable {
  var codes: [Float]
  let rows: Int
  /// The scene of each trajectory.
  let sceneOfRow: [Int]
  private let forecaster: CausalForecaster
  private let encoder: StyleEncoder
  private var inputs: [Float]
  private let canonical: [CanonicalFrame]
  private var encoderInputs: [Float]
  private var workspace: Workspace
  private var encoderWorkspace: Workspace

  init(_ forecaster: CausalForecaster, _ past: MotionSet, _ encoder: StyleEncoder) {
    precondition(forecaster.design.style != .none, "the forecaster has no style code")
    self.forecaster = forecaster
    self.encoder = encoder
    rows = past.trajectories
    codes = [Float](repeating: forecaster.code, count: past.agents.count)
    sceneOfRow = past.agents.enumerated().flatMap { scene, count in
      [Int](repeating: scene, count: count)
    }
    (inputs, canonical) = forecaster.inputs(of: past)
    encoderInputs = [Float](repeating: 0, count: rows * encoder.network.inputs)
    workspace = Workspace(for: forecaster.mechanism.network, rows: rows)
    encoderWorkspace = Workspace(for: encoder.network, rows: rows)
  }

  /// Forecasts all scenes at their codes.
  mutating func predict() {
    let stride = forecaster.mechanism.stride
    for row in 0..<rows { inputs[row * stride + stride - 1] = codes[sceneOfRow[row]] }
    forward(
      forecaster.mechanism.network, inputs, rows: 0..<rows, forecaster.parameters, &workspace)
  }

  /// The encoder's vectors of past and forecast together.
  mutating func embed() -> [Float] {
    let (features, path) = (forecaster.design.features, forecaster.design.pathWidth)
    let (stride, outputs) = (forecaster.mechanism.stride, forecaster.mechanism.network.outputs)
    for row in 0..<rows {
      let start = row * encoder.network.inputs
      for i in 0..<features { encoderInputs[start + i] = inputs[row * stride + i] }
      for i in 0..<path {
        encoderInputs[start + features + i] = workspace.outputs[row * outputs + i]
      }
    }
    forward(encoder.network, encoderInputs, rows: 0..<rows, encoder.parameters, &encoderWorkspace)
    return encoderWorkspace.outputs
  }

  /// The derivatives by the scenes' codes, from those by the encoder's vectors.
  mutating func slopes(_ vectorGradients: [Float]) -> [Float] {
    var unused = [Float](repeating: 0, count: encoder.network.parameterCount)
    backward(
      encoder.network, vectorGradients, rows: rows, encoder.parameters, &unused,
      &encoderWorkspace, wantsInputGradients: true)
    let (features, path) = (forecaster.design.features, forecaster.design.pathWidth)
    let network = forecaster.mechanism.network
    var outputGradients = [Float](repeating: 0, count: rows * network.outputs)
    for row in 0..<rows {
      let start = row * encoder.network.inputs + features
      for i in 0..<path {
        outputGradients[row * network.outputs + i] = encoderWorkspace.inputGradients[start + i]
      }
    }
    unused = [Float](repeating: 0, count: network.parameterCount)
    backward(
      network, outputGradients, rows: rows, forecaster.parameters, &unused, &workspace,
      wantsInputGradients: true)
    var slopes = [Float](repeating: 0, count: codes.count)
    for row in 0..<rows {
      slopes[sceneOfRow[row]] += workspace.inputGradients[row * network.inputs + network.inputs - 1]
    }
    return slopes
  }

  /// The forecasts in the world.
  func paths(_ past: MotionSet) -> [Float] {
    forecaster.paths(of: workspace.outputs, past, canonical)
  }
}
