import Math
import Physics
import Testing

@testable import TableTennis

/// What lets most poses go unlooked at: bounds that must hold in every pose.
@Suite struct RobotBoundsTests {
  let model = RobotModel.paper

  @Test func noPointMovesFartherThanTheLeversSay() {
    var random = Random(seed: 8)
    var tightest = 0.0
    for _ in 0..<20_000 {
      let start = RobotSamples.joints(model, &random)
      let share = random.uniform() * random.uniform()
      let end = start + share * (RobotSamples.joints(model, &random) - start)
      let bound = model.displacement(from: start, to: end)
      let a = placed(start)
      let b = placed(end)
      for index in model.capsules.indices {
        let way = max(
          (a[index].start - b[index].start).length, (a[index].end - b[index].end).length)
        #expect(way <= bound + 1e-12)
        tightest = max(tightest, way / bound)
      }
    }
    // The bound is of use only if it is not far from what can happen.
    #expect(tightest > 0.7)
  }

  @Test func clearanceIsPositiveExactlyWhereNothingTouches() {
    var random = Random(seed: 9)
    var touching = 0
    for _ in 0..<20_000 {
      let joints = RobotSamples.joints(model, &random)
      let clearance = model.clearance(placed(joints), model.frames(joints)).least
      let touches = model.collision(joints) != nil
      #expect(touches == (clearance < 0))
      if touches { touching += 1 }
      // And it never promises more room than there is.
      if clearance > 0 { #expect(model.collision(joints, clearance: 0.999 * clearance) == nil) }
    }
    #expect(touching > 100 && touching < 19_900)
  }

  @Test func sinesOfAllJointsAtOnceAreThoseOfEachBitForBit() {
    var random = Random(seed: 10)
    for _ in 0..<10_000 {
      let angles = JointVector(SIMD8((0..<8).map { _ in random.uniform(-30, 30) }))
      let (sines, cosines) = sincos(angles)
      for lane in 0..<8 {
        let expected = sincos(angles[lane])
        #expect(sines[lane] == expected.sine && cosines[lane] == expected.cosine)
      }
    }
  }

  private func placed(_ joints: JointVector) -> RobotModel.Bodies {
    model.bodies(model.frames(joints))
  }
}
