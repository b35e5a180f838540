import Math
import Networks
import Testing

struct NetworkTests {
  @Test func thePapersNetworkHas10676Parameters() {
    let network = Network.gatedConvolution()
    #expect(network.parameterCount == 10_676)
    #expect(network.inputs == 8 * 16)
    #expect(network.outputs == 8)
    #expect(
      network.tensors.map(\.shape) == [[2, 76, 16], [76], [2, 96, 38], [96], [2, 8, 48], [8]])
  }

  @Test func tensorsFollowEachOtherWithoutGaps() {
    for (_, network) in GradientTests.networks {
      var end = 0
      for tensor in network.tensors {
        #expect(tensor.range.lowerBound == end)
        #expect(tensor.range.count == tensor.shape.reduce(1, *))
        end = tensor.range.upperBound
      }
      #expect(end == network.parameterCount)
    }
  }

  /// One row adds in another order than many: equal to rounding, not to the bit.
  @Test func oneRowGivesWhatABatchGives() {
    var random = Random(seed: 1)
    for (name, network) in GradientTests.networks {
      let parameters = network.initialParameters(random: &random)
      let inputs = (0..<7 * network.inputs).map { _ in Float(random.normal()) }
      var batch = Workspace(for: network, rows: 7)
      network.forward(inputs.span, parameters: parameters.span, in: &batch)
      var single = Workspace(for: network, rows: 1)
      for row in 0..<7 {
        let range = row * network.inputs..<(row + 1) * network.inputs
        network.forward(inputs.span.extracting(range), parameters: parameters.span, in: &single)
        let expected = batch.outputs[row * network.outputs..<(row + 1) * network.outputs]
        #expect(distance(single.outputs, expected) < 2e-6, "\(name)")
      }
    }
  }

  /// Widths around the sizes of vector units, where a kernel's remainders are.
  @Test func everyWidthIsMultipliedRight() {
    var random = Random(seed: 2)
    for inputs in 1...20 {
      for outputs in [1, 3, 4, 5, 8] {
        let network = Network.mlp(inputs: inputs, hidden: [], outputs: outputs)
        let parameters = (0..<network.parameterCount).map { _ in Float(random.normal()) }
        let x = (0..<inputs).map { _ in Float(random.normal()) }
        var workspace = Workspace(for: network, rows: 1)
        network.forward(x.span, parameters: parameters.span, in: &workspace)
        for output in 0..<outputs {
          var sum = Double(parameters[inputs * outputs + output])
          for i in 0..<inputs { sum += Double(parameters[output * inputs + i]) * Double(x[i]) }
          #expect(abs(Double(workspace.outputs[output]) - sum) < 1e-5)
        }
      }
    }
  }

  @Test func aWorkspaceCopyIsIndependent() {
    let network = Network.mlp(inputs: 2, hidden: [3], outputs: 1)
    var random = Random(seed: 1)
    let parameters = network.initialParameters(random: &random)
    var first = Workspace(for: network, rows: 1)
    network.forward([1, 2].span, parameters: parameters.span, in: &first)
    let copy = first
    network.forward([-3, 1].span, parameters: parameters.span, in: &first)
    #expect(copy.outputs != first.outputs)
    network.forward([1, 2].span, parameters: parameters.span, in: &first)
    #expect(copy.outputs == first.outputs)
  }

  @Test func equalSeedsGiveEqualParameters() {
    let network = Network.gatedConvolution()
    var one = Random(seed: 9)
    var two = Random(seed: 9)
    let first = network.initialParameters(random: &one)
    #expect(first == network.initialParameters(random: &two))
    #expect(first != network.initialParameters(random: &two))
  }

  @Test(arguments: [(3, 7), (7, 3), (5, 5), (1, 4)])
  func startingMatricesAreOrthogonal(rows: Int, columns: Int) {
    var random = Random(seed: 4)
    let matrix = orthogonalMatrix(rows: rows, columns: columns, random: &random)
    let isWide = rows <= columns
    let count = min(rows, columns)
    func entry(_ vector: Int, _ i: Int) -> Double {
      isWide ? matrix[vector * columns + i] : matrix[i * columns + vector]
    }
    for a in 0..<count {
      for b in 0..<count {
        let product = (0..<max(rows, columns)).reduce(0) { $0 + entry(a, $1) * entry(b, $1) }
        #expect(abs(product - (a == b ? 1 : 0)) < 1e-14)
      }
    }
  }

  @Test func freeParametersAreInitialisedAndLeftAlone() throws {
    let network = Network.actorCritic(inputs: 3, actions: 2, logDeviation: -0.5)
    let tensor = try #require(network.tensor("policy.logDeviation"))
    var random = Random(seed: 1)
    let parameters = network.initialParameters(random: &random)
    #expect(Array(parameters[tensor.range]) == [-0.5, -0.5])
    var workspace = Workspace(for: network, rows: 2)
    var gradient = [Float](repeating: 0, count: parameters.count)
    network.forward([1, 2, 3, 4, 5, 6].span, parameters: parameters.span, in: &workspace)
    network.backward(
      [1, 1, 1, 1, 1, 1].span, parameters: parameters.span, gradient: &gradient, in: &workspace)
    #expect(gradient[tensor.range].allSatisfy { $0 == 0 })
  }
}
