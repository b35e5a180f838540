import Networks
import Testing

/// Agreement with PyTorch, forward, backward and through ten steps of learning.
struct PyTorchTests {
  let reference: Reference

  init() throws {
    reference = try Reference.load()
  }

  @Test(arguments: Reference.networks.keys.sorted())
  func outputsAndGradientsAgree(name: String) throws {
    let network = try #require(Reference.networks[name])
    let expected = try #require(reference.networks[name])
    let parameters = network.vector(expected.parameters)
    let inputs = Reference.inputs(name, expected.inputs)
    var gradient = [Float](repeating: 0, count: network.parameterCount)
    // Room for more rows than there are: a batch need not fill a workspace.
    var workspace = Workspace(for: network, rows: 5)
    network.forward(inputs.span, parameters: parameters.span, in: &workspace)
    #expect(distance(workspace.outputs[..<expected.outputs.count], expected.outputs) < 2e-6)
    network.backward(
      expected.outputGradients.span, parameters: parameters.span, gradient: &gradient,
      in: &workspace, wantsInputGradients: true)
    #expect(distance(gradient, network.vector(expected.gradients)) < 1e-5)
    let inputGradients = Array(workspace.inputGradients[..<inputs.count])
    let expectedGradients = Reference.inputs(name, expected.inputGradients)
    for i in inputGradients.indices where name != "recurrent" || i % 4 != 3 {
      #expect(abs(inputGradients[i] - expectedGradients[i]) < 1e-5)
    }
  }

  @Test(arguments: ["adam", "adamClipped", "adamW", "momentum"])
  func tenStepsOfLearningAgree(name: String) throws {
    let network = Reference.mlp
    let expected = try #require(reference.optimisers[name])
    var parameters = network.vector(expected.parameters)
    var adam = Adam(
      count: parameters.count, epsilon: name == "adamClipped" ? 1e-5 : 1e-8,
      weightDecay: name == "adamW" ? 0.1 : 0)
    var descent = GradientDescent(count: parameters.count, momentum: 0.9)
    var workspace = Workspace(for: network, rows: 6)
    var outputGradients = [Float](repeating: 0, count: 18)
    for loss in expected.losses {
      network.forward(expected.inputs.span, parameters: parameters.span, in: &workspace)
      var span = outputGradients.mutableSpan
      let found = Loss.squaredError(
        workspace.outputs.span, targets: expected.targets.span, gradients: &span)
      #expect(abs(found - loss) < 2e-6)
      var gradient = [Float](repeating: 0, count: parameters.count)
      network.backward(
        outputGradients.span, parameters: parameters.span, gradient: &gradient, in: &workspace)
      if name == "adamClipped" { clip(&gradient, toLength: 0.1) }
      if name == "momentum" {
        descent.update(&parameters, gradient: gradient, rate: 0.05)
      } else {
        adam.update(&parameters, gradient: gradient, rate: 0.01)
      }
    }
    #expect(distance(parameters, network.vector(expected.final)) < 2e-5)
  }

  @Test func gaussianAgrees() {
    let expected = reference.gaussian
    let probability = DiagonalGaussian.logProbability(
      of: expected.action.span, means: expected.means.span,
      logDeviations: expected.logDeviations.span)
    #expect(abs(probability - expected.logProbability[0]) < 1e-5)
    let entropy = DiagonalGaussian.entropy(logDeviations: expected.logDeviations.span)
    #expect(abs(entropy - expected.entropy[0]) < 1e-5)
    var means = [Float](repeating: 0, count: 4)
    var deviations = means
    addGradient(expected, &means, &deviations)
    #expect(distance(means, expected.meanGradients) < 1e-5)
    #expect(distance(deviations, expected.logDeviationGradients) < 1e-5)
  }

  private func addGradient(
    _ expected: Reference.Gaussian, _ means: inout [Float], _ deviations: inout [Float]
  ) {
    var meanSpan = means.mutableSpan
    var deviationSpan = deviations.mutableSpan
    DiagonalGaussian.addGradient(
      of: expected.action.span, means: expected.means.span,
      logDeviations: expected.logDeviations.span, weight: 1, meanGradients: &meanSpan,
      logDeviationGradients: &deviationSpan)
  }

  @Test func categoricalAgrees() {
    let expected = reference.categorical
    let logits = expected.logits.span
    var gradients = [Float](repeating: 0, count: 5)
    var span = gradients.mutableSpan
    let (probability, entropy) = Categorical.logProbability(
      of: 2, logits: logits, probabilities: &span)
    #expect(abs(probability - expected.logProbability[0]) < 1e-6)
    #expect(abs(entropy - expected.entropy[0]) < 1e-6)
    let alone = Categorical.logProbability(of: 2, logits: logits)
    #expect(alone.logProbability == probability && abs(alone.entropy - entropy) < 1e-6)
    Categorical.differentiate(&span, of: 2, logits: logits, weight: 0.7, entropyWeight: 0.3)
    #expect(distance(gradients, expected.logitGradients) < 1e-6)
  }

  @Test(arguments: ["squaredError", "crossEntropy", "binaryCrossEntropy"])
  func lossesAgree(name: String) throws {
    let expected = try #require(reference.losses[name])
    var gradients = [Float](repeating: 7, count: expected.predictions.count)
    var span = gradients.mutableSpan
    let predictions = expected.predictions.span
    let choices = expected.targets.map { Int($0) }
    let loss =
      switch name {
      case "squaredError":
        Loss.squaredError(predictions, targets: expected.targets.span, gradients: &span)
      case "crossEntropy":
        Loss.crossEntropy(
          logits: predictions, options: 3, targets: choices.span, gradients: &span)
      default:
        Loss.binaryCrossEntropy(
          logits: predictions, targets: expected.targets.span, gradients: &span)
      }
    #expect(abs(loss - expected.loss[0]) < 1e-6)
    #expect(distance(gradients, expected.gradients) < 1e-6)
  }
}
