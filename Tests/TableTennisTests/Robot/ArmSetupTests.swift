import Arena
import Foundation
import Math
import Physics
import Testing

@testable import TableTennis

/// Arms from files at the table.
struct ArmSetupTests {
  private static func arm(_ name: String) throws -> ArmSetup {
    let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let file = project.appendingPathComponent("Assets/robots/\(name).urdf")
    var arm = ArmSetup()
    arm.urdf = try String(contentsOf: file, encoding: .utf8)
    return arm
  }

  private static func paperArm(_ fidelity: ArmSetup.Fidelity) throws -> ArmSetup {
    var arm = try arm("table-tennis")
    (arm.x, arm.y, arm.z, arm.yaw) = (0, -1.47, 0.04, 0)
    arm.fidelity = fidelity
    func numbers(_ pose: JointVector) -> [Double] { (0..<8).map { pose[$0] } }
    arm.home = numbers(RobotModel.paper.home)
    arm.forehand = numbers(RobotModel.paper.forehandReady)
    arm.backhand = numbers(RobotModel.paper.backhandReady)
    return arm
  }

  private static func setup(_ arm: ArmSetup) -> Return.Setup {
    var setup = Return.Setup()
    setup.home.arm = arm
    return setup
  }

  /// Plays episodes with the scripted robot and says in how many the ball landed.
  private static func landed(_ setup: Return.Setup, of episodes: Int) throws -> Int {
    var world = try Return(setup)
    let robot = ScriptedRobot(
      hall: world.hall, player: world.players[0], robot: try #require(world.robots[0]))
    var episode = Episode(world, policies: [robot])
    var landed = 0
    for seed in 0..<episodes {
      episode.reset(seed: UInt64(seed))
      while episode.status == .running { episode.step() }
      world = episode.world
      var outcome = [Float](repeating: 0, count: world.outcome.width)
      var span = outcome.mutableSpan
      world.score(into: &span)
      landed += Int(outcome[1])
    }
    return landed
  }

  @Test func thePapersRobotFromItsFileMovesAsTheBuiltInOneDoes() throws {
    var builtIn = try Return(Return.Setup())
    var fromFile = try Return(Self.setup(try Self.paperArm(.servo)))
    #expect(fromFile.robots[0]?.slideCount == 2)
    var random = Random(seed: 4)
    var rewards: [Float] = [0]
    for seed in 0..<20 {
      builtIn.reset(seed: UInt64(seed))
      fromFile.reset(seed: UInt64(seed))
      for _ in 0..<40 {
        let action = builtIn.seats[0].action.ranges.map {
          Float(random.uniform(Double($0.lowerBound), Double($0.upperBound)))
        }
        var span = rewards.mutableSpan
        let a = builtIn.step(action.span, rewards: &span)
        let b = fromFile.step(action.span, rewards: &span)
        #expect(a == b)
        let ours = builtIn.play.court.pose(of: .home)
        let theirs = fromFile.play.court.pose(of: .home)
        // The file writes right angles with finitely many digits.
        #expect((ours.centre - theirs.centre).length < 1e-9)
        if a != .running { break }
      }
    }
  }

  @Test(arguments: [("six-axis", 6, 0.6), ("seven-axis", 7, 0.6)])
  func anArmFromAFileReturnsBalls(_ name: String, joints: Int, share: Double) throws {
    var arm = try Self.arm(name)
    arm.z = 0.25
    let setup = Self.setup(arm)
    let world = try Return(setup)
    #expect(world.seats[0].action.columns(of: "joint-velocity")?.count == joints)
    let landed = try Self.landed(setup, of: 40)
    #expect(Double(landed) >= share * 40)
  }

  @Test func thePapersRobotReturnsBallsByItsEquationsOfMotionToo() throws {
    let servo = try Self.landed(Self.setup(try Self.paperArm(.servo)), of: 30)
    let dynamic = try Self.landed(Self.setup(try Self.paperArm(.dynamic)), of: 30)
    // The servos are stiff: both levels of fidelity move nearly the same.
    #expect(dynamic >= 20 && abs(servo - dynamic) <= 4)
  }

  @Test func bodiesThatCanMeetAreThoseThatSomePosesBringTogether() throws {
    for name in ["six-axis", "seven-axis"] {
      let model = try Self.arm(name).makeModel(at: "arm")
      var random = Random(seed: 5)
      let pairs = Set((model.contacts.arm + model.contacts.hand).map { [$0.a, $0.b].sorted() })
      #expect(!pairs.isEmpty)
      let home = model.bodies(model.frames(model.home))
      for _ in 0..<3000 {
        var joints = JointVector.zero
        for lane in 0..<model.jointCount {
          joints[lane] = random.uniform(model.servos.lowest[lane], model.servos.highest[lane])
        }
        let bodies = model.bodies(model.frames(joints))
        for a in model.capsules.indices {
          for b in 0..<a where !pairs.contains([b, a]) {
            let radii = model.capsules[a].radius + model.capsules[b].radius
            guard bodies[a].distance(to: bodies[b]) < radii else { continue }
            // Left out, and yet they touch: then neighbours, or touching at home.
            let isNear = abs(model.capsules[a].link - model.capsules[b].link) <= 1
            #expect(isNear || home[a].distance(to: home[b]) <= radii)
          }
        }
      }
    }
  }

  @Test func armsThatCannotPlayAreRefusedWithTheReason() throws {
    func error(_ change: (inout ArmSetup) -> Void) throws -> String {
      var arm = try Self.arm("seven-axis")
      change(&arm)
      let error = #expect(throws: SetupError.self) { try arm.makeModel(at: "home.arm") }
      return error.map { "\($0.path): \($0.message)" } ?? ""
    }
    #expect(try error { $0.y = -3.8 }.contains("cannot hold its racket"))
    #expect(try error { $0.y = .nan }.hasPrefix("home.arm.y"))
    #expect(try error { $0.home = [1, 2] }.contains("expected 7"))
    #expect(try error { $0.home = [9, 0, 0, 0, 0, 0, 0] }.contains("axis-1"))
    #expect(try error { $0.urdf = "<robot name=\"x\"/>" }.hasPrefix("home.arm.urdf"))
    #expect(
      try error {
        $0.urdf = ""
        $0.fidelity = .dynamic
      }.contains("takes no settings"))
  }
}
