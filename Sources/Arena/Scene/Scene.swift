import Math

/// What is to be seen at one moment: a list of simple shapes. The viewer draws scenes and nothing
/// else, so it needs to know no world.
public struct Scene: Sendable {
  /// The shapes, in drawing order.
  public private(set) var items: [Item] = []
  /// Cells of a block world, sixteen cubed at a time.
  public var chunks: [BlockChunk] = []
  /// What the numbers in `chunks` look like; one table for all of them.
  public var blockLooks: [BlockLook] = []
  /// How named things move: for trails, and for the axis they spin about.
  public var motions: [Motion] = []
  /// Places to look from, such as the eyes of a player.
  public var viewpoints: [Viewpoint] = []
  /// Tables of numbers that explain what goes on.
  public var panels: [Panel] = []
  /// Short lines of text for the corner of the picture: score, umpire's last call.
  public var captions: [String] = []
  /// What has just happened, for marks on a timeline; empty at most steps.
  public var marks: [Mark] = []
  /// The box a camera should show: its opposite corners, in metres.
  public var lowerCorner = Vector3(-2, -2, -1)
  public var upperCorner = Vector3(2, 2, 2)
  /// Where it takes place.
  public var surroundings = Surroundings.studio
  /// What is wanted besides the world itself. Whoever looks sets it; worlds add what they can.
  public var layers: Layers = []

  public init() {}

  /// Empties the scene and keeps its storage, and which layers are wanted.
  public mutating func removeAll() {
    items.removeAll(keepingCapacity: true)
    chunks.removeAll(keepingCapacity: true)
    motions.removeAll(keepingCapacity: true)
    viewpoints.removeAll(keepingCapacity: true)
    panels.removeAll(keepingCapacity: true)
    captions.removeAll(keepingCapacity: true)
    marks.removeAll(keepingCapacity: true)
  }

  /// Adds a shape. Equal names in successive scenes are the same thing, so that trails can follow.
  public mutating func add(
    _ shape: Shape, _ colour: Colour, name: String = "", finish: Finish = .plain
  ) {
    items.append(Item(shape: shape, colour: colour, name: name, finish: finish))
  }

  /// Gives the item at `index` another shape.
  public mutating func replace(at index: Int, with shape: Shape) {
    let old = items[index]
    items[index] = Item(shape: shape, colour: old.colour, name: old.name, finish: old.finish)
  }

  /// A shape with its looks.
  public struct Item: Sendable, Hashable {
    public let shape: Shape
    public let colour: Colour
    /// The thing's name, or empty for things without one.
    public let name: String
    public let finish: Finish
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

  /// How a surface looks beyond its colour.
  public enum Finish: UInt8, Sendable, Hashable, CaseIterable {
    case plain
    /// Smooth, with a highlight: plastic, lacquer.
    case glossy
    /// An open mesh of threads, 15 mm apart.
    case mesh
    /// Gives light of its own and takes no shadow.
    case glowing
  }

  /// Where a scene takes place, which decides the ground and what lies beyond it.
  public enum Surroundings: UInt8, Sendable, Hashable, CaseIterable {
    /// A plain floor with a line every metre.
    case studio
    /// The floor of a sports hall.
    case hall
    /// The open air, with no ground but what the scene holds.
    case openAir
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
