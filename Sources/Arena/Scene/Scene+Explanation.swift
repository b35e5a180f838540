import Math

extension Scene {
  /// What can be shown besides the world itself.
  public struct Layers: OptionSet, Sendable, Hashable {
    public let rawValue: UInt32

    public init(rawValue: UInt32) {
      self.rawValue = rawValue
    }

    /// What the players know, late and noisy as it reaches them, beside what is true.
    public static let belief = Layers(rawValue: 1)
    /// Where a player expects things to go, how surely, and where they will go if nobody interferes.
    public static let forecast = Layers(rawValue: 2)
    /// What is to be done next.
    public static let plan = Layers(rawValue: 4)
    /// Redstone power levels.
    public static let power = Layers(rawValue: 8)
    /// How fast and about which axis things move.
    public static let motion = Layers(rawValue: 16)
  }

  /// Something that happened.
  public struct Mark: Sendable, Hashable {
    /// A word or a short sentence.
    public let text: String
    public let kind: Kind
    /// Where, if at a place.
    public let place: Vector3?

    public enum Kind: UInt8, Sendable, Hashable {
      /// Things touched, or a block changed.
      case contact
      /// A point was decided, a goal was reached.
      case decision
    }

    public init(_ text: String, _ kind: Kind = .contact, at place: Vector3? = nil) {
      self.text = text
      self.kind = kind
      self.place = place
    }
  }

  /// How a named thing moves.
  public struct Motion: Sendable, Hashable {
    /// The name of the item.
    public let name: String
    /// Metres per second.
    public let velocity: Vector3
    /// Radians per second about the vector's direction, counter-clockwise seen from its tip.
    public let spin: Vector3

    public init(name: String, velocity: Vector3, spin: Vector3 = .zero) {
      self.name = name
      self.velocity = velocity
      self.spin = spin
    }
  }

  /// A place to look from.
  public struct Viewpoint: Sendable, Hashable {
    /// Whose eyes these are, such as a seat's name.
    public let name: String
    public let eye: Vector3
    /// The direction of sight, a unit vector.
    public let look: Vector3

    public init(name: String, eye: Vector3, look: Vector3) {
      self.name = name
      self.eye = eye
      self.look = look
    }
  }

  /// A small table with a title.
  public struct Panel: Sendable, Hashable {
    /// The title of the panel that says how a game stands: each row has games, blanks, points.
    public static let score = "Score"

    public let title: String
    public var rows: [Row]

    public init(_ title: String, _ rows: [Row] = []) {
      self.title = title
      self.rows = rows
    }

    /// One line of a panel.
    public struct Row: Sendable, Hashable {
      public let label: String
      public let value: String
      /// The length of a bar beside the value, 0 ... 1, if there is to be one.
      public let share: Double?
      /// Whether the line stands out: the skill that was chosen.
      public let isChosen: Bool

      public init(
        _ label: String, _ value: String, share: Double? = nil, isChosen: Bool = false
      ) {
        self.label = label
        self.value = value
        self.share = share
        self.isChosen = isChosen
      }
    }
  }
}
