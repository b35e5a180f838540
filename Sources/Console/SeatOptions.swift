import ArgumentParser
import Catalog

/// Who plays, where the scenario does not say or somebody else is wanted.
public struct SeatOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Who takes the first seat: a policy's name, its folder, or a file of parameters.",
      valueName: "policy"))
  public var home: String?

  @Option(help: ArgumentHelp("Who takes the second seat.", valueName: "policy"))
  public var away: String?

  public init() {}

  /// The cast of `scenario` with these in their seats.
  public func cast(_ scenario: Scenario, in catalog: Catalog) throws -> Cast {
    var overrides: [Int: String] = [:]
    if let home { overrides[0] = home }
    if let away {
      let seats = try catalog.world(of: scenario).seats
      guard seats.count > 1 else {
        throw ValidationError(
          "--away is `\(away)`, but `\(scenario.name)` has one seat; expected --home only")
      }
      overrides[1] = away
    }
    return try catalog.cast(scenario, overrides: overrides)
  }
}
