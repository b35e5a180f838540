import Math
import Networks
import Testing

struct AllocationTests {
  /// Buffers that are replaced move; buffers that are kept stay where they are.
  @Test func aTrainingStepKeepsItsBuffers() {
    let network = Network.gatedConvolution()
    var random = Random(seed: 1)
    var parameters = network.initialParameters(random: &random)
    let inputs = (0..<32 * network.inputs).map { _ in Float(random.normal()) }
    let weights = (0..<32 * network.outputs).map { _ in Float(random.normal()) }
    var gradient = [Float](repeating: 0, count: parameters.count)
    var workspace = Workspace(for: network, rows: 32)
    var adam = Adam(count: parameters.count)

    func step() {
      network.forward(inputs.span, parameters: parameters.span, in: &workspace)
      network.backward(
        weights.span, parameters: parameters.span, gradient: &gradient, in: &workspace)
      clip(&gradient, toLength: 1)
      adam.update(&parameters, gradient: gradient, rate: 1e-4)
    }
    func places() -> [UnsafeRawPointer?] {
      [workspace.outputs, parameters, gradient, adam.means, adam.squares].map { array in
        array.withUnsafeBytes(\.baseAddress)
      }
    }
    step()
    let before = places()
    for _ in 0..<10 { step() }
    #expect(places() == before)
  }
}
