/// A 64-bit fingerprint of a state: two states with equal digests are, for all that testing can
/// tell, equal. It does not change between processes, builds or machines, unlike `Hasher`.
@frozen
public struct Digest: Hashable, Sendable {
  /// The fingerprint of everything combined so far.
  public private(set) var value: UInt64

  @inlinable
  public init() {
    self.init(value: 0x243F_6A88_85A3_08D3)
  }

  @usableFromInline
  init(value: UInt64) {
    self.value = value
  }

  /// Adds 64 bits. The order of additions matters.
  @inlinable
  public mutating func combine(_ bits: UInt64) {
    // Multiply and fold: an odd multiplier carries upwards, the fold brings the carry down.
    var z = (value ^ bits) &* 0x9FB2_1C65_1E98_DF25
    z ^= z >> 32
    self = Digest(value: z &* 0x9E37_79B9_7F4A_7C15 ^ (bits >> 29))
  }

  @inlinable
  public mutating func combine(_ number: Int) {
    combine(UInt64(bitPattern: Int64(number)))
  }

  @inlinable
  public mutating func combine(_ flag: Bool) {
    combine(flag ? 1 : 0 as UInt64)
  }

  /// Adds a number by its bits, with 0 and -0 alike.
  @inlinable
  public mutating func combine(_ number: Double) {
    combine((number + 0).bitPattern)
  }

  @inlinable
  public mutating func combine(_ number: Float) {
    combine(UInt64((number + 0).bitPattern))
  }

  @inlinable
  public mutating func combine(_ vector: Vector3) {
    combine(vector.x)
    combine(vector.y)
    combine(vector.z)
  }

  @inlinable
  public mutating func combine(_ rotation: Rotation) {
    combine(rotation.w)
    combine(rotation.v)
  }

  @inlinable
  public mutating func combine(_ random: Random) {
    combine(random.s0)
    combine(random.s1)
    combine(random.s2)
    combine(random.s3)
  }

  @inlinable
  public mutating func combine(_ text: String) {
    combine(text.utf8.count)
    for byte in text.utf8 { combine(UInt64(byte)) }
  }
}

extension Digest: CustomStringConvertible {
  /// Sixteen hexadecimal digits.
  public var description: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
