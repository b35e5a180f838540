import Blueprints
import Console
import VoxelWorld

/// What `build` says about what it has done.
struct BuildReport {
  let request: BuildRequest
  let commission: Commission
  let execution: Execution?
  let files: [String]

  private var construction: Construction { commission.construction }

  /// Blocks by id, in the order of ids; doors and beds count both halves.
  private var blocks: [(String, JSON)] {
    var counts: [String: Int] = [:]
    construction.blueprint.forEachCell { _, state in
      if !state.isAir { counts[state.block.name, default: 0] += 1 }
    }
    return counts.sorted { $0.key < $1.key }.map { ($0.key, .whole($0.value)) }
  }

  var json: JSON {
    let size = construction.blueprint.size
    return .object([
      ("status", .text(request.status)), ("question", .optional(request.question, JSON.text)),
      ("size", .list([size.x, size.y, size.z].map(JSON.whole))), ("blocks", .object(blocks)),
      ("author", .text(request.author)), ("plan", .text(commission.plan.description)),
      ("unused", .list(request.unused.map(JSON.text))),
      ("checks", .list(commission.findings.map(check))),
      ("recalled", .list(request.recalled.map(JSON.text))),
      ("revisions", .list(commission.revisions.map(JSON.text))),
      ("ground", .whole(construction.ground)),
      ("execution", .optional(execution, work)), ("files", .list(files.map(JSON.text))),
      ("digest", .text(commission.digest.description)),
    ])
  }

  private func check(_ finding: Finding) -> JSON {
    .object([
      ("name", .text(finding.name)), ("ok", .flag(finding.isGood)),
      ("detail", .text(finding.detail)),
      ("step", .optional(finding.step, JSON.whole)),
    ])
  }

  private func work(_ execution: Execution) -> JSON {
    .object([
      ("ticks", .whole(execution.ticks)), ("placed", .whole(execution.placed)),
      ("broken", .whole(execution.broken)),
      ("scaffold_left", .whole(execution.scaffoldLeft)),
      ("faults", .list(execution.faults.map { .text("\($0.kind.rawValue): \($0.detail)") })),
      (
        "agent_at",
        .list([execution.agentAt.x, execution.agentAt.y, execution.agentAt.z].map(JSON.whole))
      ), ("max_drop", .number(execution.maxDrop)),
    ])
  }

  /// The report for people.
  var lines: String {
    let size = construction.blueprint.size
    var lines = [
      "\(commission.plan.name): \(size.x) x \(size.y) x \(size.z), "
        + "\(construction.blueprint.blockCount) blocks, \(commission.plan.steps.count) steps"
    ]
    for finding in commission.findings {
      lines.append("  \(finding.isGood ? "yes" : "NO ") \(finding.name): \(finding.detail)")
    }
    lines += request.recalled.map { "  remembered: \($0)" }
    lines += commission.revisions.map { "  put right: \($0)" }
    if let question = request.question { lines.append("  question: \(question)") }
    if !request.unused.isEmpty {
      lines.append("  not understood: " + request.unused.joined(separator: ", "))
    }
    if let execution {
      lines.append(
        "  built in \(execution.ticks) ticks, \(execution.placed) blocks placed, "
          + "\(execution.faults.count) faults")
    }
    return (lines + files.map { "  wrote \($0)" }).joined(separator: "\n")
  }
}
