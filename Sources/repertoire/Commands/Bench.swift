import ArgumentParser
import Catalog

/// Measures how fast things are.
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure speed against a reference kernel.",
    discussion: """
      Each value is that of the fastest of many repeats on the thread's own clock. The reference \
      is a fixed ball flight, in million steps per second, measured in the same run; the ratio of \
      the two says more about the program than about the machine. What runs on two threads is \
      measured by the wall's clock.

      --history prints the ratios of an earlier run, as --json gave them, beside the new ones.

      `physics-data` is different: with --data it compares the physics with measured flights and \
      rebounds, and prints the median and the 90th percentile of the errors.
      """)

  @Argument(help: "What to measure (default: everything).")
  var names: [String] = []

  @Flag(help: "Only print what can be measured.")
  var list = false

  @Option(help: ArgumentHelp("How long to measure each, about.", valueName: "seconds"))
  var duration = 2.0

  @Option(help: ArgumentHelp("Figures of an earlier run to print.", valueName: "file"))
  var history: String?

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    guard duration > 0, duration <= 3600 else {
      throw ValidationError("--duration is \(duration); expected up to 3600 seconds")
    }
    guard names == ["physics-data"] || !names.contains("physics-data") else {
      throw ValidationError("physics-data goes with no other name")
    }
  }

  func run() throws {
    let catalog = try shared.catalog()
    if names == ["physics-data"] {
      guard let data = catalog.data else {
        throw ValidationError("physics-data compares with measurements; expected --data FOLDER")
      }
      return report(try PhysicsData.comparisons(in: data.folder))
    }
    let earlier = try history.map { try BenchHistory(file: $0) }
    let all = try Benchmarks.all(in: catalog)
    for name in names where !all.contains(where: { $0.name == name }) {
      throw MissingError("benchmark", name, among: all.map(\.name))
    }
    let chosen = names.isEmpty ? all : all.filter { names.contains($0.name) }
    if list { return report(chosen.map { ($0, nil) }) }
    let progress = Progress("measuring", total: Double(chosen.count), isSilent: shared.quiet)
    var figures: [(Benchmark, Benchmark.Figure?)] = []
    for (index, benchmark) in chosen.enumerated() {
      progress.report(Double(index), metric: benchmark.name)
      figures.append((benchmark, try benchmark.measured(seconds: duration)))
    }
    progress.finish()
    report(figures, beside: earlier)
  }

  private func report(_ comparisons: [PhysicsData.Comparison]) {
    guard !shared.json else {
      return Output.result(
        .list(
          comparisons.map {
            .object([
              ("name", .text($0.name)), ("unit", .text($0.unit)), ("file", .text($0.file)),
              ("count", .whole($0.errors.count)), ("median", .number($0.errors.median)),
              ("p90", .number($0.errors.p90)),
            ])
          }))
    }
    let rows = comparisons.map {
      [
        $0.name, "\($0.errors.count)", Output.rounded($0.errors.median),
        Output.rounded($0.errors.p90), $0.unit,
      ]
    }
    Output.result(Output.table([["comparison", "count", "median", "p90", "unit"]] + rows))
  }

  private func report(
    _ figures: [(Benchmark, Benchmark.Figure?)], beside history: BenchHistory? = nil
  ) {
    if shared.json {
      Output.result(
        .list(
          figures.map { benchmark, figure in
            let measured = figure.map { figure -> [(String, JSON)] in
              [
                ("value", .number(figure.value)), ("reference", .number(figure.reference)),
                ("ratio", .number(figure.ratio)), ("threads", .whole(benchmark.threads)),
                ("median", .number(figure.median)),
              ]
            }
            return .object(
              [("name", .text(benchmark.name)), ("unit", .text(benchmark.unit))]
                + (measured ?? []))
          }))
      return
    }
    let rows = figures.map { benchmark, figure in
      [benchmark.name]
        + (figure.map {
          [Output.rounded($0.value), Output.rounded($0.median), Output.rounded($0.ratio)]
        } ?? [])
        + (history.map { [$0.ratio(of: benchmark.name).map(Output.rounded) ?? "-"] } ?? [])
        + [benchmark.unit]
    }
    let heading =
      list
      ? ["name", "unit"]
      : ["name", "value", "median", "ratio"] + (history == nil ? [] : ["before"]) + ["unit"]
    Output.result(Output.table([heading] + rows))
  }
}
