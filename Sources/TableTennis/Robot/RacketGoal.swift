import Math
import Physics

/// Where the middle of the blade should be and which way a face should look; the turn of the blade
/// about that direction is free.
public struct RacketGoal: Hashable, Sendable {
  /// Metres.
  public var centre: Vector3
  /// The unit vector along which `face` should look.
  public var normal: Vector3
  public var face: RacketFace

  public init(centre: Vector3, normal: Vector3, face: RacketFace) {
    self.centre = centre
    self.normal = normal
    self.face = face
  }
}
