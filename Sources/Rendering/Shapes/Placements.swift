import Arena
import Math

/// Where and how copies of one shape are drawn, laid out for the graphics card: three rows of the
/// placement, the stretch of the far end with the finish, and the colour.
struct Placements: Sendable {
  static let numbersEach = 20

  private(set) var numbers: [Float] = []

  var count: Int { numbers.count / Self.numbersEach }

  /// Where a unit shape goes: its middle and its three axes.
  struct Frame: Sendable {
    let origin: Vector3
    let x: Vector3
    let y: Vector3
    let z: Vector3

    init(_ origin: Vector3, _ x: Vector3, _ y: Vector3, _ z: Vector3) {
      self.origin = origin
      self.x = x
      self.y = y
      self.z = z
    }
  }

  mutating func removeAll() { numbers.removeAll(keepingCapacity: true) }

  mutating func add(
    _ frame: Frame, stretch: Vector3 = .zero, _ colour: Scene.Colour, _ finish: Scene.Finish
  ) {
    let (o, x, y, z) = (frame.origin, frame.x, frame.y, frame.z)
    append(x.x, y.x, z.x, o.x)
    append(x.y, y.y, z.y, o.y)
    append(x.z, y.z, z.z, o.z)
    append(stretch.x, stretch.y, stretch.z, Double(finish.rawValue))
    append(
      Double(colour.red) / 255, Double(colour.green) / 255, Double(colour.blue) / 255,
      Double(colour.alpha) / 255)
  }

  private mutating func append(_ a: Double, _ b: Double, _ c: Double, _ d: Double) {
    numbers.append(Float(a))
    numbers.append(Float(b))
    numbers.append(Float(c))
    numbers.append(Float(d))
  }
}
