import Math
import Networks
import Testing

struct OptimizerTests {
  @Test func clippingShortensLongGradientsOnly() {
    var long: [Float] = [3, 0, -4]
    #expect(clip(&long, toLength: 1) == 5)
    #expect(distance(long, [0.6, 0, -0.8]) < 1e-6)
    var short: [Float] = [0.3, 0.4]
    #expect(clip(&short, toLength: 1) == 0.5)
    #expect(short == [0.3, 0.4])
    var broken: [Float] = [1, .nan]
    #expect(clip(&broken, toLength: 1).isNaN)
  }

  @Test func lengthCountsEveryNumber() {
    for count in 0..<20 {
      let vector = (0..<count).map { Float($0 + 1) }
      let exact = Double(count * (count + 1) * (2 * count + 1)) / 6
      #expect(abs(Double(length(of: vector)) - exact.squareRoot()) < 1e-5)
    }
  }

  @Test func aScheduleMovesEvenlyAndStays() {
    let schedule = LinearSchedule(from: 3, to: 1, steps: 4)
    #expect([-1, 0, 1, 2, 4, 9].map { schedule($0) } == [3, 3, 2.5, 2, 1, 1])
  }

  /// The error of the quick square root shows in Adam alone: a first step is rate x sign.
  @Test func adamsFirstStepIsTheRate() {
    for exponent in stride(from: -30, through: 30, by: 3) {
      var parameters: [Float] = [0, 0, 0]
      let size = Float(sign: .plus, exponent: exponent, significand: 1.37)
      var adam = Adam(count: 3, epsilon: 0)
      adam.update(&parameters, gradient: [size, -size, size], rate: 1)
      #expect(distance(parameters, [-1, 1, -1]) < 2e-6)
    }
  }

  @Test func learningFitsAFunction() {
    let network = Network.mlp(inputs: 1, hidden: [16, 16], outputs: 1)
    var random = Random(seed: 1)
    var parameters = network.initialParameters(random: &random)
    var adam = Adam(count: parameters.count)
    var workspace = Workspace(for: network, rows: 64)
    let inputs = (0..<64).map { Float($0) / 32 - 1 }
    let targets = inputs.map { Float(sincos(Double(4 * $0)).sine) }
    var outputGradients = [Float](repeating: 0, count: 64)
    var losses: [Float] = []
    for _ in 0..<600 {
      network.forward(inputs.span, parameters: parameters.span, in: &workspace)
      var span = outputGradients.mutableSpan
      losses.append(
        Loss.squaredError(workspace.outputs.span, targets: targets.span, gradients: &span))
      var gradient = [Float](repeating: 0, count: parameters.count)
      network.backward(
        outputGradients.span, parameters: parameters.span, gradient: &gradient, in: &workspace)
      adam.update(&parameters, gradient: gradient, rate: 0.01)
    }
    #expect(losses[0] > 0.2)
    #expect(losses[599] < 0.002)
  }
}
