import Arena
import Forecasting

/// What a scenario says under `forecasting`: which recorded or simulated motion is foreseen, by
/// which design, and where it is tested.
public struct ForecastingPlan: Configuration {
  /// Where motion comes from.
  public enum Source: String, Sendable, Hashable, Codable, CaseIterable {
    /// Two walkers who change places, simulated; tested on the published sets if they are there.
    case circleCrossing = "circle-crossing"
    /// Recordings of pedestrians in five places, from the folder of published data.
    case ethUcy = "eth-ucy"
    /// Balls that fly to a player of table tennis, simulated, in the scenario's own world and in
    /// another.
    case tableTennis = "table-tennis"
  }

  public var source = Source.circleCrossing
  public var design = CausalDesign()
  public var training = CausalTraining()
  public var paper = PaperTraining()
  public var ball = BallPlan()
  /// The radii, in metres, that are trained on and tested.
  public var trainingStyles = [0.1, 0.3, 0.5]
  public var testStyles = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6]
  /// Simulated scenes of each style to train on.
  public var trainingScenes = 9000
  /// Scenes of a style, whose futures are known, from which its code is found.
  public var references = 1
  /// The style that `adapt` adapts to.
  public var adaptationStyle = 0.6
  /// The places that are tested, each by a forecaster trained on the others.
  public var heldOut = ["eth", "hotel", "univ", "zara1", "zara2"]
  /// The strengths of the spurious feature in the places of training, in their order, and in
  /// tests; none if they are empty.
  public var trainingStrengths: [Float] = []
  public var testStrengths: [Float] = []

  public init() {}

  /// The plan of a scenario.
  public init(_ scenario: Scenario) throws {
    guard let tree = scenario.forecasting else {
      throw ContentError(
        scenario.file, line: 1, "the scenario has no group `forecasting`",
        expected: "expected a scenario such as forecasting/circle-crossing")
    }
    self = try StrictDecoder.decode(
      ForecastingPlan.self, from: tree, file: scenario.file, path: "forecasting")
    do {
      try validate()
    } catch let error as SetupError {
      throw ContentError(error, under: "forecasting.", in: scenario.root, file: scenario.file)
    }
  }

  private func validate() throws {
    try nested("design") { try design.validate() }
    try nested("training") { try training.validate() }
    try nested("paper") { try paper.validate() }
    try nested("ball") { try ball.validate() }
    for (key, styles) in [("training-styles", trainingStyles), ("test-styles", testStyles)] {
      guard !styles.isEmpty, styles.allSatisfy({ (0.01...3).contains($0) }) else {
        throw SetupError(key, "a radius is not in 0.01 ... 3 m or there is none")
      }
    }
    guard (64...1_000_000).contains(trainingScenes) else {
      throw SetupError("training-scenes", "\(trainingScenes) is not in 64 ... 1000000")
    }
    guard (1...384).contains(references) else {
      throw SetupError("references", "\(references) is not in 1 ... 384")
    }
    for place in heldOut where !MotionLibrary.places.contains(where: { $0.name == place }) {
      throw SetupError(
        "held-out", "there is no place `\(place)`; expected eth, hotel, univ, zara1 or zara2")
    }
    let usesFeature = !testStrengths.isEmpty
    guard usesFeature == !trainingStrengths.isEmpty,
      (trainingStrengths + testStrengths).allSatisfy({ $0 > 0 && $0 <= 1e6 })
    else {
      throw SetupError("test-strengths", "strengths are not positive, or given on one side only")
    }
    guard usesFeature || design.spurious == .none else {
      throw SetupError("design.spurious", "the feature has no strengths")
    }
    let frames = design.observed + design.predicted
    guard frames <= 20, source == .ethUcy ? frames == 20 : true else {
      throw SetupError("design.predicted", "\(frames) frames in all do not fit the data's 20")
    }
  }

  private func nested(_ key: String, _ check: () throws -> Void) throws {
    do {
      try check()
    } catch let error as SetupError {
      throw SetupError("\(key).\(error.path)", error.message)
    }
  }
}
