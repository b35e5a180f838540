/// The graphics card, its driver or a font cannot do what it has to.
public struct GraphicsError: Error, CustomStringConvertible {
  /// One line that says what is wrong and what to do.
  public let description: String

  public init(_ description: String) {
    self.description = description
  }
}
