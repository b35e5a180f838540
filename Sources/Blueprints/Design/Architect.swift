import VoxelWorld

/// Turns a text into a plan, in the likeliest reading that can be built.
public struct Architect: Sendable {
  public let site: Site
  public let seed: UInt64

  public init(site: Site = .flat, seed: UInt64 = 0) {
    self.site = site
    self.seed = seed
  }

  /// The plan of a reading; throws `PlanError` where it asks for nothing that can be built.
  public func plan(_ reading: Reading) throws(PlanError) -> Plan {
    var dialogue = Dialogue(site: site, seed: seed)
    let turn = dialogue.take(reading)
    guard let plan = turn.plan else {
      throw PlanError(line: 0, turn.fault ?? "there is nothing in it that I can build")
    }
    return plan
  }

  /// The plans of the readings of a text that can be built, likeliest first, each once.
  public func candidates(_ text: String, by reader: Reader = .standard) -> [(Reading, Plan)] {
    var found: [(Reading, Plan)] = []
    for reading in reader.readings(of: text) {
      guard let plan = try? plan(reading), !found.contains(where: { $0.1 == plan }) else {
        continue
      }
      found.append((reading, plan))
    }
    return found
  }
}
