import Arena
import Math
import Physics

/// The blade that every player holds.
public enum Racket {
  /// Metres; a head of 157 by 150 mm taken as a disc of equal area.
  public static let radius = 0.077
  /// Half the thickness of the wood with both rubbers, metres.
  public static let halfThickness = 0.006

  /// The blade as a solid in a given pose.
  static func disc(_ pose: RacketPose) -> Disc {
    Disc(
      centre: pose.centre, normal: pose.normal, radius: radius, halfThickness: halfThickness)
  }

  /// The rubbers of the two faces.
  public struct Rubbers: Configuration, Hashable {
    public var forehand = Rubber.Name.inverted
    public var backhand = Rubber.Name.inverted

    public init() {}

    func rubber(on face: RacketFace) -> Rubber {
      Rubber.named(face == .forehand ? forehand : backhand)
    }
  }
}

extension RacketPose {
  /// The same racket seen from the other end of the table.
  var turnedAround: RacketPose {
    RacketPose(
      centre: centre.turnedAround,
      attitude: Rotation(w: 0, v: .unitZ) * attitude,
      velocity: velocity.turnedAround, angularVelocity: angularVelocity.turnedAround)
  }

  /// A bound, in metres, on how far any point of the blade lies from its place in another pose.
  func displacement(from other: RacketPose) -> Double {
    // A chord between quaternions is at least a quarter of the angle.
    let w = attitude.w - other.attitude.w
    let chord = (w * w + (attitude.v - other.attitude.v).lengthSquared).squareRoot()
    return (centre - other.centre).length + 4 * chord * Racket.radius
  }

  func hash(into digest: inout Digest) {
    digest.combine(centre)
    digest.combine(attitude)
    digest.combine(velocity)
    digest.combine(angularVelocity)
  }
}

extension Ball {
  /// The same ball seen from the other end of the table.
  var turnedAround: Ball {
    Ball(
      position: position.turnedAround, velocity: velocity.turnedAround, spin: spin.turnedAround)
  }
}
