import Blueprints
import Testing

/// The exchange with a language model, with the model's part read from here.
@Suite struct PlanCorrespondenceTests {
  private let hut = """
    plan hut
    #1 = shape box 3 2 3 at 0 0 0
    #2 = paint #1 stone part walls
    #3 = build #2 order support
    """

  @Test func aPlanIsTakenBareOrBetweenFences() {
    for answer in [hut, "Here you are:\n```plan\n\(hut)\n```\nEnjoy!", "```\r\n\(hut)\r\n```"] {
      var letters = PlanCorrespondence(["a stone block"], on: .flat)
      let commission = letters.take(answer)
      #expect(commission?.construction.blueprint.blockCount == 18)
      #expect(letters.faults.isEmpty)
    }
  }

  @Test func aWrongAnswerGoesBackWithItsLine() throws {
    var letters = PlanCorrespondence(["a stone block"], on: .flat)
    #expect(letters.take("plan hut\n#1 = shape bxo 3 2 3 at 0 0 0") == nil)
    let last = try #require(letters.messages.last)
    #expect(last.role == .user)
    #expect(last.text.contains("line 2: `bxo`"))
    #expect(letters.messages.dropLast().last?.role == .assistant)
    #expect(letters.take(hut) != nil)
  }

  @Test func itGivesUpAfterAFewAnswersAndQuotesLittleOfThem() {
    var letters = PlanCorrespondence(["a house"], on: .flat)
    var answers = 0
    while letters.isOpen, answers < 100 {
      #expect(letters.take(String(repeating: "x", count: 1 << 18)) == nil)
      answers += 1
    }
    #expect(answers == PlanCorrespondence.mostAnswers)
    #expect(letters.messages.allSatisfy { $0.text.count < 1 << 14 })
  }

  /// The instructions are made of the grammar; their example has to be a plan, too.
  @Test func theExampleInTheInstructionsIsAPlan() throws {
    let letters = PlanCorrespondence([], on: .flat)
    let text = try #require(letters.messages.first?.text)
    let example = try #require(text.split(separator: "plan hut\n").last)
    let plan = try Plan(parsing: "plan hut\n" + example)
    #expect(plan.parts == ["walls", "door.1"])
    #expect(text.contains("#N = shell #<step that gives a volume> thick <1..64> open"))
  }
}
