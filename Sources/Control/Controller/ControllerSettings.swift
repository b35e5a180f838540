import Arena

/// How a controller decides and learns. All of it may be changed where a controller is named, so
/// that what each part is worth can be measured.
public struct ControllerSettings: Configuration, Hashable {
  /// Control steps from the opponent's act to the decision (arXiv 2408.03906: 1; its ablation 3).
  public var wait = 1
  /// Steps after which the choice is thought over again, until the act; 0 for never (the paper's
  /// choice, which beat 1).
  public var rechoose = 0
  /// How one skill is chosen.
  public var selection = Selection.strategies
  /// How the style is chosen, where skills have one.
  public var style = Style.descriptors
  /// Whether acts of the opponent that are foreseen to fail by themselves are left alone.
  public var leaves = true
  /// Whether estimates come from descriptors; if not, nothing is known of any skill.
  public var usesDescriptors = true
  /// Whether descriptors are corrected by what was played.
  public var corrects = true
  /// The only skill to answer with; empty for all.
  public var only = ""
  public var descriptors = DescriptorSettings()
  public var preferences = PreferenceSettings()
  public var opponent = OpponentSettings()

  public init() {}

  /// How one skill is chosen.
  public enum Selection: String, Codable, Sendable, CaseIterable {
    /// Strategies make a shortlist, of which one is drawn by preferences and expectations.
    case strategies
    /// All skills of the style are on the shortlist.
    case all
    /// The skill with the best expected reward.
    case best
    /// Any skill, whatever is known of it.
    case uniform
  }

  /// How the style is chosen.
  public enum Style: String, Codable, Sendable, CaseIterable {
    /// The one whose best skill is the surest.
    case descriptors
    /// By eye: the style rule of the control interface.
    case rule
    /// By the controller's style network.
    case network
    /// Skills of all styles compete.
    case none
  }

  public func validate() throws(PolicyError) {
    guard (0...50).contains(wait) else {
      throw .unusable(key: "settings.wait", reason: "\(wait) is not in 0 ... 50")
    }
    guard (0...1000).contains(rechoose) else {
      throw .unusable(key: "settings.rechoose", reason: "\(rechoose) is not in 0 ... 1000")
    }
    try descriptors.validate(at: "settings.descriptors")
    try preferences.validate(at: "settings.preferences")
    try opponent.validate(at: "settings.opponent")
  }
}
