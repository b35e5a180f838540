import VoxelWorld

/// Turns what a text asks for into a plan.
public struct Architect: Sendable {
  public let site: Site

  public init(site: Site = .flat) { self.site = site }

  /// The plan of a reading; throws `PlanError` where it asks for nothing that can be built.
  public func plan(_ reading: Reading, seed: UInt64 = 0) throws(PlanError) -> Plan {
    var sculptor = Sculptor("shape")
    if sculptor.perform(reading.acts) { return try sculptor.plan.finished() }
    throw PlanError(line: 0, "there is nothing in it that I can build")
  }
}
