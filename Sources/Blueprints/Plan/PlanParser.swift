/// Reads a plan letter by letter and says after each what it has so far: a whole plan, the
/// beginning of one, or something that no plan begins with.
///
/// It looks at every letter once, and at no more than its own line.
public struct PlanParser: Sendable {
  public enum Verdict: Sendable {
    case partial
    case complete([Step])
    case failure(PlanError)
  }

  public static let mostBytes = 4 << 20

  public private(set) var name = ""
  private var steps: [Step] = []
  private var kinds: [Step.Kind] = []
  private var isUsed: [Bool] = []
  private var line = PlanLine(number: 0)
  private var word: [UInt8] = []
  private var lineNumber = 1
  private var lineBytes = 0
  private var byteCount = 0
  private var isComment = false
  private var isBuilt = false
  private var error: PlanError?

  public init() {}

  /// What the letters so far are.
  public var verdict: Verdict {
    if let error { return .failure(error) }
    return isBuilt && word.isEmpty && line.wordCount == 0 ? .complete(steps) : .partial
  }

  public mutating func feed(_ text: some StringProtocol) {
    for byte in text.utf8 { feed(byte) }
  }

  public mutating func feed(_ byte: UInt8) {
    guard error == nil else { return }
    byteCount += 1
    lineBytes += 1
    if byteCount > Self.mostBytes || lineBytes > PlanGrammar.longestLine {
      return fail("the plan, or a line of it, is too long")
    }
    switch byte {
    case 10: endLine()
    case 32, 9, 13: endWord()
    default:
      guard (33...126).contains(byte) else { return fail("a letter that no plan contains") }
      if !isComment { word.append(byte) }
      if line.wordCount == 0, word == [47, 47] {
        isComment = true
        word = []
      }
    }
  }

  private mutating func fail(_ message: String) {
    error = PlanError(line: lineNumber, word: line.wordCount, message)
  }

  private mutating func endWord() {
    guard !word.isEmpty, error == nil else { return }
    let text = String(decoding: word, as: UTF8.self)
    word.removeAll(keepingCapacity: true)
    guard !isBuilt else { return fail("`\(text)` follows the build step, which is the last") }
    do throws(PlanFault) {
      try line.take(text, kinds: kinds)
    } catch {
      fail(error.message)
    }
  }

  private mutating func endLine() {
    endWord()
    defer {
      lineNumber += 1
      lineBytes = 0
      isComment = false
    }
    guard error == nil, line.wordCount > 0 else { return }
    do throws(PlanFault) {
      try line.end()
    } catch {
      return fail(error.message)
    }
    if line.number == 0 {
      name = line.name
    } else {
      add(line.step)
      guard error == nil else { return }
    }
    line = PlanLine(number: steps.count + 1)
  }

  private mutating func add(_ step: Step) {
    guard steps.count < Plan.mostSteps else { return fail("more than \(Plan.mostSteps) steps") }
    for input in line.references { isUsed[input - 1] = true }
    steps.append(step)
    kinds.append(step.kind)
    isUsed.append(false)
    guard step.kind == .building else { return }
    isBuilt = true
    if let dead = isUsed.dropLast().firstIndex(of: false) {
      fail("nothing uses step #\(dead + 1)")
    }
  }

  /// Ends the text.
  public mutating func finish() {
    if lineBytes > 0 { endLine() }
    if error == nil, !isBuilt { fail("the plan has no build step") }
  }

  /// Reads a whole text.
  static func reading(_ text: String) -> PlanParser {
    var parser = PlanParser()
    parser.feed(text)
    parser.finish()
    return parser
  }
}

extension Plan {
  /// Reads a plan; throws at the first word that is wrong.
  public init(parsing text: String) throws(PlanError) {
    let parser = PlanParser.reading(text)
    switch parser.verdict {
    case .complete(let steps): self.init(trusted: parser.name, steps)
    case .failure(let error): throw error
    case .partial: throw PlanError(line: 1, "the plan is not finished")
    }
  }
}
