import VoxelWorld

/// Asks a language model for a plan. It answers in the plan language, of which nothing is ever
/// carried out but shapes and blocks; what is no plan, or none that fits into the region granted,
/// goes back to it with the line that is wrong, a few times at the most.
public struct Consultation: Sendable {
  /// One message of a conversation with a model.
  public struct Message: Hashable, Sendable {
    public enum Role: String, Sendable { case system, user, assistant }

    public let role: Role
    public let text: String
  }

  /// How often a model is asked for one plan.
  public static let mostRounds = 3
  /// Blocks from the middle of the site that a model may build in, up, down and to the sides.
  public static let reach = (side: 128, up: 160, down: 32)

  public private(set) var messages: [Message]
  /// Why the answers were not taken.
  public private(set) var faults: [String] = []

  public init(about text: String) {
    messages = [
      Message(role: .system, text: Self.instructions), Message(role: .user, text: text),
    ]
  }

  /// The plan that a model proposes; nil if it proposes none that can be built.
  ///
  /// - Parameter ask: sends the messages and hands back the answer. What it throws ends the
  ///   consultation and is noted in `faults`.
  public mutating func plan(
    on site: Site, by ask: ([Message]) throws -> String
  ) -> Plan? {
    for _ in 0..<Self.mostRounds {
      let answer: String
      do {
        answer = try ask(messages)
      } catch {
        faults.append("\(error)")
        return nil
      }
      let text = Self.planText(in: answer)
      do {
        let plan = try Plan(parsing: text)
        let construction = try plan.constructed()
        try Self.checkRegion(of: construction, plan)
        _ = try Realisation(construction, on: site)
        return plan
      } catch {
        faults.append(error.description)
        messages.append(Message(role: .assistant, text: String(text.prefix(20_000))))
        messages.append(
          Message(role: .user, text: "\(error.description). Answer with the whole plan, mended."))
      }
    }
    return nil
  }

  private static func checkRegion(
    of construction: Construction, _ plan: Plan
  ) throws(PlanError) {
    let (lower, upper) = (construction.lower, construction.upper)
    let sides = [lower.x, lower.z, upper.x, upper.z]
    guard sides.allSatisfy({ abs($0) <= reach.side }), lower.y >= -reach.down,
      upper.y <= reach.up
    else {
      throw PlanError(
        line: plan.steps.count + 1,
        "the building leaves the site; expected it within \(reach.side) blocks of the middle")
    }
  }

  /// The plan within an answer: what stands in a fence, else all of it.
  static func planText(in answer: String) -> String {
    var isFenced = false
    var lines: [Substring] = []
    for line in answer.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        if isFenced { break }
        isFenced = true
        lines = []
      } else {
        lines.append(line)
      }
    }
    let text = lines.drop { $0.allSatisfy(\.isWhitespace) }
    return text.joined(separator: "\n")
  }

  /// What a model is told: the language by an example, and its table of operations.
  static var instructions: String {
    """
    You plan buildings of Minecraft blocks. Answer with one plan and nothing else. A plan has a \
    heading and one step a line; steps are numbered from #1 and refer to earlier ones; x is east, \
    y up, z south, y = 0 the first layer above the ground; the last step builds. Operations: \
    \(PlanGrammar.operations.joined(separator: ", ")). An example:
    plan hut
    #1 = shape box 5 4 5 at 0 0 0
    #2 = shell #1 thick 1 open bottom
    #3 = paint #2 oak_planks part walls
    #4 = shape box 1 1 1 at 2 0 4
    #5 = furnish #4 oak_door[facing=north] part door
    #6 = build #3 #5 order support
    """
  }
}
