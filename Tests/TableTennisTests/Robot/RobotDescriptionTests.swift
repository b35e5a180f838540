import Foundation
import Math
import Physics
import TableTennis
import Testing

/// The robot of the paper is written twice, as a file for other programs and as a table here.
struct RobotDescriptionTests {
  let robot: RobotDescription

  init() throws {
    let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let file = project.appendingPathComponent("Assets/robots/table-tennis.urdf")
    robot = try RobotDescription(urdf: [UInt8](Data(contentsOf: file)))
  }

  @Test func theFileHasTheJointsOfTheTable() {
    let table = RobotModel.paper.chain
    #expect(robot.chain.count == table.count)
    for (found, expected) in zip(robot.chain.joints, table.joints) {
      #expect(found.name == expected.name && found.kind == expected.kind)
      #expect(found.parent == expected.parent && found.axis == expected.axis)
      #expect(found.origin.position == expected.origin.position)
      #expect(isClose(found.origin.rotation, expected.origin.rotation))
      #expect(found.range == expected.range && found.speedLimit == expected.speedLimit)
      let (a, b) = (found.drive, expected.drive)
      #expect(a.stiffness == b.stiffness && a.derivative == b.derivative)
      #expect(a.forceLimit == b.forceLimit && a.damping == b.damping && a.friction == b.friction)
      #expect(abs(a.inertia - b.inertia) < 1e-12)
    }
  }

  @Test func theFileHasTheRacketAndTheBodiesOfTheTable() {
    let model = RobotModel.paper
    #expect(robot.chain.toolJoint == model.chain.toolJoint)
    #expect((robot.chain.tool.position - model.chain.tool.position).length < 1e-12)
    #expect(isClose(robot.chain.tool.rotation, model.chain.tool.rotation))
    #expect(robot.capsules.count == model.capsules.count)
    for (found, expected) in zip(robot.capsules, model.capsules) {
      #expect(found.link == expected.link && abs(found.radius - expected.radius) < 1e-12)
      #expect((found.start - expected.start).length < 1e-9)
      #expect((found.end - expected.end).length < 1e-9)
    }
  }

  /// The inertia that each servo is reckoned with lies near what the links' masses give in the
  /// ready pose: both are estimates, and this keeps them estimates of one robot.
  @Test func theServosInertiasFitTheLinks() {
    let dynamics = robot.dynamics
    let home = RobotModel.paper.home
    let positions = (0..<8).map { home[$0] }
    var matrix = [Double](repeating: 0, count: 64)
    var span = matrix.mutableSpan
    var workspace = DynamicsWorkspace(for: dynamics)
    dynamics.massMatrix(positions.span, into: &span, in: &workspace)
    for (index, joint) in robot.chain.joints.enumerated() {
      let ratio = matrix[9 * index] / joint.drive.inertia
      print("\(joint.name): links \(matrix[9 * index]), servo \(joint.drive.inertia)")
      #expect(ratio > 0.5 && ratio < 2)
    }
  }

  private func isClose(_ a: Rotation, _ b: Rotation) -> Bool {
    (a(.unitX) - b(.unitX)).length < 1e-12 && (a(.unitY) - b(.unitY)).length < 1e-12
  }
}
