import Math

/// How the mass of a link is spread: what it takes to move and to turn it.
public struct Inertia: Hashable, Sendable, Codable {
  /// Kilograms.
  public var mass: Double
  /// The centre of mass in the link's frame, in metres.
  public var centre: Vector3
  /// The rotational inertia about the centre of mass, along the link's axes, in kg m2.
  public var rotational: SymmetricMatrix

  public init(mass: Double, centre: Vector3 = .zero, rotational: SymmetricMatrix) {
    self.mass = mass
    self.centre = centre
    self.rotational = rotational
  }

  /// The inertia of a link without mass.
  public static let none = Inertia(mass: 0, rotational: .zero)

  /// Two bodies joined to one. Both are given in the same frame.
  public static func + (a: Inertia, b: Inertia) -> Inertia {
    let mass = a.mass + b.mass
    guard mass > 0 else { return .none }
    let centre = (a.mass / mass) * a.centre + (b.mass / mass) * b.centre
    // Steiner's theorem, about the common centre.
    return Inertia(
      mass: mass, centre: centre,
      rotational: a.rotational + .pointMass(a.mass, at: a.centre - centre) + b.rotational
        + .pointMass(b.mass, at: b.centre - centre))
  }

  /// The same body seen from the frame in which its own stands at `pose`.
  public func placed(at pose: Transform) -> Inertia {
    Inertia(
      mass: mass, centre: pose(centre), rotational: rotational.turned(by: pose.rotation))
  }

  /// Whether some spread of positive mass has this inertia: the mass is not negative, and the
  /// second moments of mass, trace / 2 - J, are not negative in any direction (Wensing, Kim and
  /// Slotine, 2018). A share of 1e-6 is forgiven for printed numbers that are rounded.
  public var isPossible: Bool {
    guard mass >= 0, centre.isFinite else { return false }
    let slack = 1e-6 * rotational.trace
    let half = 0.5 * rotational.trace + slack
    let moments = SymmetricMatrix(
      xx: half - rotational.xx, yy: half - rotational.yy, zz: half - rotational.zz,
      xy: -rotational.xy, xz: -rotational.xz, yz: -rotational.yz)
    let (first, second, third) = moments.leadingMinors
    if rotational == .zero { return true }
    return mass > 0 && first > 0 && second > 0 && third > 0
  }
}
