import Arena
import Networks

/// A policy that answers with the most probable action of a network.
///
/// It reads the observation fields it was trained with by name and writes its action fields by
/// name, so it can sit in any seat that has them. Observations are standardised by the moments
/// seen in training. Acting allocates nothing, and its numbers are the same on every machine.
public struct NeuralPolicy: Policy {
  /// What the policy was made for: fields, network, normaliser.
  public let design: PolicyDesign
  /// The mean and variance of what was seen in training, by which observations are standardised.
  public private(set) var moments: RunningMoments
  /// The network's numbers.
  public private(set) var parameters: [Float]

  private let selection: FieldSelection
  private let head: ActionHead
  private var evaluator: Evaluator
  private var frame: [Float]
  private var action: [Float]

  /// Seats a policy.
  ///
  /// - Parameters:
  ///   - parameters: as many as the design's network has.
  ///   - moments: of single observations; its fields are the numbers of the observation.
  public init(
    _ design: PolicyDesign, parameters: [Float], moments: RunningMoments, in seat: Seat
  ) throws(PolicyError) {
    selection = try FieldSelection(
      of: design.observation, in: seat.observation, role: .observation, seat: seat.name)
    head = try ActionHead(of: design.action, in: seat.action, seat: seat.name)
    let network = design.network
    precondition(parameters.count == network.parameterCount, "the network has other parameters")
    precondition(moments.fields == selection.columns.count, "the moments are another policy's")
    self.design = design
    self.parameters = parameters
    self.moments = moments
    evaluator = Evaluator(network, isStreaming: design.architecture.isStreaming)
    frame = Array(repeating: 0, count: selection.columns.count)
    action = Array(repeating: 0, count: head.width)
  }

  /// The same policy in another seat.
  public func seated(in seat: Seat) throws(PolicyError) -> NeuralPolicy {
    try NeuralPolicy(design, parameters: parameters, moments: moments, in: seat)
  }

  /// Exchanges the network's numbers, and nothing else.
  public mutating func replaceParameters(by parameters: [Float]) {
    precondition(parameters.count == self.parameters.count, "the network has other parameters")
    self.parameters = parameters
  }

  /// Exchanges the moments by which observations are standardised.
  public mutating func replaceMoments(by moments: RunningMoments) {
    precondition(moments.fields == self.moments.fields, "the moments are another policy's")
    self.moments = moments
  }

  /// Takes the numbers of an observation that the policy reads into `moments`.
  public mutating func observe(_ observation: Span<Float>, into moments: inout RunningMoments) {
    NeuralPolicy.select(observation, selection, &frame)
    moments.update(frame.span)
  }

  /// Copies the numbers of an observation that the policy reads.
  public func select(_ observation: Span<Float>, into frame: inout [Float]) {
    NeuralPolicy.select(observation, selection, &frame)
  }

  public mutating func reset(seed: UInt64) {
    evaluator.reset()
  }

  public mutating func act(on observation: Span<Float>, into command: inout MutableSpan<Float>) {
    NeuralPolicy.look(at: observation, selection, moments, &frame)
    evaluator.step(frame, parameters)
    NeuralPolicy.choose(head, evaluator.outputs, &action)
    head.write(action.span, into: &command)
  }

  // Static functions, because a span of one property and a call on another would overlap.
  private static func look(
    at observation: Span<Float>, _ selection: FieldSelection, _ moments: RunningMoments,
    _ frame: inout [Float]
  ) {
    var span = frame.mutableSpan
    selection.gather(observation, into: &span)
    moments.standardize(&span)
  }

  private static func select(
    _ observation: Span<Float>, _ selection: FieldSelection, _ frame: inout [Float]
  ) {
    var span = frame.mutableSpan
    selection.gather(observation, into: &span)
  }

  private static func choose(_ head: ActionHead, _ outputs: [Float], _ action: inout [Float]) {
    var span = action.mutableSpan
    head.mode(outputs.span, into: &span)
  }
}

/// A network at work on one observation after the other: either a stream, or the last
/// observations side by side, oldest first.
struct Evaluator: Sendable {
  private let network: Network
  private var stream: Stream?
  private var workspace: Workspace
  private var window: [Float]
  private var isFresh = true

  init(_ network: Network, isStreaming: Bool) {
    self.network = network
    if isStreaming { stream = Stream(of: network) }
    workspace = Workspace(for: network, rows: 1)
    window = Array(repeating: 0, count: network.inputs)
  }

  /// The network's answer to the last observation.
  var outputs: [Float] { stream?.outputs ?? workspace.outputs }

  mutating func reset() {
    stream?.reset()
    isFresh = true
  }

  mutating func step(_ frame: [Float], _ parameters: [Float]) {
    if stream != nil {
      stream?.step(frame.span, parameters: parameters.span)
      return
    }
    Evaluator.push(frame, into: &window, filling: isFresh)
    isFresh = false
    Evaluator.forward(network, window, parameters, &workspace)
  }

  private static func forward(
    _ network: Network, _ window: [Float], _ parameters: [Float], _ workspace: inout Workspace
  ) {
    network.forward(window.span, parameters: parameters.span, in: &workspace)
  }

  /// Drops the oldest observation of the window and appends `frame`; after a reset `frame` fills
  /// the window, as if it had been there for the whole history.
  private static func push(_ frame: [Float], into window: inout [Float], filling: Bool) {
    let count = frame.count
    let (source, total) = (frame.span, window.count)
    var target = window.mutableSpan
    var start = 0
    if !filling {
      for i in 0..<total - count { target[i] = target[i + count] }
      start = total - count
    }
    while start < total {
      for i in 0..<count { target[start + i] = source[i] }
      start += count
    }
  }
}
