/// A sequence network fed one time step at a time, as a policy at work gets its observations. Each
/// layer remembers the few earlier steps it needs, so that nothing is computed twice: for the
/// paper's network a fifth of the arithmetic of a pass over the whole history, and the same bits.
///
/// ```swift
/// var stream = Stream(of: network)
/// stream.reset()
/// stream.step(observation.span, parameters: parameters.span)   // stream.outputs holds the answer
/// ```
public struct Stream: Sendable {
  /// The network that runs.
  public let network: Network
  /// The outputs of the last step.
  public private(set) var outputs: [Float]
  private var values: [Float]
  private var memory: [Float]
  private var clock = 0
  private let memoryStarts: [Int]

  /// The number of input channels: the numbers each step takes.
  public var inputs: Int { network.input.channels }

  /// A stream through `network`, whose layers must all be able to run one step at a time.
  public init(of network: Network) {
    self.network = network
    var starts: [Int] = []
    var total = 0
    for layer in network.layers {
      guard let count = layer.memory else {
        preconditionFailure("a layer of this network needs its whole sequence at once")
      }
      starts.append(total)
      total += count
    }
    memoryStarts = starts
    memory = [Float](repeating: 0, count: max(total, 1))
    values = [Float](repeating: 0, count: network.width)
    outputs = [Float](repeating: 0, count: network.output.channels)
  }

  /// Forgets all steps. Convolutions then take the next step for their whole history, and
  /// recurrent states start at zero.
  public mutating func reset() {
    clock = 0
    memory.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
  }

  /// Takes one step's inputs and computes its outputs into `outputs`.
  public mutating func step(_ inputs: Span<Float>, parameters: Span<Float>) {
    precondition(inputs.count == self.inputs, "a step needs one number per input channel")
    precondition(parameters.count == network.parameterCount, "wrong number of parameters")
    if clock == 0 { fill(inputs, parameters) }
    advance(inputs, parameters)
  }

  /// Makes the first step of an episode its history.
  private mutating func fill(_ inputs: Span<Float>, _ parameters: Span<Float>) {
    let history = network.layers.reduce(0) { $0 + $1.history }
    for _ in 0..<history { advance(inputs, parameters) }
    for (index, layer) in network.layers.enumerated() where layer.history == 0 {
      let start = memoryStarts[index]
      for i in start..<start + (layer.memory ?? 0) { memory[i] = 0 }
    }
  }

  private mutating func advance(_ inputs: Span<Float>, _ parameters: Span<Float>) {
    values.withUnsafeMutableBufferPointer { values in
      memory.withUnsafeMutableBufferPointer { memory in
        parameters.withUnsafeBufferPointer { parameters in
          let pass = Pass(
            rows: 1, capacity: 1, values: values.baseAddress.unsafelyUnwrapped,
            parameters: parameters.baseAddress.unsafelyUnwrapped, isStreaming: true)
          let x = pass.values(network.input)
          for i in 0..<inputs.count { x[i] = inputs[i] }
          let start = memory.baseAddress.unsafelyUnwrapped
          for index in network.layers.indices {
            network.layers[index].stream(
              pass, memory: start + memoryStarts[index], clock: clock)
          }
          let y = pass.values(network.output)
          for i in outputs.indices { outputs[i] = y[i] }
        }
      }
    }
    clock += 1
  }
}
