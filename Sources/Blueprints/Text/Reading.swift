/// One way to understand a text.
public struct Reading: Hashable, Sendable, Codable {
  public enum Verdict: Hashable, Sendable, Codable {
    /// It is understood well enough to build.
    case build
    /// Something that may matter was not understood; the reading is the best guess.
    case clarify(question: String)
    /// It does not ask for a building.
    case refuse(reason: String)
  }

  public var acts: [Act]
  /// The words that nothing was made of.
  public var unused: [String]
  public var verdict: Verdict
  /// Higher is likelier; the best reading of a text has the highest.
  public var score: Double
}
