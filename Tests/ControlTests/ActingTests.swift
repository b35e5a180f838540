import Arena
import Control
import Math
import Networks
import TestSupport
import Testing

@Suite struct ActingTests {
  @Test(arguments: [
    NetworkArchitecture(), NetworkArchitecture(hidden: [32], history: 8), .tableTennis,
    NetworkArchitecture(kind: .recurrent),
  ]) func actingAllocatesNothing(architecture: NetworkArchitecture) throws {
    let seat = Seat(
      name: "robot", observation: [Field("sight", unit: "1", count: 16, in: -1...1)],
      action: [Field("speed", unit: "1", count: 8, in: -1...1)])
    let design = try PolicyDesign(for: seat, architecture: architecture)
    var random = Random(seed: 1)
    var policy = try NeuralPolicy(
      design, parameters: design.network.initialParameters(random: &random),
      moments: RunningMoments(fields: 16), in: seat)
    let sight = (0..<16).map { _ in Float(random.normal()) }
    var action = [Float](repeating: 0, count: 8)
    func act() {
      var span = action.mutableSpan
      policy.act(on: sight.span, into: &span)
    }
    act()
    let count = allocations {
      for episode in 0..<10 {
        policy.reset(seed: UInt64(episode))
        for _ in 0..<10 { act() }
      }
    }
    #expect(count == 0)
  }
}
