/// Why bytes are no world.
public struct WorldFileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// How many bytes lie before the one that is wrong.
  public let byte: Int
  public let reason: String

  public var description: String { "byte \(byte): \(reason)" }
}
