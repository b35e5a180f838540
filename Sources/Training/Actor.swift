import Control
import Networks

/// A policy with its value estimate as it gathers experience: everything that lanes read and
/// nobody changes while they do.
struct Actor: Sendable {
  /// Outputs: those of the head, then the value, then the state it wants to see at the next step.
  let network: Network
  /// The same network over the steps of a sequence.
  let unrolled: Network
  let head: ActionHead
  let selection: FieldSelection
  /// By which observations are standardised.
  var moments: RunningMoments
  var parameters: [Float]
  /// How many observations, oldest first, make one input of the network.
  let history: Int
  /// How many numbers the network remembers from step to step.
  let stateWidth: Int
  /// How many steps in a row are learned from together.
  let sequence: Int
  /// Which episodes to play, if not all alike.
  var curriculum: Curriculum?
  /// Whom to play against, if not always the same.
  var league: League?
  /// Where the logarithms of the standard deviations lie among the parameters.
  let deviationRange: Range<Int>

  /// The numbers of one observation.
  var frameWidth: Int { selection.columns.count }
  /// The numbers of one step's input: the observations, and where there is a state, whether to
  /// keep it and the state itself.
  var inputWidth: Int { frameWidth * history + (stateWidth > 0 ? 1 + stateWidth : 0) }
  /// The network's outputs per step.
  var outputWidth: Int { head.outputs + 1 + stateWidth }

  init(
    network: Network, unrolled: Network, head: ActionHead, selection: FieldSelection,
    moments: RunningMoments, parameters: [Float], architecture: NetworkArchitecture, sequence: Int
  ) {
    self.network = network
    self.unrolled = unrolled
    self.head = head
    self.selection = selection
    self.moments = moments
    self.parameters = parameters
    history = architecture.history
    stateWidth = architecture.stateWidth
    self.sequence = sequence
    deviationRange = network.tensor("policy.logDeviation")?.range ?? 0..<0
  }

  /// Standardises the observations in whole inputs.
  func standardize(_ inputs: inout [Float]) {
    var span = inputs.mutableSpan
    moments.standardize(&span, width: stateWidth > 0 ? inputWidth : nil)
  }
}
