import Arena
import Control
import Math
import Networks

/// The loss of a policy against commands it should have given, with its gradient: half the mean
/// squared error of measured numbers, in units of half their range, plus the cross-entropy of
/// choices.
struct ImitationBatch: Sendable {
  /// Of the last batch, by the network's parameters.
  var gradient: [Float]
  private let head: ActionHead
  private let network: Network
  private let commandWidth: Int
  private var workspace: Workspace
  private var inputs: [Float]
  private var outputGradients: [Float]
  private var target: [Float]

  init(_ design: PolicyDesign, in seat: Seat, rows: Int) throws(PolicyError) {
    head = try ActionHead(of: design.action, in: seat.action, seat: seat.name)
    network = design.network
    commandWidth = seat.action.width
    gradient = Array(repeating: 0, count: network.parameterCount)
    workspace = Workspace(for: network, rows: min(rows, 512))
    inputs = Array(repeating: 0, count: workspace.capacity * network.inputs)
    outputGradients = Array(repeating: 0, count: workspace.capacity * network.outputs)
    target = Array(repeating: 0, count: head.width)
  }

  /// The mean loss over some rows, and its gradient into `gradient`.
  ///
  /// - Parameters:
  ///   - observations: standardised inputs of the network, row by row.
  ///   - commands: all numbers of the seat's action, row by row.
  mutating func differentiate(
    _ observations: [Float], _ commands: [Float], _ rows: ArraySlice<Int>, _ parameters: [Float]
  ) -> Double {
    for i in gradient.indices { gradient[i] = 0 }
    var loss = 0.0
    var rest = rows
    while !rest.isEmpty {
      let block = rest.prefix(workspace.capacity)
      rest = rest.dropFirst(block.count)
      let width = network.inputs
      for (place, row) in block.enumerated() {
        for i in 0..<width { inputs[place * width + i] = observations[row * width + i] }
      }
      ImitationBatch.forward(network, inputs, block.count, parameters, &workspace)
      for (place, row) in block.enumerated() {
        loss += addRow(place, commands, row, share: 1 / Float(rows.count))
      }
      ImitationBatch.backward(
        network, outputGradients, block.count, parameters, &gradient, &workspace)
    }
    return loss / Double(rows.count)
  }

  private mutating func addRow(
    _ place: Int, _ commands: [Float], _ row: Int, share: Float
  ) -> Double {
    let first = row * commandWidth
    ImitationBatch.read(head, commands, first..<first + commandWidth, into: &target)
    let range = place * network.outputs..<(place + 1) * network.outputs
    return ImitationBatch.addGradient(
      head, workspace.outputs, range, target, share, &outputGradients)
  }

  // Static functions, because a span of one property and a call on another would overlap.
  private static func read(
    _ head: ActionHead, _ commands: [Float], _ range: Range<Int>, into target: inout [Float]
  ) {
    var span = target.mutableSpan
    head.read(commands.span.extracting(range), into: &span)
  }

  private static func addGradient(
    _ head: ActionHead, _ outputs: [Float], _ range: Range<Int>, _ target: [Float],
    _ share: Float, _ gradients: inout [Float]
  ) -> Double {
    let row = outputs.span.extracting(range)
    var all = gradients.mutableSpan
    var own = all._mutatingExtracting(range)
    var loss: Float = 0
    let weight = 1 / Float(max(head.numbers, 1))
    for i in 0..<head.numbers {
      let gap = row[i] - target[i]
      loss += 0.5 * weight * gap * gap
      own[i] = share * weight * gap
    }
    var start = head.numbers
    for (index, options) in head.choices.enumerated() {
      let logits = row.extracting(start..<start + options)
      var part = own._mutatingExtracting(start..<start + options)
      let option = Int(target[head.numbers + index])
      loss -=
        Categorical.logProbability(of: option, logits: logits, probabilities: &part)
        .logProbability
      Categorical.differentiate(
        &part, of: option, logits: logits, weight: -share, entropyWeight: 0)
      start += options
    }
    return Double(loss)
  }

  private static func forward(
    _ network: Network, _ inputs: [Float], _ rows: Int, _ parameters: [Float],
    _ workspace: inout Workspace
  ) {
    network.forward(
      inputs.span.extracting(0..<rows * network.inputs), parameters: parameters.span,
      in: &workspace)
  }

  private static func backward(
    _ network: Network, _ outputGradients: [Float], _ rows: Int, _ parameters: [Float],
    _ gradient: inout [Float], _ workspace: inout Workspace
  ) {
    network.backward(
      outputGradients.span.extracting(0..<rows * network.outputs), parameters: parameters.span,
      gradient: &gradient, in: &workspace)
  }
}
