import Math
import Physics
import Testing

@testable import TableTennis

@Suite struct RobotModelTests {
  let model = RobotModel.paper

  struct Golden: Sendable {
    var joints: JointVector
    var centre: Vector3
    var normal: Vector3
    var handle: Vector3
  }

  /// Written by `python3 Tests/Goldens/robot/forward_kinematics.py`.
  static let goldens = [
    Golden(
      joints: JointVector(-0.35, 0, 0, 0.6, 0.4, 0, -1.1, 0.8),
      centre: Vector3(
        0.0, -1.169013356290789, 0.383401726784595),
      normal: Vector3(
        -1.0, 0.0, -0.0),
      handle: Vector3(
        0.0, 0.995004165278026, 0.099833416646828)),
    Golden(
      joints: JointVector(0, 0, -0.78, 0.82, 0.33, 0.86, -1.25, 0.57),
      centre: Vector3(
        0.56035698483447, -1.234886133684342, 0.276970481548949),
      normal: Vector3(
        0.015372754727841, 0.996280710184012, 0.084784579537305),
      handle: Vector3(
        0.999313311078137, -0.01244963847978, -0.034898607476134)),
    Golden(
      joints: JointVector(0, 0, 0.78, 0.82, 0.33, -0.86, -1.25, 1.03),
      centre: Vector3(
        -0.56035698483447, -1.234886133684341, 0.276970481548949),
      normal: Vector3(
        0.01537275472784, -0.996280710184012, -0.084784579537305),
      handle: Vector3(
        -0.999313311078137, -0.012449638479779, -0.034898607476134)),
    Golden(
      joints: JointVector(-1.2, 0.7, 1.9, 0.25, 0.85, -1.5, -0.7, 2.2),
      centre: Vector3(
        0.4457311888059, -2.976885865832629, 0.161317368194798),
      normal: Vector3(
        0.617462473643363, -0.596247740234333, 0.51305820908321),
      handle: Vector3(
        -0.158983801191846, -0.73338439524284, -0.660962540370395)),
    Golden(
      joints: JointVector(0.1, -1.8, -1.7, 1.2, 0.05, 1.1, -1.7, -0.6),
      centre: Vector3(
        -1.350780458513065, -1.717117140616478, 0.272489088591475),
      normal: Vector3(
        0.497679242462051, -0.101025253578069, -0.861457642465308),
      handle: Vector3(
        0.269150820844895, -0.926177443738361, 0.264108270125707)),
    Golden(
      joints: JointVector(-0.6, 1.3, 0.4, 0.9, 0.5, -0.3, -1.4, 1.7),
      centre: Vector3(
        0.983288123556932, -1.563204211151589, 0.244691740552511),
      normal: Vector3(
        -0.510432025332148, -0.418709522476831, 0.751093525003741),
      handle: Vector3(
        -0.64075967553243, 0.767705070156564, -0.007480873443641)),
  ]

  @Test(arguments: goldens)
  func theRacketIsWhereIndependentMatricesPutIt(golden: Golden) {
    let pose = model.racketPose(golden.joints)
    #expect((pose.centre - golden.centre).length < 1e-12)
    #expect((pose.normal - golden.normal).length < 1e-12)
    #expect((pose.handle - golden.handle).length < 1e-12)
  }

  @Test func forehandAndBackhandAreMirrorImages() {
    let forehand = model.racketPose(model.forehandReady)
    let backhand = model.racketPose(model.backhandReady)
    #expect(forehand.normal.y > 0.95 && -backhand.normal.y > 0.95)
    #expect(forehand.centre.x > 0.4 && backhand.centre.x < -0.4)
    #expect(abs(forehand.centre.x + backhand.centre.x) < 1e-12)
    #expect(abs(forehand.centre.z - backhand.centre.z) < 1e-12)
  }

  @Test func theJacobianIsTheDerivativeOfThePose() {
    var random = Random(seed: 1)
    for _ in 0..<100 {
      let joints = RobotSamples.joints(model, &random)
      for lane in 0..<8 {
        var rates = JointVector.zero
        rates[lane] = 1
        let motion = model.racketPose(joints, rates)
        let ahead = model.racketPose(joints + 1e-5 * rates)
        let behind = model.racketPose(joints - 1e-5 * rates)
        let velocity = (ahead.centre - behind.centre) / 2e-5
        let turning = (ahead.attitude * behind.attitude.inverse).rotationVector / 2e-5
        #expect((motion.velocity - velocity).length < 1e-6)
        #expect((motion.angularVelocity - turning).length < 1e-6)
        let rim = motion.centre + 0.07 * motion.handle
        let rimVelocity =
          (ahead.centre + 0.07 * ahead.handle - behind.centre
            - 0.07 * behind.handle) / 2e-5
        #expect((motion.velocity(at: rim) - rimVelocity).length < 1e-6)
      }
    }
  }

  @Test func homeAndReadyPosesTouchNothing() {
    #expect(model.within(model.home) == model.home)
    for slide in [-1.8, -0.9, -0.35, 0, 0.17] {
      for var joints in [model.home, model.forehandReady, model.backhandReady] {
        joints[0] = slide
        #expect(model.collision(joints, clearance: 0.01) == nil)
      }
    }
  }

  @Test func aRacketInTheTableIsACollision() {
    var low = model.home
    low[0] = 0.1
    low[3] = 1.1
    low[6] = -0.7
    #expect(model.racketPose(low).centre.z < 0.02)
    #expect(model.collision(low) == .table)
    // Behind the table there is nothing to meet.
    low[0] = -1.8
    #expect(model.collision(low) == nil)
  }

  @Test func theBladeMeetsTheTableNoLaterThanItsDiscWould() {
    // An upright blade, handle sideways, sinking over the table.
    var joints = model.reach(
      RacketGoal(centre: Vector3(0.3, -1.25, 0.2), normal: .unitY, face: .forehand)
    ).joints
    for height in stride(from: 0.2, to: 0.06, by: -0.005) {
      let reach = model.reach(
        RacketGoal(centre: Vector3(0.3, -1.25, height), normal: .unitY, face: .forehand),
        near: joints)
      #expect(reach.isExact)
      joints = reach.joints
      let touches = model.collision(joints) == .table
      if height > Racket.radius + 0.004 { #expect(!touches) }
      if height < Racket.radius - 0.009 { #expect(touches) }
    }
  }
}
