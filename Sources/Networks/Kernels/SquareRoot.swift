/// The square root, correctly rounded.
@inline(__always)
func squareRoot(_ x: Float) -> Float { x.squareRoot() }
