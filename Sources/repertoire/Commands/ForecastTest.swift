import ArgumentParser
import Catalog
import Forecasting

/// Tests a forecaster on what it was not trained on.
struct ForecastTest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Test a forecaster on what it was not trained on.",
    discussion: """
      A model that is named and has to be trained is trained first, once for every place that is \
      held out; a folder is tested on the place it was not trained on.
      """)

  @OptionGroup var options: ForecastOptions

  func run() throws {
    if let balls = try BallReport(options) { return try balls.test() }
    let library = try options.library()
    let start = ThreadClock.seconds
    var rows: [ForecastRow] = []
    if let folder = try options.folder() {
      let heldOut = folder.manifest.heldOut
      guard folder.forecaster.design.observed == library.plan.design.observed,
        folder.forecaster.design.predicted == library.plan.design.predicted
      else {
        throw WorkFailed(description: "the forecaster was made for other numbers of frames")
      }
      rows = try Self.rows(
        .causal(folder.forecaster), library, only: heldOut.isEmpty ? nil : heldOut)
    } else if let fixed = ForecastModel.fixed(options.model, library.plan) {
      rows = try Self.rows(fixed, library, only: nil)
    } else {
      rows = try trainedRows(library)
    }
    Output.result(
      ForecastRow.report(
        model: options.model, rows, seconds: ThreadClock.seconds - start,
        asJSON: options.shared.json))
  }

  private func trainedRows(_ library: MotionLibrary) throws -> [ForecastRow] {
    let places: [String?] =
      library.plan.source == .ethUcy ? library.plan.heldOut : [nil]
    return try places.flatMap { place in
      let model = try ForecastModel.trained(
        options.model, library, heldOut: place, seed: options.shared.seed,
        isSilent: options.shared.quiet)
      return try Self.rows(model, library, only: place)
    }
  }

  /// The errors on all test sets, or on one, at every strength of the spurious feature.
  static func rows(
    _ model: ForecastModel, _ library: MotionLibrary, only place: String?
  ) throws -> [ForecastRow] {
    var model = model
    let strengths = library.plan.testStrengths
    return try library.tests().filter { place == nil || $0.name == place }.flatMap { test in
      (strengths.isEmpty ? [1] : strengths).map { strength in
        ForecastRow(
          name: test.name, split: test.split, origin: test.origin,
          spurious: strengths.isEmpty ? nil : strength,
          error: model.error(
            on: test, references: library.plan.references, strength: strength),
          best: model.bestOfAlternatives(on: test))
      }
    }
  }
}
