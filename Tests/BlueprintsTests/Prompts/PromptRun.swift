import Blueprints
import BuildChecks
import VoxelWorld

/// A prompt taken through reading, planning and building to what a checker makes of the worlds.
struct PromptRun {
  let id: String
  let report: Checker.Report?
  /// Why there is no report, or what the agent could not do.
  let note: String

  var isPassed: Bool { report?.isPassed == true }
  var score: Double { report?.score ?? 0 }

  init(_ prompt: Demand) {
    id = prompt["id"].text ?? "?"
    let site = PromptRun.site(prompt["world"].text)
    var dialogue = Dialogue(site: site)
    var worlds: [Aftermath] = []
    for turn in prompt["prompt"].texts {
      let heard = dialogue.hear(turn)
      guard let plan = heard.plan, let commission = try? Commission(plan, on: site) else {
        report = nil
        note = heard.fault ?? "not to be built"
        return
      }
      worlds.append(PromptRun.built(commission))
    }
    report = Checker(worlds).report(prompt)
    note = ""
  }

  /// The ground that a prompt describes.
  private static func site(_ name: String?) -> Site {
    guard let name else { return .flat }
    if let site = Site.named(name) { return site }
    if name.hasPrefix("river") { return .river(width: 9) }
    return name.hasPrefix("slope") ? .slope(towards: .south, run: 2) : .flat
  }

  private static func built(_ commission: Commission) -> Aftermath {
    let (execution, site) = commission.executed()
    return Aftermath(
      before: commission.realisation.ground.world, after: site.world, offset: site.offset,
      deeds: execution.actions.map {
        Aftermath.Deed(
          cell: $0.cell + site.offset, stand: $0.stand + site.offset, isPlacing: $0.kind != .dig)
      }, leftBehind: execution.scaffoldLeft)
  }

  var summary: String {
    let failures = report?.failures.map { "\($0.operation): \($0.detail)" } ?? [note]
    return "\(id) \(score): " + failures.joined(separator: "; ")
  }
}
