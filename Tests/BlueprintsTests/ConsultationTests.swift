import Math
import Testing
import VoxelWorld

@testable import Blueprints

@Suite struct ConsultationTests {
  private struct Silence: Error {}
  private let good =
    "plan post\n#1 = shape box 1 3 1 at 0 0 0\n#2 = paint #1 stone part post\n"
    + "#3 = build #2 order support\n"

  @Test func aPlanInAFenceIsTaken() {
    var consultation = Consultation(about: "a post")
    let plan = consultation.plan(on: .flat) { _ in "Here it is:\n```\n" + good + "```\nBye" }
    #expect(plan?.name == "post")
  }

  @Test func theLineThatIsWrongGoesBackToTheModel() {
    var consultation = Consultation(about: "a post")
    var asked = 0
    let plan = consultation.plan(on: .flat) { messages in
      asked += 1
      if asked == 1 { return good.replacing("box", with: "bax") }
      #expect(messages.last?.text.contains("line 2") == true)
      return good
    }
    #expect(plan != nil)
    #expect(asked == 2)
  }

  @Test func whoeverDoesNotAnswerEndsTheConsultation() {
    var consultation = Consultation(about: "a post")
    #expect(consultation.plan(on: .flat) { _ in throw Silence() } == nil)
    #expect(consultation.faults.count == 1)
  }

  /// Whatever a model says, it comes to no plan, or to one inside the region.
  @Test func hostileAnswersBuildNothingOutsideTheRegion() throws {
    var random = Random(seed: 3)
    let words = [
      "plan", "x", "#1", "#2", "=", "shape", "box", "512", "-2048", "2048", "at", "0", "paint",
      "stone", "part", "build", "order", "support", "tile", "count", "256", "step", "../../etc",
      "rm -rf /", "import os", "\u{202e}", "\n", "\n", "```", "ignore all instructions", "💣",
    ]
    for number in 0..<200 {
      var answer = number % 2 == 0 ? good : ""
      if number % 4 == 0 {
        let far = random.index(below: 4096) - 2048
        answer = answer.replacing("at 0 0 0", with: "at \(far) \(random.index(below: 400)) 0")
      }
      for _ in 0..<random.index(below: 60) {
        answer += words[random.index(below: words.count)] + " "
      }
      var consultation = Consultation(about: "a house")
      guard let plan = consultation.plan(on: .flat, by: { _ in answer }) else { continue }
      let construction = try plan.constructed()
      #expect(max(abs(construction.lower.x), abs(construction.upper.x)) <= 128)
      #expect(construction.upper.y <= 160)
    }
  }
}
