import ArgumentParser
import Catalog

/// Trains, tests and adapts forecasters of motion.
struct Forecast: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Train, test and adapt forecasters of motion.",
    discussion: """
      A scenario says under `forecasting` which motion is foreseen. Built-in models: \
      constant-velocity, linear, kalman; vanilla, causal and paper are trained first. Errors are \
      mean distances in metres over all trajectories and predicted frames (ade) and in the last \
      frame (fde), one prediction per trajectory unless said otherwise.
      """,
    subcommands: [ForecastTrain.self, ForecastTest.self, ForecastAdapt.self])
}

/// What every forecasting command is told.
struct ForecastOptions: ParsableArguments {
  @Argument(help: "A scenario with a group `forecasting`: its catalog name or a file.")
  var scenario: String

  @Option(help: ArgumentHelp("A model's name or its folder.", valueName: "name"))
  var model = "causal"

  @OptionGroup var shared: SharedOptions

  /// The motion the scenario speaks of.
  func library() throws -> MotionLibrary {
    let catalog = try shared.catalog()
    let plan = try ForecastingPlan(try catalog.scenario(scenario))
    return MotionLibrary(plan, data: catalog.data, seed: shared.seed)
  }

  /// The model's folder, if it is not a built-in name.
  func folder() throws -> ForecasterFolder? {
    guard !ForecastModel.names.contains(model) else { return nil }
    guard Project.isFile(model + "/manifest.yaml") else {
      throw MissingError("forecaster", model, among: ForecastModel.names)
    }
    return try ForecasterFolder(model)
  }
}
