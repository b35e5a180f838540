import Arena
import Foundation
import Math
import Testing

@testable import PlanarWorlds

@Suite struct CrowdTests {
  /// Scenes of the published data: by frame, x and y of the first walker, then of the second.
  struct Golden: Sendable, CustomTestStringConvertible {
    let radius: Double
    let frames: [Int: [Double]]
    var testDescription: String { "radius \(radius)" }
  }

  // Test set of arXiv 2111.14820, "v4": scene 0 of radius 0.1, 1 of 0.3 and 2 of 0.6.
  static let goldens = [
    Golden(
      radius: 0.1,
      frames: [
        0: [-2.42575, 3.44050, 1.20739, -4.43141],
        7: [-0.80136, 1.16164, 0.45957, -1.73782],
        12: [0.38986, -0.44445, -0.10799, 0.16668],
        19: [1.96737, -2.75777, -0.80990, 2.87728],
      ]),
    Golden(
      radius: 0.3,
      frames: [
        0: [3.16213, 3.96154, -0.63466, -4.98958],
        7: [1.41565, 1.77379, -0.28161, -2.21253],
        12: [0.43345, 0.20416, -0.29812, -0.25681],
        19: [-1.34413, -1.91848, 0.14201, 2.50122],
      ]),
    Golden(
      radius: 0.6,
      frames: [
        0: [2.39535, -3.67639, -1.55303, 4.91237],
        7: [0.88279, -1.41432, -0.72434, 2.32669],
        12: [-0.57655, -0.09848, 0.24244, 0.79028],
        19: [-1.83982, 2.38468, 0.90861, -1.90387],
      ]),
  ]

  @Test(arguments: goldens)
  func scenesComeOutAsPublished(golden: Golden) throws {
    let first = try #require(golden.frames[0])
    let starts = (
      CircleCrossing.start(of: Planar(first[0], first[1])),
      CircleCrossing.start(of: Planar(first[2], first[3]))
    )
    var scene = [Float](repeating: 0, count: CircleCrossing.numbersPerScene)
    #expect(CircleCrossing(radius: golden.radius).play(from: starts, into: &scene))
    for (frame, places) in golden.frames {
      let found = [
        scene[2 * frame], scene[2 * frame + 1], scene[40 + 2 * frame], scene[41 + 2 * frame],
      ]
      // The golden numbers have five decimals.
      for (left, right) in zip(found, places) { #expect(abs(Double(left) - right) < 1e-4) }
    }
  }

  /// Every scene of the published test set, from its start: mean error, and the rule by which
  /// scenes were left out must keep all of them.
  @Test(
    .enabled(if: CrowdData.isPresent, "REPERTOIRE_DATA is not set"),
    arguments: [
      "test/r0.1", "test/r0.2", "test/r0.3", "test/r0.4", "test/r0.5", "test/r0.6", "val/r0.6",
    ])
  func publishedSetsAreReproduced(name: String) throws {
    let truth = try CrowdData.numbers(name)
    let radius = try #require(Double(name.suffix(3)))
    let crossing = CircleCrossing(radius: radius)
    var scene = [Float](repeating: 0, count: 80)
    var sum = 0.0
    for start in stride(from: 0, to: truth.count, by: 80) {
      let places = [start, start + 40].map { Planar(Double(truth[$0]), Double(truth[$0 + 1])) }
      let starts = (CircleCrossing.start(of: places[0]), CircleCrossing.start(of: places[1]))
      let counts = crossing.play(from: starts, into: &scene)
      #expect(counts)
      for i in stride(from: 0, to: 80, by: 2) {
        let dx = Double(scene[i] - truth[start + i])
        let dy = Double(scene[i + 1] - truth[start + i + 1])
        sum += (dx * dx + dy * dy).squareRoot()
      }
    }
    #expect(sum / Double(truth.count / 2) < 2e-5)
  }

  @Test func theEnvironmentLeftAloneGoesTheSameWay() throws {
    var world = try Crowd(.init())
    world.reset(seed: 7)
    let starts = (world.walkers.positions[0], world.walkers.positions[1])
    var scene = [Float](repeating: 0, count: CircleCrossing.numbersPerScene)
    _ = CircleCrossing(radius: 0.3).play(from: starts, into: &scene)
    for _ in 0..<400 { _ = advance(&world) }
    #expect(Float(world.walkers.positions[1].x) == scene[40 + 38])
    #expect(Float(world.walkers.positions[1].y) == scene[40 + 39])
  }

  @Test(arguments: CrowdLayout.allCases)
  func crowdsKeepClearOfEachOther(layout: CrowdLayout) throws {
    var setup = Crowd.Setup()
    setup.layout = layout
    setup.walkers = 8
    setup.manner.radius = 0.2
    setup.stepLimit = 3000
    var world = try Crowd(setup)
    world.reset(seed: 3)
    while advance(&world) == .running {}
    // Each looks 2 s ahead and does its half, so only rounding may bring them nearer.
    #expect(world.currentOutcome[1] > 0.39)
    #expect(world.currentOutcome[0] >= 6)
  }

  @Test func aWalkerAloneGoesStraight() throws {
    let goal = Planar(4, 3)
    var walkers = Walkers(.init(), positions: [.zero], goals: [goal])
    for _ in 0..<100 { walkers.step(duration: 0.02) }
    #expect(length(walkers.positions[0] - 0.4 * goal) < 1e-12)
  }

  @Test func theFirstSceneOfASeedDoesNotDependOnTheStyle() {
    let firsts = [0.1, 0.6].map { radius in
      var random = Random(seed: 4)
      return Array(CircleCrossing(radius: radius).scenes(1, random: &random)[0..<2])
    }
    #expect(firsts[0] == firsts[1])
  }

  @Test func contradictoryCrowdsAreRefused() {
    for change: (inout Crowd.Setup) -> Void in [
      { $0.walkers = 0 }, { $0.manner.radius = .nan }, { $0.stepLimit = 0 },
    ] {
      var setup = Crowd.Setup()
      change(&setup)
      #expect(throws: SetupError.self) { try Crowd(setup) }
    }
  }

  private func advance(_ world: inout Crowd) -> Status {
    var rewards: [Float] = [0]
    var span = rewards.mutableSpan
    let still: [Float] = [0, 0]
    return world.step(still.span, rewards: &span)
  }
}

/// The published synthetic sets, from the folder that `REPERTOIRE_DATA` names.
enum CrowdData {
  static let folder: String? = ProcessInfo.processInfo.environment["REPERTOIRE_DATA"].map {
    $0 + "/motion/causalmotion-v4/"
  }
  static var isPresent: Bool { folder != nil }

  static func numbers(_ name: String) throws -> [Float] {
    let data = try Data(contentsOf: URL(fileURLWithPath: folder! + name + ".f32"))
    return data.withUnsafeBytes { bytes in
      (0..<bytes.count / 4).map {
        Float(bitPattern: bytes.loadUnaligned(fromByteOffset: 4 * $0, as: UInt32.self))
      }
    }
  }
}
