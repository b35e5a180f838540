/// A side of the blade. In a forehand the forehand face looks along +y, in a backhand the other.
public enum RacketFace: String, Sendable, Codable, CaseIterable {
  case forehand
  case backhand

  /// What the normal of the forehand face is multiplied by to give this face's.
  @inlinable public var sign: Double { self == .forehand ? 1 : -1 }
}
