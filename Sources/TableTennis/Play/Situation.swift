/// Where a rally stands, as one player sees it.
public enum Situation: Int, Sendable, CaseIterable {
  /// Nothing to do: between points, or the opponent is about to serve.
  case waiting
  /// The ball lies in this player's hand, who must serve.
  case serving
  /// This player has tossed the ball and not struck it yet.
  case tossed
  /// The ball comes towards this player and has not bounced on this player's court.
  case incoming
  /// The ball has bounced on this player's court once.
  case bounced
  /// This player has struck; the ball is the opponent's business.
  case outgoing
}
