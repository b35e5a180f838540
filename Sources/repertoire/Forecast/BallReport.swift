import Arena
import Catalog
import Forecasting

/// What the forecasting commands do where the motion is that of a ball: identify, test, adapt.
struct BallReport {
  let library: BallLibrary
  let model: String
  let options: ForecastOptions

  /// nil where the scenario speaks of other motion.
  init?(_ options: ForecastOptions) throws {
    let catalog = try options.shared.catalog()
    let scenario = try catalog.scenario(options.scenario)
    let plan = try ForecastingPlan(scenario)
    guard plan.source == .tableTennis else { return nil }
    library = try BallLibrary(plan.ball, of: scenario, in: catalog, seed: options.shared.seed)
    model = options.model
    self.options = options
  }

  static let names = ["causal", "ballistic"]

  /// Identifies the law of the training world.
  private func trained(_ name: String) throws -> FlightForecaster {
    let balls = try library.balls(library.plan.trainingFlights, .training, unseen: false)
    var forecaster = name == "ballistic" ? FlightForecaster.ballistic : FlightForecaster()
    forecaster.identify(from: balls.flights, rounds: 6, trust: 5)
    return forecaster
  }

  /// The named model, identified now, or the folder's.
  private func forecaster() throws -> FlightForecaster {
    if Self.names.contains(model) { return try trained(model) }
    guard Project.isFile(model + "/manifest.yaml") else {
      throw MissingError("forecaster of balls", model, among: Self.names)
    }
    return try FlightFolder(model).forecaster
  }

  func train(to folder: String?) throws {
    let start = ThreadClock.seconds
    guard Self.names.contains(model) else {
      throw MissingError("forecaster of balls to train", model, among: Self.names)
    }
    let forecaster = try trained(model)
    let seconds = ThreadClock.seconds - start
    let folder = folder ?? "runs/" + options.scenario
    try FlightFolder.write(
      forecaster, model: model, scenario: options.scenario, seed: options.shared.seed, to: folder)
    report(try rows(model, forecaster, adapted: nil), as: folder, seconds)
  }

  func test() throws {
    let start = ThreadClock.seconds
    let rows = try rows(model, try forecaster(), adapted: nil)
    report(rows, as: model, ThreadClock.seconds - start)
  }

  /// The model and the ballistic baseline before and after the same balls of the unseen world.
  func adapt() throws {
    let start = ThreadClock.seconds
    let references = try library.balls(
      library.plan.adaptationBalls, .references, unseen: true
    ).flights
    var all: [Row] = []
    let baseline = model == "ballistic" ? [] : [("ballistic", try trained("ballistic"))]
    for (name, forecaster) in [(model, try forecaster())] + baseline {
      try Interruption.check()
      var adapted = forecaster
      adapted.identify(from: references)
      all += try rows(name, forecaster, adapted: adapted)
    }
    report(all, as: model, ThreadClock.seconds - start)
  }

  /// The errors of one forecaster in one world.
  struct Row {
    let model: String
    let world: String
    let split: String
    let error: ArrivalError
  }

  private func rows(
    _ name: String, _ forecaster: FlightForecaster, adapted: FlightForecaster?
  ) throws -> [Row] {
    var rows: [Row] = []
    for isUnseen in [false, true] {
      let balls = try library.balls(library.plan.testFlights, .test, unseen: isUnseen)
      let (world, split) = isUnseen ? ("unseen", "test") : ("training", "seen")
      rows.append(
        Row(
          model: name, world: world, split: split,
          error: ArrivalError(of: forecaster, on: balls.flights)))
      if isUnseen, let adapted {
        rows.append(
          Row(
            model: name, world: world, split: "adapted",
            error: ArrivalError(of: adapted, on: balls.flights)))
      }
      guard name != "ballistic" || model == "ballistic" else { continue }
      rows.append(
        Row(
          model: "built-in", world: world, split: split,
          error: ArrivalError(of: balls.builtIn, to: balls.flights.map(\.arrival))))
    }
    return rows
  }

  private func report(_ rows: [Row], as name: String, _ seconds: Double) {
    let own = rows.filter { $0.model == model }
    let mean = own.reduce(0) { $0 + $1.error.placeMean } / Double(max(own.count, 1))
    guard options.shared.json else {
      let heading = [
        "model", "world", "split", "place median m", "p90", "time median ms", "p90",
        "topspin median", "n", "missed",
      ]
      return Output.result(Output.table([heading] + rows.map(\.cells)))
    }
    let object = JSON.object([
      ("model", .text(name)), ("domains", .list(rows.map(\.json))),
      ("mean", .object([("ade", .number(mean)), ("fde", .number(mean))])),
      ("timing", .object([("cpu_seconds", .number(seconds))])),
    ])
    Output.result(object.text)
  }
}

extension BallReport.Row {
  /// One point is foreseen, so the mean distance over all frames and in the last are the same.
  var json: JSON {
    .object([
      ("name", .text(world)), ("model", .text(model)), ("split", .text(split)),
      ("origin", .text("simulated")), ("spurious", .null), ("ade", .number(error.placeMean)),
      ("fde", .number(error.placeMean)), ("n", .whole(error.count)),
      ("missed", .whole(error.missed)), ("position_median", .number(error.placeMedian)),
      ("position_p90", .number(error.placeNinth)), ("time_median", .number(error.timeMedian)),
      ("time_p90", .number(error.timeNinth)), ("topspin_median", .number(error.topspinMedian)),
    ])
  }

  var cells: [String] {
    func rounded(_ number: Double, _ scale: Double) -> String {
      "\((number * scale).rounded() / scale)"
    }
    return [
      model, world, split, rounded(error.placeMedian, 1e4), rounded(error.placeNinth, 1e4),
      rounded(1e3 * error.timeMedian, 100), rounded(1e3 * error.timeNinth, 100),
      rounded(error.topspinMedian, 10), "\(error.count)", "\(error.missed)",
    ]
  }
}
