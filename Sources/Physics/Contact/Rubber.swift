import Math

/// One side of a racket: what the ball meets there.
@frozen
public struct Rubber: Hashable, Codable, Sendable {
  public var material: SurfaceMaterial
  /// The material that a ball with topspin meets instead, if there is one.
  public var againstTopspin: SurfaceMaterial?

  @inlinable
  public init(_ material: SurfaceMaterial, againstTopspin: SurfaceMaterial? = nil) {
    self.material = material
    self.againstTopspin = againstTopspin
  }

  /// Topspin begins here, in rad/s (arXiv 2408.03906, table I).
  public static let topspinThreshold = 50.0

  /// What `ball`, in the state before the contact, meets.
  @inlinable
  public func material(against ball: Ball) -> SurfaceMaterial {
    guard let againstTopspin, ball.topspin() > Rubber.topspinThreshold else { return material }
    return againstTopspin
  }

  /// The rubbers that have a name.
  public enum Name: String, CaseIterable, Codable, Sendable {
    case shortPips = "short-pips"
    case inverted
    case antiSpin = "anti-spin"
    case longPips = "long-pips"
    case dm
  }

  /// The rubber of that name.
  public static func named(_ name: Name) -> Rubber {
    switch name {
    case .shortPips: shortPips
    case .inverted: inverted
    case .antiSpin: antiSpin
    case .longPips: longPips
    case .dm: dm
    }
  }
}

extension Rubber {
  /// Short pimples out on 2 mm of sponge: fitted to 28 measured impacts at 3.8 to 9.3 m/s (racket 8
  /// of gossardt/tt_rackets, arXiv 2604.11349). None of them slid, at up to 0.7 of tangential over
  /// normal impulse, so the friction of 0.8 is a lower bound. Spin about the normal from the
  /// rubbers of the Ace matches, 0.805.
  public static let shortPips = Rubber(
    SurfaceMaterial(
      restitution: Restitution(0.900, slope: -0.0205, floor: 0.65),
      tangentialRestitution: Restitution(0.877, slope: -0.029, floor: 0.3),
      friction: 0.8, spinRetention: 0.805))

  /// Smooth and tacky on 2.1 mm of sponge: fitted to 19 measured impacts (racket 9 of the same
  /// data). Friction 1.2 is customary in simulation; none of the impacts slid.
  public static let inverted = Rubber(
    SurfaceMaterial(
      restitution: Restitution(0.895, slope: -0.0212, floor: 0.65),
      tangentialRestitution: Restitution(0.855, slope: -0.0254, floor: 0.3),
      friction: 1.2, spinRetention: 0.805))

  /// Smooth and slippery: friction 0.20 (0.197 ... 0.207 in arXiv 2604.11349). Its soft sponge is
  /// assumed to return less than inverted, and its top sheet to spring back little.
  public static let antiSpin = Rubber(
    SurfaceMaterial(
      restitution: Restitution(0.82, slope: -0.021, floor: 0.55),
      tangentialRestitution: Restitution(0.2), friction: 0.20, spinRetention: 0.9))

  /// Long soft pimples without sponge. No impacts were at hand: assumed to slide like anti-spin but
  /// to spring back sideways while they grip, and to be livelier, as wood lies right below.
  public static let longPips = Rubber(
    SurfaceMaterial(
      restitution: Restitution(0.88, slope: -0.021, floor: 0.6),
      tangentialRestitution: Restitution(0.5), friction: 0.30, spinRetention: 0.9))

  /// The racket of arXiv 2408.03906 as its contact behaves when run in MuJoCo: e = 0.80, and no
  /// loss at all against topspin (the paper sets the damping to 0 then); e_t = 0.33 for slanting
  /// impacts; friction 1.5 (table VI).
  public static let dm = Rubber(
    SurfaceMaterial(
      restitution: Restitution(0.80), tangentialRestitution: Restitution(0.33), friction: 1.5),
    againstTopspin: SurfaceMaterial(
      restitution: Restitution(1), tangentialRestitution: Restitution(0.33), friction: 1.5))
}
