import Math
import Physics
import Testing

@testable import TableTennis

@Suite struct RobotReachTests {
  let model = RobotModel.paper

  @Test func theHittingRegionIsReachedWithBothFaces() {
    var missed = 0
    for goal in RobotSamples.region {
      let reach = model.reach(goal)
      #expect(model.within(reach.joints) == reach.joints)
      guard reach.isExact else {
        missed += 1
        // What is out of reach is a steeply closed racket, turned away, low over the table.
        #expect(goal.centre.z < 0.1 && goal.centre.y > -1.3 && goal.normal.z < -0.5)
        continue
      }
      let pose = model.racketPose(reach.joints)
      #expect((pose.centre - goal.centre).length < 1e-3)
      #expect(goal.face.sign * pose.normal.dot(goal.normal) > 0.9999)
      // The wrist stays bent: the arm is far from the singularity of a straight hand.
      #expect(reach.joints[6] <= -0.65)
      if goal.centre.z > 0.1 { #expect(model.collision(reach.joints) == nil) }
    }
    #expect(missed <= 10)
  }

  @Test func randomGoalsAreReached() {
    var random = Random(seed: 8)
    var reached = 0
    for _ in 0..<1000 {
      let reach = model.reach(RobotSamples.goal(&random))
      reached += reach.isExact ? 1 : 0
    }
    #expect(reached >= 995)
  }

  @Test func strokesAreTheSameInEveryBuild() {
    var random = Random(seed: 12)
    var digest = Digest()
    for _ in 0..<10 {
      let stroke = model.stroke(
        RobotSamples.goal(&random), velocity: random.normalVector(deviation: 2),
        from: JointMotion(position: model.home), hitTime: 0.5)
      for moment in [0.1, 0.3, 0.5, 0.8] {
        let motion = stroke.plan.motion(at: moment)
        for lane in 0..<8 {
          digest.combine(motion.position[lane])
          digest.combine(motion.velocity[lane])
        }
      }
    }
    #expect(digest.description == "e9ee972538990914")
  }

  @Test func aPoseNearThePreferredOneIsFound() {
    var random = Random(seed: 9)
    for _ in 0..<200 {
      let goal = RobotSamples.goal(&random)
      let first = model.reach(goal)
      guard first.isExact else { continue }
      var moved = goal
      moved.centre += Vector3(0.01, 0.01, 0.005)
      let second = model.reach(moved, near: first.joints)
      #expect(abs(second.joints - first.joints).max() < 0.1)
    }
  }

  @Test(arguments: [Vector3(0, 5, 0.3), Vector3(0, -1.5, 3), Vector3(9, -9, -9)])
  func aGoalOutOfReachGivesTheNearestPosesWithinTheRanges(centre: Vector3) {
    for normal in [Vector3.unitY, -Vector3.unitY, .unitZ] {
      let reach = model.reach(RacketGoal(centre: centre, normal: normal, face: .backhand))
      #expect(!reach.isExact && reach.positionError.isFinite)
      #expect(model.within(reach.joints) == reach.joints)
      let distance = (model.racketPose(reach.joints).centre - centre).length
      #expect(abs(distance - reach.positionError) < 1e-9)
    }
  }

  @Test func jointVelocitiesGiveTheWantedRacketVelocity() {
    var random = Random(seed: 10)
    for _ in 0..<500 {
      let reach = model.reach(RobotSamples.goal(&random))
      let wanted = random.normalVector(deviation: 3)
      let drive = model.drive(wanted, at: reach.joints)
      #expect(all(abs(drive.velocities) .<= model.servos.topSpeed))
      let given = model.racketPose(reach.joints, drive.velocities).velocity
      #expect((wanted - given - drive.residual).length < 1e-9)
      if wanted.length < 1.5 { #expect(drive.residual.length < 1e-3) }
    }
  }

  @Test func theRacketMovesForwardAtFiveMetresPerSecondWhereItMeetsTheBall() {
    for goal in RobotSamples.region where goal.centre.z > 0.1 && goal.normal.y > 0.75 {
      let drive = model.drive(Vector3(0, 5, 0), at: model.reach(goal).joints)
      #expect(drive.residual.length < 0.05)
    }
  }
}
