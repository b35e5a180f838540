import Math

/// Smooth random numbers over space: random values at the points of a lattice, blended between them
/// (value noise; Perlin and Hoffert, 1989).
struct Noise: Sendable {
  private let seed: UInt64
  /// Blocks between points of the lattice.
  private let spacing: Double
  /// How many finer lattices are laid over the first, each of half the spacing and half the weight.
  private let octaves: Int

  init(seed: UInt64, spacing: Double, octaves: Int) {
    self.seed = seed
    self.spacing = spacing
    self.octaves = octaves
  }

  /// The value at a place, in -1 ... 1.
  func value(_ x: Double, _ y: Double, _ z: Double) -> Double {
    var sum = 0.0
    var weights = 0.0
    var weight = 1.0
    var scale = 1 / spacing
    for octave in 0..<octaves {
      let layer = Random.seed(seed, UInt64(octave))
      sum += weight * Self.blend(layer, x * scale, y * scale, z * scale)
      weights += weight
      weight /= 2
      scale *= 2
    }
    return sum / weights
  }

  /// Between the eight points around a place.
  private static func blend(_ seed: UInt64, _ x: Double, _ y: Double, _ z: Double) -> Double {
    let x0 = x.rounded(.down)
    let y0 = y.rounded(.down)
    let z0 = z.rounded(.down)
    let (u, v, w) = (smooth(x - x0), smooth(y - y0), smooth(z - z0))
    func point(_ dx: Int, _ dy: Int, _ dz: Int) -> Double {
      lattice(seed, Int(x0) + dx, Int(y0) + dy, Int(z0) + dz)
    }
    func along(_ a: Double, _ b: Double, _ share: Double) -> Double { a + share * (b - a) }
    let lower = along(
      along(point(0, 0, 0), point(1, 0, 0), u), along(point(0, 0, 1), point(1, 0, 1), u), w)
    let upper = along(
      along(point(0, 1, 0), point(1, 1, 0), u), along(point(0, 1, 1), point(1, 1, 1), u), w)
    return along(lower, upper, v)
  }

  /// A curve from 0 to 1 that is level at both ends.
  private static func smooth(_ t: Double) -> Double { t * t * (3 - 2 * t) }

  /// The random value of a point, in -1 ... 1.
  private static func lattice(_ seed: UInt64, _ x: Int, _ y: Int, _ z: Int) -> Double {
    var bits = mixed(seed, x)
    bits = mixed(bits, y)
    bits = mixed(bits, z)
    bits = bits &* 0xBF58_476D_1CE4_E5B9
    return Double(bits >> 11) * 0x1p-52 - 1
  }

  private static func mixed(_ bits: UInt64, _ part: Int) -> UInt64 {
    let product = (bits ^ UInt64(bitPattern: Int64(part))) &* 0x9E37_79B9_7F4A_7C15
    return product ^ (product >> 29)
  }
}
