import Arena

/// What a controller's folder says in its `manifest.yaml`: which skills, which strategies, and how
/// to choose among them.
public struct ControllerManifest: Configuration, Hashable {
  /// The layout of the manifest; raised when older readers could misread it.
  public static let currentFormat = 1
  /// The most skills and strategies a controller can have.
  public static let mostSkills = 64

  public var format = ControllerManifest.currentFormat
  /// "controller": what kind of folder this is.
  public var kind = "controller"
  /// One sentence: what the controller is for.
  public var summary = ""
  /// The control interface, by the name of its world.
  public var interface = ""
  public var skills: [SkillChoice] = []
  /// Names of strategies.
  public var strategies: [String] = []
  public var settings = ControllerSettings()

  public init() {}

  /// A skill and what it is used for.
  public struct SkillChoice: Configuration, Hashable {
    /// The skill's catalog name or folder.
    public var name = ""
    /// What it is used for.
    public var roles = [Role.answer]
    /// The style it belongs to: `forehand`; empty if it fits all.
    public var style = ""
    /// The kind of act it answers: `underspin`; empty if any.
    public var trait = ""

    public init() {}
  }

  /// What a skill can be used for.
  public enum Role: String, Codable, Sendable, CaseIterable {
    /// Answers the opponent.
    case answer
    /// Answers the opponent's opening.
    case answerOpening
    /// Opens.
    case open
  }

  public func validate() throws(PolicyError) {
    guard format == Self.currentFormat else {
      throw .unusable(
        key: "format", reason: "\(format) is not \(Self.currentFormat), the one we read")
    }
    guard kind == "controller" else {
      throw .unusable(key: "kind", reason: "`\(kind)` is not `controller`")
    }
    guard (1...Self.mostSkills).contains(skills.count) else {
      throw .unusable(key: "skills", reason: "expected 1 to \(Self.mostSkills) skills")
    }
    for (index, skill) in skills.enumerated() {
      guard !skill.name.isEmpty else {
        throw .unusable(key: "skills.\(index).name", reason: "expected the name of a skill")
      }
      guard !skills[..<index].contains(where: { $0.name == skill.name }) else {
        throw .unusable(key: "skills.\(index).name", reason: "`\(skill.name)` is there twice")
      }
    }
    guard skills.contains(where: { $0.roles.contains(.answer) }) else {
      throw .unusable(key: "skills", reason: "expected a skill with the role `answer`")
    }
    guard strategies.count <= Self.mostSkills else {
      throw .unusable(key: "strategies", reason: "expected at most \(Self.mostSkills)")
    }
    guard !strategies.isEmpty || settings.selection != .strategies else {
      throw .unusable(key: "strategies", reason: "expected at least one strategy")
    }
    try settings.validate()
  }
}
