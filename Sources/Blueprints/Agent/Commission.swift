import Math
import VoxelWorld

/// A plan taken to a checked building: worked out, tried, looked over, and put right where that can
/// be done.
public struct Commission: Sendable {
  /// How often a plan is put right before it is left as it is.
  public static let mostRevisions = 3

  public let site: Site
  public private(set) var plan: Plan
  public private(set) var realisation: Realisation
  public private(set) var findings: [Finding]
  /// What was changed, and why.
  public private(set) var revisions: [String] = []

  /// Throws `PlanError` at a step that cannot be carried out.
  public init(_ plan: Plan, on site: Site) throws(PlanError) {
    self.site = site
    self.plan = plan
    realisation = try Realisation(try plan.constructed(), on: site)
    var inspection = Inspection(realisation, of: plan)
    findings = inspection.findings()
    while revisions.count < Self.mostRevisions, let (better, reason) = inspection.revision() {
      guard let construction = try? better.constructed(),
        let trial = try? Realisation(construction, on: site)
      else { break }
      inspection = Inspection(trial, of: better)
      let found = inspection.findings()
      // A change that spoils something else is no improvement.
      guard found.count(where: { !$0.isGood }) < findings.count(where: { !$0.isGood }) else {
        break
      }
      self.plan = better
      realisation = trial
      findings = found
      revisions.append(reason)
    }
  }

  /// What stands in the end.
  public var construction: Construction { realisation.settled }

  /// Lets an agent build it in creative mode, then looks at what it has built and lets it put
  /// right what differs.
  public func executed(grant: Grant? = nil) -> (execution: Execution, site: BuildingSite) {
    let wanted = realisation.construction
    var agent = CreativeAgent(wanted, at: realisation.ground, grant: grant ?? Grant(for: wanted))
    agent.run()
    agent.settle(to: realisation.settled)
    return (agent.execution, agent.site)
  }

  /// Lets an agent build it in survival, from chests at the northern edge of the site.
  ///
  /// Throws `PlanError` where there is no room for the chests.
  public func survived(grant: Grant? = nil, seed: UInt64 = 0) throws(PlanError) -> SurvivalAgent {
    let wanted = realisation.construction
    var agent = try SurvivalAgent(
      wanted, settled: realisation.settled, at: realisation.ground,
      grant: grant ?? Grant(for: wanted), seed: seed)
    agent.run()
    return agent
  }

  /// Everything that is asked for and what stands, as one number.
  public var digest: Digest {
    var digest = Digest()
    digest.combine(plan.name)
    digest.combine(construction.ground)
    construction.blueprint.forEachCell { cell, state in
      digest.combine(cell.x)
      digest.combine(cell.y)
      digest.combine(cell.z)
      digest.combine(Int(state.id))
    }
    return digest
  }
}
