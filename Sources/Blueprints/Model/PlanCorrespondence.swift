import VoxelWorld

/// The exchange of letters with a language model that is to write a plan. It carries nothing
/// itself: whoever does hands over `messages` and gives back the answer.
///
/// An answer is text and stays text: it is read as a plan, and what is no plan goes back with the
/// line at fault, a few times. The plan is then worked out and built like any other, within the same
/// bounds.
public struct PlanCorrespondence: Sendable {
  public struct Message: Hashable, Sendable {
    public enum Role: String, Sendable { case system, user, assistant }

    public let role: Role
    public let text: String
  }

  /// Answers that are read before the model is given up.
  public static let mostAnswers = 4
  /// Letters of a wrong answer that are sent back with the correction.
  static let mostQuoted = 8192

  public let site: Site
  /// Everything said so far, the model's own words included.
  public private(set) var messages: [Message]
  /// What was wrong with each answer that was read.
  public private(set) var faults: [String] = []

  /// - Parameter turns: what to build, and what to change about it, in people's words.
  public init(_ turns: [String], on site: Site) {
    self.site = site
    messages = [Message(role: .system, text: Self.instructions)]
    messages += turns.map { Message(role: .user, text: $0) }
  }

  /// Whether another answer would be read.
  public var isOpen: Bool { faults.count < Self.mostAnswers }

  /// Reads an answer.
  ///
  /// - Returns: what the plan in it gives; nil if there is none that can be carried out, and the
  ///   reason then stands in `faults` and in the last message.
  public mutating func take(_ answer: String) -> Commission? {
    do throws(PlanError) {
      return try Commission(try Plan(parsing: Self.planText(in: answer)), on: site)
    } catch {
      faults.append(error.description)
      messages.append(Message(role: .assistant, text: String(answer.prefix(Self.mostQuoted))))
      messages.append(
        Message(
          role: .user,
          text: "That is no plan that can be carried out: \(error). Answer with the whole plan."))
      return nil
    }
  }

  /// What stands between the first two fences of a text, or all of it.
  private static func planText(in answer: String) -> String {
    let lines = answer.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    func isFence(_ line: Substring) -> Bool {
      line.drop { $0 == " " }.hasPrefix("```")
    }
    guard let first = lines.firstIndex(where: isFence) else { return answer }
    let inside = lines[(first + 1)...].prefix { !isFence($0) }
    return inside.joined(separator: "\n") + "\n"
  }

  /// What the model is told about its task.
  static let instructions = """
    You turn a person's words into a plan of a building of Minecraft blocks. Answer with the plan \
    alone, in the language below, and with nothing else.

    The first line is `plan <name>`. Every other line is one step, numbered from #1 without gaps. \
    Steps refer to earlier steps by number. The last line, and no other, is a build step. Every \
    step but the last has to be used by a later one. Words are separated by blanks; numbers are \
    whole; `//` begins a comment; only ASCII.

    x goes to the east, y up, z to the south. y = 0 is the first layer above the ground; the site is \
    flat about x = z = 0. A size is given as x, y and z.

    \(PlanGrammar.usage)

    paint gives every cell of a volume the block; later paints cover earlier ones, and air empties. \
    furnish puts one whole thing at every cell: a door or a bed takes its second half along. Block \
    states are those of Minecraft: stone_bricks, oak_stairs[facing=east,half=bottom], \
    oak_door[facing=south]. Parts are names in small letters: walls, roof, floor, door.1, windows.

    An example, a hut with a door to the south:
    plan hut
    #1 = shape box 5 4 5 at -2 0 -2
    #2 = shell #1 thick 1 open bottom
    #3 = paint #2 oak_planks part walls
    #4 = shape box 1 1 1 at 0 0 2
    #5 = furnish #4 oak_door[facing=north] part door.1
    #6 = build #3 #5 order support
    """
}
