import Arena
import Forecasting
import Math
import Testing

@Suite struct BaselineTests {
  /// Two agents that walk evenly, in one scene.
  private let straight: MotionSet = {
    var positions: [Float] = []
    for frame in 0..<20 { positions += [0.3 * Float(frame), 1] }
    for frame in 0..<20 { positions += [2 - 0.1 * Float(frame), 0.25 * Float(frame)] }
    return MotionSet("straight", frames: 20, agentsPerScene: 2, positions: positions)
  }()

  @Test func allBaselinesForeseeEvenWalking() {
    var velocity = ConstantVelocity()
    var averaged = ConstantVelocity(steps: 5)
    var line = LinearExtrapolation()
    var kalman = KalmanForecaster()
    #expect(DisplacementError(of: &velocity, on: straight).average < 1e-5)
    #expect(DisplacementError(of: &averaged, on: straight).average < 1e-5)
    #expect(DisplacementError(of: &line, on: straight).final < 1e-5)
    #expect(DisplacementError(of: &kalman, on: straight).final < 1e-5)
  }

  @Test func alternativesAreJudgedPerSceneOrPerTrajectory() {
    // One scene of two agents, one frame; the truth is at zero.
    let truth: [Float] = [0, 0, 0, 0]
    let forecasts: [Float] = [1, 0, 4, 0] + [3, 0, 0, 1]
    let scene = DisplacementError(
      ofBest: 2, forecasts.span, to: truth.span, frames: 1, agents: [2], perScene: true)
    let single = DisplacementError(
      ofBest: 2, forecasts.span, to: truth.span, frames: 1, agents: [2], perScene: false)
    #expect(scene.average == 2)
    #expect(single.average == 1)
    #expect(single.count == 2)
  }

  @Test func aKalmanFilterSmoothsMoreTheSteadierTheWorld() {
    var random = Random(seed: 1)
    var positions: [Float] = []
    for _ in 0..<200 {
      for frame in 0..<20 {
        positions += [0.4 * Float(frame) + 0.1 * Float(random.normal()), 0]
      }
    }
    let noisy = MotionSet("noisy", frames: 20, agentsPerScene: 1, positions: positions)
    let errors = [0.001, 0.1, 100].map { agility in
      var kalman = KalmanForecaster(agility: agility)
      return DisplacementError(of: &kalman, on: noisy).average
    }
    #expect(errors[0] < errors[1])
    #expect(errors[1] < errors[2])
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let files: [String]
    let windows: Int
    let trajectories: Int
    let average: Double
    let final: Double
    var testDescription: String { name }
  }

  static let table = [
    Row(
      name: "eth", files: ["biwi_eth"], windows: 70, trajectories: 181, average: 0.995,
      final: 2.234),
    Row(
      name: "hotel", files: ["biwi_hotel"], windows: 301, trajectories: 1053, average: 0.323,
      final: 0.617),
    Row(
      name: "univ", files: ["students001", "students003"], windows: 947, trajectories: 24334,
      average: 0.524, final: 1.165),
    Row(
      name: "zara1", files: ["crowds_zara01"], windows: 602, trajectories: 2253, average: 0.431,
      final: 0.960),
    Row(
      name: "zara2", files: ["crowds_zara02"], windows: 921, trajectories: 5833, average: 0.326,
      final: 0.728),
  ]

  /// Windows of 20 frames with at least two pedestrians, every trajectory counting alike.
  @Test(.enabled(if: MotionData.isPresent, "REPERTOIRE_DATA is not set"), arguments: table)
  func constantVelocityOnRealPedestriansIsAsPublished(row: Row) throws {
    let motion = try MotionData.recordings(row.files)
    #expect(motion.agents.count == row.windows)
    #expect(motion.trajectories == row.trajectories)
    var forecaster = ConstantVelocity()
    let error = DisplacementError(of: &forecaster, on: motion)
    #expect(abs(error.average - row.average) < 0.001)
    #expect(abs(error.final - row.final) < 0.001)
  }
}
