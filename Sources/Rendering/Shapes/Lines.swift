import Arena
import Math

/// Straight lines of a width in pixels, laid out for the graphics card: both ends, both colours.
public struct Lines: Sendable {
  static let numbersEach = 16

  private(set) var numbers: [Float] = []

  public init() {}

  var count: Int { numbers.count / Self.numbersEach }

  public mutating func removeAll() { numbers.removeAll(keepingCapacity: true) }

  /// - Parameter width: in pixels of a picture 720 high.
  public mutating func add(
    _ from: Vector3, _ to: Vector3, _ start: Scene.Colour, _ end: Scene.Colour, width: Double
  ) {
    append(from, width)
    append(to, 0)
    append(start)
    append(end)
  }

  private mutating func append(_ point: Vector3, _ last: Double) {
    for number in [point.x, point.y, point.z, last] { numbers.append(Float(number)) }
  }

  private mutating func append(_ colour: Scene.Colour) {
    for part in [colour.red, colour.green, colour.blue, colour.alpha] {
      numbers.append(Float(part) / 255)
    }
  }
}
