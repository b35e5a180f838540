import Math
import Testing

@testable import Forecasting

@Suite struct PaperTests {
  private static func scenes(_ radius: Double, _ count: Int, seed: UInt64) -> MotionSet {
    CausalTests.whole(radius, count, seed: seed)
  }

  @Test func theNetworksHaveThePublishedSizes() {
    let networks = PaperNetworks()
    #expect(networks.invariant.parameterCount == 2640)
    #expect(networks.style.parameterCount == 792 + 144)
    #expect(networks.decoder.parameterCount == 3040 + 5536)
  }

  @Test func thePhasesTrainWhatTheyShouldAndLowerTheError() {
    var training = PaperTraining()
    training.scenes = 320
    training.epochs = [120, 10, 4, 60]
    var trainer = PaperTrainer(
      training, domains: [0.1, 0.3, 0.5].map { Self.scenes($0, 320, seed: 1) }, seed: 1)
    let test = Self.scenes(0.3, 100, seed: 2)
    var error: [Double] = []
    func measure() {
      var forecaster = trainer.result
      forecaster.setStyle(from: Self.scenes(0.3, 64, seed: 3))
      error.append(DisplacementError(of: &forecaster, on: test).average)
    }
    func step(to epochs: Int) { while trainer.steps < epochs * 5 { trainer.step() } }
    measure()
    step(to: 120)
    let third = trainer.result
    measure()
    step(to: 130)
    let fourth = trainer.result
    #expect(fourth.invariantParameters == third.invariantParameters)
    #expect(fourth.decoderParameters == third.decoderParameters)
    #expect(fourth.styleParameters != third.styleParameters)
    step(to: 134)
    let fifth = trainer.result
    #expect(fifth.styleParameters == fourth.styleParameters)
    for tensor in fifth.networks.decoder.tensors where !PaperNetworks.isModulator(tensor) {
      #expect(fifth.decoderParameters[tensor.range] == fourth.decoderParameters[tensor.range])
    }
    step(to: 194)
    measure()
    #expect(trainer.result.invariantParameters == third.invariantParameters)
    #expect(error[1] < 0.3 * error[0])
    #expect(error[2] < error[1])
  }
}
