import Control
import Networks

/// A policy with its value estimate as it gathers experience: everything that lanes read and
/// nobody changes while they do.
struct Actor: Sendable {
  /// Outputs: those of the head, then the value.
  let network: Network
  let head: ActionHead
  let selection: FieldSelection
  /// By which observations are standardised.
  var moments: RunningMoments
  var parameters: [Float]
  /// How many observations, oldest first, make one input of the network.
  let history: Int
  /// Which episodes to play, if not all alike.
  var curriculum: Curriculum?
  /// Whom to play against, if not always the same.
  var league: League?
  /// Where the logarithms of the standard deviations lie among the parameters.
  let deviationRange: Range<Int>

  /// The numbers of one observation.
  var frameWidth: Int { selection.columns.count }
  /// The numbers of one input.
  var inputWidth: Int { frameWidth * history }
  /// The network's outputs per row.
  var outputWidth: Int { head.outputs + 1 }

  init(
    network: Network, head: ActionHead, selection: FieldSelection, moments: RunningMoments,
    parameters: [Float], history: Int
  ) {
    self.network = network
    self.head = head
    self.selection = selection
    self.moments = moments
    self.parameters = parameters
    self.history = history
    deviationRange = network.tensor("policy.logDeviation")?.range ?? 0..<0
  }
}
