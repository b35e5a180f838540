/// The number in `range` nearest to `value`.
@inlinable
public func clamp<Number: Comparable>(_ value: Number, _ range: ClosedRange<Number>) -> Number {
  min(max(value, range.lowerBound), range.upperBound)
}
