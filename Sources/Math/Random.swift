/// A seeded stream of random numbers: xoshiro256** (Blackman and Vigna, 2018), its state filled by
/// SplitMix64. Streams are values, so a copy of a world continues with the same numbers.
@frozen
public struct Random: RandomNumberGenerator, Hashable, Sendable, Codable {
  @usableFromInline var s0: UInt64
  @usableFromInline var s1: UInt64
  @usableFromInline var s2: UInt64
  @usableFromInline var s3: UInt64

  /// The stream that belongs to `seed`. Every seed, 0 included, gives a full-period stream.
  @inlinable
  public init(seed: UInt64) {
    var state = seed
    s0 = Random.splitMix(&state)
    s1 = Random.splitMix(&state)
    s2 = Random.splitMix(&state)
    s3 = Random.splitMix(&state)
  }

  /// A seed for the part `index` of whatever `seed` starts: the episode of a run, the seat of an
  /// episode. Distinct pairs give unrelated streams.
  @inlinable
  public static func seed(_ seed: UInt64, _ index: UInt64) -> UInt64 {
    var state = seed ^ 0x6A09_E667_F3BC_C909
    let mixed = splitMix(&state)
    state = mixed &+ index &* 0xD1B5_4A32_D192_ED03
    return splitMix(&state)
  }

  @inlinable
  static func splitMix(_ state: inout UInt64) -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// The next 64 random bits.
  @inlinable
  public mutating func next() -> UInt64 {
    let product = s1 &* 5
    let result = ((product << 7) | (product >> 57)) &* 9
    let t = s1 << 17
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= t
    s3 = (s3 << 45) | (s3 >> 19)
    return result
  }
}

extension Random {
  /// A number in 0 ..< 1 with 53 random bits.
  @inlinable
  public mutating func uniform() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A number in `lower` ..< `upper`.
  @inlinable
  public mutating func uniform(_ lower: Double, _ upper: Double) -> Double {
    lower + (upper - lower) * uniform()
  }

  /// A number in 0 ..< `count`, which must be positive. The bias is below `count` / 2^53.
  @inlinable
  public mutating func index(below count: Int) -> Int {
    precondition(count > 0, "index(below:) needs a positive count")
    return min(Int(uniform() * Double(count)), count - 1)
  }

  /// A normally distributed number with mean 0 and standard deviation 1 (Box and Muller, 1958).
  @inlinable
  public mutating func normal() -> Double {
    let radius = (-2 * log(1 - uniform())).squareRoot()
    return radius * sincos(2 * .pi * uniform()).cosine
  }

  /// A vector of three independent normal numbers with the given standard deviation.
  @inlinable
  public mutating func normalVector(deviation: Double) -> Vector3 {
    Vector3(deviation * normal(), deviation * normal(), deviation * normal())
  }
}
