import ArgumentParser
import Catalog
import Forecasting

/// Adapts a forecaster to a new style from few scenes, and compares ways to do it.
struct ForecastAdapt: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "adapt", abstract: "Adapt a forecaster to a new style from few scenes.",
    discussion: """
      For every number of batches of 64 scenes the style code alone is found, then the style part \
      is trained, and for comparison all weights; a quarter of the scenes decides when to stop. \
      Then the forecaster that has not adapted is refined at test time by the contrast of styles, \
      and every style is foreseen with the references of every other.
      """)

  @OptionGroup var options: ForecastOptions

  @Option(help: ArgumentHelp("The most batches to adapt to.", valueName: "count"))
  var batches = 6

  func validate() throws {
    guard (1...6).contains(batches) else {
      throw ValidationError("--batches is \(batches); expected 1 to 6")
    }
  }

  func run() throws {
    if let balls = try BallReport(options) { return try balls.adapt() }
    let library = try options.library()
    let start = ThreadClock.seconds
    let forecaster = try styled(library)
    let radius = library.plan.adaptationStyle
    let style = try library.test(of: radius)
    guard let references = style.references else {
      throw WorkFailed(description: "the scenario has no styles to adapt to")
    }
    var rows = [row("zero-shot", forecaster, style)]
    let progress = Progress("adapting", total: Double(batches), isSilent: options.shared.quiet)
    for count in 1...batches {
      for part in CausalForecaster.Part.allCases {
        try Interruption.check()
        var adapted = forecaster
        adapted.adapt(
          to: references[scenes: 0..<64 * count], part: part, steps: 300 * count,
          seed: options.shared.seed)
        rows.append(row("\(part.rawValue)/\(count)", adapted, style))
      }
      progress.report(Double(count))
    }
    progress.finish()
    let refined = try refinement(forecaster, library, style, references)
    let swaps = try swapMatrix(forecaster, library)
    let text = ForecastRow.report(
      model: options.model, rows, seconds: ThreadClock.seconds - start,
      asJSON: options.shared.json,
      extras: [
        ("refinement", .list(refined.map(JSON.number))),
        ("swap", .list(swaps.map { .list($0.map(JSON.number)) })),
      ])
    let lines =
      ["refinement by rounds: " + Self.line(refined), "swap, references by row, tests by column:"]
      + swaps.map(Self.line)
    Output.result(options.shared.json ? text : text + "\n" + lines.joined(separator: "\n"))
  }

  /// The forecaster of the folder, or one that is trained now.
  private func styled(_ library: MotionLibrary) throws -> CausalForecaster {
    var forecaster = try options.folder()?.forecaster
    if forecaster == nil, options.model == "causal",
      case .causal(let trained) = try ForecastModel.trained(
        options.model, library, heldOut: nil, seed: options.shared.seed,
        isSilent: options.shared.quiet)
    {
      forecaster = trained
    }
    guard let forecaster, forecaster.design.style != .none else {
      throw WorkFailed(
        description: "only a causal forecaster with a style adapts; expected a scenario whose"
          + " `forecasting.design.style` is not none")
    }
    return forecaster
  }

  private func row(
    _ split: String, _ forecaster: CausalForecaster, _ style: MotionLibrary.Test
  ) -> ForecastRow {
    var forecaster = forecaster
    return ForecastRow(
      name: style.name, split: split, origin: style.origin, spurious: nil,
      error: forecaster.error(on: style.motion), best: nil)
  }

  /// The error on every test style (columns) with the code of every style's references (rows).
  private func swapMatrix(
    _ forecaster: CausalForecaster, _ library: MotionLibrary
  ) throws -> [[Double]] {
    let tests = try library.tests()
    return tests.compactMap(\.references).map { references in
      var styled = forecaster
      styled.fitCode(to: references[scenes: 0..<library.plan.references])
      return tests.map { styled.error(on: $0.motion).average }
    }
  }

  private static func line(_ numbers: [Double]) -> String {
    numbers.map { "\(($0 * 1e4).rounded() / 1e4)" }.joined(separator: " ")
  }

  /// The error before refinement and after each of its rounds, on up to 500 scenes.
  private func refinement(
    _ forecaster: CausalForecaster, _ library: MotionLibrary, _ style: MotionLibrary.Test,
    _ references: MotionSet
  ) throws -> [Double] {
    let encoder = StyleEncoder(
      for: forecaster, domains: try library.training(), seed: options.shared.seed)
    let refinement = StyleRefinement(
      encoder, references: ForecastingDomain(references[scenes: 0..<64]))
    let scenes = style.motion[scenes: 0..<min(500, style.motion.agents.count)]
    let observed = forecaster.design.observed
    let truth = scenes.keeping(frames: observed..<scenes.frames)
    var errors: [Double] = []
    refinement.refine(forecaster, scenes.keeping(frames: 0..<observed), rounds: 10) { _, paths, _ in
      errors.append(
        DisplacementError(
          of: paths.span, to: truth.positions.span, frames: forecaster.design.predicted
        ).average)
    }
    return errors
  }
}
