import Math

/// What is to be seen at one moment: a list of simple shapes. The viewer draws scenes and nothing
/// else, so it needs to know no world.
public struct Scene: Sendable {
  /// The shapes, in drawing order.
  public private(set) var items: [Item] = []
  /// Short lines of text for the corner of the picture: score, umpire's last call.
  public var captions: [String] = []
  /// What has just happened, for marks on a timeline; empty at most steps.
  public var marks: [String] = []
  /// The box a camera should show: its opposite corners, in metres.
  public var lowerCorner = Vector3(-2, -2, -1)
  public var upperCorner = Vector3(2, 2, 2)

  public init() {}

  /// Empties the scene and keeps its storage.
  public mutating func removeAll() {
    items.removeAll(keepingCapacity: true)
    captions.removeAll(keepingCapacity: true)
    marks.removeAll(keepingCapacity: true)
  }

  /// Adds a shape. Equal names in successive scenes are the same thing, so that trails can follow.
  public mutating func add(_ shape: Shape, _ colour: Colour, name: String = "") {
    items.append(Item(shape: shape, colour: colour, name: name))
  }

  /// A shape with its looks.
  public struct Item: Sendable, Hashable {
    public let shape: Shape
    public let colour: Colour
    /// The thing's name, or empty for things without one.
    public let name: String
  }

  /// Geometry in world coordinates; lengths in metres.
  public enum Shape: Sendable, Hashable {
    case sphere(centre: Vector3, radius: Double)
    case capsule(from: Vector3, to: Vector3, radius: Double)
    /// A box with the given half lengths along its own axes.
    case box(centre: Vector3, half: Vector3, rotation: Rotation)
    /// A cylinder about `axis`, a unit vector.
    case cylinder(centre: Vector3, axis: Vector3, radius: Double, halfLength: Double)
    case line(from: Vector3, to: Vector3)
    case label(at: Vector3, text: String)
  }

  /// Red, green, blue and opacity, each 0 ... 255.
  public struct Colour: Sendable, Hashable {
    public var red: UInt8
    public var green: UInt8
    public var blue: UInt8
    public var alpha: UInt8

    public init(_ red: UInt8, _ green: UInt8, _ blue: UInt8, alpha: UInt8 = 255) {
      self.red = red
      self.green = green
      self.blue = blue
      self.alpha = alpha
    }
  }
}
