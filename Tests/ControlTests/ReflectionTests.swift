import Arena
import Control
import Math
import Networks
import Testing

@Suite struct PolicyReflectionTests {
  private static let seat = Seat(
    name: "robot",
    observation: [
      Field("place", unit: "m", count: 3, in: -2...2),
      Field("joints", unit: "rad", count: 2, in: -3...3),
      Field("clock", unit: "s", in: 0...1),
    ],
    action: [
      Field("speed", unit: "m/s", count: 2, in: -2...2), Field("toss", unit: "1", in: -1...1),
    ])

  private static let mirror = Reflection(
    observation: [
      .init("place", signs: [-1, 1, 1]), .init("joints", signs: [1, -1], shifts: [0, 1.6]),
    ],
    action: [.init("speed", signs: [1, -1])])

  private func policy(_ architecture: NetworkArchitecture) throws -> NeuralPolicy {
    var random = Random(seed: 3)
    let design = try PolicyDesign(for: Self.seat, architecture: architecture)
    var moments = RunningMoments(fields: design.inputs)
    let rows = (0..<60).map { _ in Float(random.normal() + 0.5) }
    moments.update(rows.span)
    let parameters = design.network.initialParameters(random: &random).map { 20 * $0 }
    return try NeuralPolicy(design, parameters: parameters, moments: moments, in: Self.seat)
  }

  private func answer(_ policy: inout NeuralPolicy, _ sight: [Float]) -> [Float] {
    var action = [Float](repeating: .nan, count: 3)
    var span = action.mutableSpan
    policy.act(on: sight.span, into: &span)
    return action
  }

  @Test(arguments: [
    NetworkArchitecture(hidden: [12, 8]), NetworkArchitecture(hidden: []),
    NetworkArchitecture(hidden: [9], history: 3),
  ])
  func aMirroredPolicyMirrorsItsActions(architecture: NetworkArchitecture) throws {
    var plain = try policy(architecture)
    var image = try plain.reflected(by: Self.mirror, in: Self.seat)
    var random = Random(seed: 7)
    plain.reset(seed: 0)
    image.reset(seed: 0)
    for _ in 0..<50 {
      let sight = (0..<6).map { _ in Float(random.uniform(-2, 2)) }
      let turned = [-sight[0], sight[1], sight[2], sight[3], 1.6 - sight[4], sight[5]]
      let (a, b) = (answer(&plain, sight), answer(&image, turned))
      #expect(abs(a[0] - b[0]) < 1e-4 && abs(a[1] + b[1]) < 1e-4 && abs(a[2] - b[2]) < 1e-4)
    }
  }

  @Test func twoMirrorsMakeNone() throws {
    let plain = try policy(NetworkArchitecture(hidden: [12]))
    let twice = try plain.reflected(by: Self.mirror, in: Self.seat)
      .reflected(by: Self.mirror, in: Self.seat)
    #expect(twice.parameters == plain.parameters)
    for (a, b) in zip(twice.moments.means, plain.moments.means) { #expect(abs(a - b) < 1e-6) }
  }

  @Test func whatHasNoMirrorImageIsRefused() throws {
    let convolution = try policy(.tableTennis)
    #expect(throws: PolicyError.self) {
      _ = try convolution.reflected(by: Self.mirror, in: Self.seat)
    }
    let wrong = Reflection(observation: [.init("place", signs: [-1])], action: [])
    let plain = try policy(NetworkArchitecture(hidden: [12]))
    #expect(throws: PolicyError.self) { _ = try plain.reflected(by: wrong, in: Self.seat) }
  }
}
