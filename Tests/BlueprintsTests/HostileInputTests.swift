import TestSupport
import Testing
import VoxelWorld

@testable import Blueprints

@Suite("Two hundred inputs that mean no good")
struct HostileInputTests {
  /// What a bomb may take; twenty times that where the compiler has not been at it.
  private static let patience: Duration = isOptimised ? .milliseconds(50) : .milliseconds(1000)

  @Test("There are two hundred of them")
  func count() {
    let all = HostileInput.bombs.count + HostileInput.tricks.count + HostileInput.answers.count
    #expect(all >= 200)
  }

  @Test("What asks for too much is answered at once, and planned within bounds")
  func bombs() {
    _ = Reader.standard
    _ = BlockTable.standard
    for text in HostileInput.bombs {
      var dialogue = Dialogue()
      var turn: Dialogue.Turn?
      let time = ContinuousClock().measure { turn = dialogue.hear(text) }
      #expect(time < Self.patience, "\(text) took \(time)")
      #expect(turn?.plan != nil || turn?.fault?.isEmpty == false)
    }
  }

  @Test("Nothing is written outside a region that was granted")
  func region() throws {
    for text in HostileInput.tricks + HostileInput.bombs {
      var dialogue = Dialogue()
      guard let plan = dialogue.hear(text).plan, let built = try? plan.constructed(),
        built.blueprint.blockCount < 3_000, built.blueprint.size.blockCount < 60_000,
        let commission = try? Commission(plan, on: .flat)
      else { continue }
      var grant = Grant(for: commission.realisation.construction)
      grant.lower = Cell(-3, 0, -3)
      grant.upper = Cell(3, 4, 3)
      let (execution, site) = commission.executed(grant: grant)
      #expect(execution.actions.allSatisfy { grant.covers($0.cell) }, "\(text.prefix(80))")
      let before = commission.realisation.ground.world
      let strays = (0..<before.size.blockCount).count { index in
        let x = index % before.size.x
        let z = index / before.size.x % before.size.z
        let cell = Cell(x, index / (before.size.x * before.size.z), z)
        return !grant.covers(cell - site.offset) && before[cell].block != site.world[cell].block
          && !site.world[cell].isAir && site.world[cell].kind != .water
      }
      #expect(strays == 0, "\(text.prefix(80))")
    }
  }

  @Test("A model's answer is a plan within bounds or one line that says what is wrong")
  func answers() {
    for text in HostileInput.answers {
      var message: String?
      let time = ContinuousClock().measure {
        do {
          let built = try Plan(parsing: text).constructed()
          #expect(built.blueprint.size.blockCount <= 1 << 23)
        } catch {
          message = (error as? PlanError)?.message
        }
      }
      #expect(time < Self.patience, "\(text.prefix(60)) took \(time)")
      #expect(message?.contains("\n") != true)
    }
  }
}
