import Math

/// One number for each of up to eight joints, with arithmetic lane by lane. Unused lanes hold 0.
///
/// It computes as `SIMD8<Double>` and is stored as plain numbers: as arguments of parameterised
/// tests, which pass through existentials and asynchronous frames, values with the 64-byte
/// alignment of `SIMD8<Double>` corrupted the heap (Swift 6.3 on Linux), and the state of a world
/// may pass through both.
@frozen
public struct JointVector: Sendable {
  /// Which lanes a comparison holds for.
  public typealias Mask = SIMDMask<SIMD8<Int64>>
  public static let scalarCount = 8

  @usableFromInline var lanes: InlineArray<8, Double>

  @inlinable @inline(__always)
  public init(_ lanes: SIMD8<Double>) {
    self.lanes = unsafe unsafeBitCast(lanes, to: InlineArray<8, Double>.self)
  }

  @inlinable @inline(__always)
  public init(repeating number: Double) {
    self.init(SIMD8(repeating: number))
  }

  @inlinable @inline(__always)
  public init(
    _ a: Double, _ b: Double, _ c: Double, _ d: Double, _ e: Double, _ f: Double, _ g: Double,
    _ h: Double
  ) {
    self.init(SIMD8(a, b, c, d, e, f, g, h))
  }

  @inlinable @inline(__always)
  public static var zero: JointVector { JointVector(repeating: 0) }

  /// The lanes as a vector of the processor.
  @inlinable @inline(__always)
  public var wide: SIMD8<Double> { unsafe unsafeBitCast(lanes, to: SIMD8<Double>.self) }

  @inlinable
  public subscript(lane: Int) -> Double {
    get { lanes[lane] }
    set { lanes[lane] = newValue }
  }
}

extension JointVector {
  @inlinable @inline(__always)
  public static func + (a: JointVector, b: JointVector) -> JointVector {
    JointVector(a.wide + b.wide)
  }

  @inlinable @inline(__always)
  public static func - (a: JointVector, b: JointVector) -> JointVector {
    JointVector(a.wide - b.wide)
  }

  @inlinable @inline(__always)
  public static func * (a: JointVector, b: JointVector) -> JointVector {
    JointVector(a.wide * b.wide)
  }

  @inlinable @inline(__always)
  public static func / (a: JointVector, b: JointVector) -> JointVector {
    JointVector(a.wide / b.wide)
  }

  @inlinable @inline(__always)
  public static func * (s: Double, a: JointVector) -> JointVector {
    JointVector(s * a.wide)
  }

  @inlinable @inline(__always)
  public static func / (a: JointVector, s: Double) -> JointVector {
    JointVector(a.wide / s)
  }

  @inlinable @inline(__always)
  public static prefix func - (a: JointVector) -> JointVector {
    JointVector(-a.wide)
  }

  @inlinable @inline(__always)
  public static func += (a: inout JointVector, b: JointVector) {
    a = a + b
  }

  @inlinable @inline(__always)
  public static func -= (a: inout JointVector, b: JointVector) {
    a = a - b
  }

  @inlinable public func sum() -> Double { wide.sum() }
  @inlinable public func max() -> Double { wide.max() }
  @inlinable public func min() -> Double { wide.min() }
}

extension JointVector {
  @inlinable @inline(__always)
  public static func .< (a: JointVector, b: JointVector) -> Mask { a.wide .< b.wide }

  @inlinable @inline(__always)
  public static func .<= (a: JointVector, b: JointVector) -> Mask { a.wide .<= b.wide }

  @inlinable @inline(__always)
  public static func .> (a: JointVector, b: JointVector) -> Mask { a.wide .> b.wide }

  @inlinable @inline(__always)
  public static func .>= (a: JointVector, b: JointVector) -> Mask { a.wide .>= b.wide }

  @inlinable @inline(__always)
  public static func .== (a: JointVector, b: JointVector) -> Mask { a.wide .== b.wide }

  @inlinable @inline(__always)
  public static func .!= (a: JointVector, b: JointVector) -> Mask { a.wide .!= b.wide }

  @inlinable @inline(__always)
  public static func .< (a: JointVector, b: Double) -> Mask { a.wide .< b }

  @inlinable @inline(__always)
  public static func .<= (a: JointVector, b: Double) -> Mask { a.wide .<= b }

  @inlinable @inline(__always)
  public static func .> (a: JointVector, b: Double) -> Mask { a.wide .> b }

  @inlinable @inline(__always)
  public static func .>= (a: JointVector, b: Double) -> Mask { a.wide .>= b }

  @inlinable @inline(__always)
  public static func .== (a: JointVector, b: Double) -> Mask { a.wide .== b }

  /// Whether any lane has other bits than that of `other`.
  @inlinable @inline(__always)
  public func differs(from other: JointVector) -> Bool {
    let bits = unsafe unsafeBitCast(lanes, to: SIMD8<UInt64>.self)
    let otherBits = unsafe unsafeBitCast(other.lanes, to: SIMD8<UInt64>.self)
    let eight = bits ^ otherBits
    let four = eight.lowHalf | eight.highHalf
    let two = four.lowHalf | four.highHalf
    return two.x | two.y != 0
  }

  /// This vector with the lanes of `mask` taken from `other`.
  @inlinable @inline(__always)
  public func replacing(with other: JointVector, where mask: Mask) -> JointVector {
    JointVector(wide.replacing(with: other.wide, where: mask))
  }

  @inlinable @inline(__always)
  public mutating func replace(with other: JointVector, where mask: Mask) {
    self = replacing(with: other, where: mask)
  }
}

extension JointVector: Hashable {
  @inlinable
  public static func == (a: JointVector, b: JointVector) -> Bool { a.wide == b.wide }

  @inlinable
  public func hash(into hasher: inout Hasher) { wide.hash(into: &hasher) }
}

extension JointVector: Codable {
  public init(from decoder: any Decoder) throws { self.init(try SIMD8(from: decoder)) }

  public func encode(to encoder: any Encoder) throws { try wide.encode(to: encoder) }
}

/// The size of each lane.
@inlinable @inline(__always)
public func abs(_ vector: JointVector) -> JointVector {
  vector.replacing(with: -vector, where: vector .< 0)
}

/// The larger of two vectors, lane by lane.
@inlinable @inline(__always)
public func larger(_ a: JointVector, _ b: JointVector) -> JointVector {
  a.replacing(with: b, where: a .< b)
}

/// `value` held between `low` and `high`, lane by lane.
@inlinable @inline(__always)
public func held(_ value: JointVector, _ low: JointVector, _ high: JointVector) -> JointVector {
  let raised = larger(value, low)
  return raised.replacing(with: high, where: raised .> high)
}
