import ArgumentParser
import Catalog
import Forecasting

/// Trains a forecaster and writes it to a folder.
struct ForecastTrain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Train a forecaster and write it to a folder.",
    discussion: """
      Where the scenario holds places out, the first of them is not trained on. What is reported \
      are the errors on the tests, at which training has not looked.
      """)

  @OptionGroup var options: ForecastOptions

  @Option(help: ArgumentHelp("The folder to write.", valueName: "folder"))
  var out: String?

  func validate() throws {
    guard ["causal", "vanilla", "ballistic"].contains(options.model) else {
      throw ValidationError(
        "--model is \(options.model); expected causal, vanilla or, for balls, ballistic, which can be saved"
      )
    }
  }

  func run() throws {
    if let balls = try BallReport(options) { return try balls.train(to: out) }
    guard options.model != "ballistic" else {
      throw MissingError("forecaster of agents", options.model, among: ["causal", "vanilla"])
    }
    let library = try options.library()
    let heldOut = library.plan.source == .ethUcy ? library.plan.heldOut.first : nil
    let seed = options.shared.seed
    let start = ThreadClock.seconds
    let model = try ForecastModel.trained(
      options.model, library, heldOut: heldOut, seed: seed, isSilent: options.shared.quiet)
    let seconds = ThreadClock.seconds - start
    guard case .causal(let forecaster) = model else { return }
    let folder = out ?? "runs/" + options.scenario
    try ForecasterFolder.write(forecaster, manifest(forecaster, heldOut), to: folder)
    let rows = try ForecastTest.rows(model, library, only: heldOut)
    let text = ForecastRow.report(
      model: folder, rows, seconds: seconds, asJSON: options.shared.json,
      extras: [("parameters", .whole(forecaster.parameterCount))])
    Output.result(text)
  }

  private func manifest(
    _ forecaster: CausalForecaster, _ heldOut: String?
  ) -> ForecasterFolder.Manifest {
    var manifest = ForecasterFolder.Manifest()
    manifest.summary = "Foresees motion as `\(options.scenario)` has it"
    manifest.model = options.model
    manifest.scenario = options.scenario
    manifest.heldOut = heldOut ?? ""
    manifest.seed = options.shared.seed
    manifest.design = forecaster.design
    return manifest
  }
}
