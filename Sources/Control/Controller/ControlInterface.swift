import Arena

/// What a controller of skills has to be told of a world: which of its fields mean what. One file
/// per world; controllers and measurements read the same.
public struct ControlInterface: Configuration, Hashable {
  /// The observation fields by which situations are told apart, in the order of the key.
  public var key: [String] = []
  /// The observation field that says where things stand, a number near 1 for what is the case.
  public var phase = ""
  public var phases = Phases()
  /// The observation field of one number that grows with time and falls when the opponent acts.
  public var clock = ""
  public var result = ResultFields()
  public var posture = PostureDesign()
  public var outcome = OutcomeFields()
  /// The two numbers of the key that say where the situation begins, as places in it from 0.
  public var origin = [0, 1]
  public var styles = StyleRule()
  /// The observation fields that show the opponent's motion, for classifiers of what it does.
  public var opponentMotion: [String] = []
  public var trait = TraitRule()
  /// The observation field that is near 0 while the opponent's act is foreseen to fail by itself, and
  /// had better not be answered; empty where there is none.
  public var need = ""

  public init() {}

  /// Which numbers of the phase field mean what, from 0.
  public struct Phases: Configuration, Hashable {
    /// Nothing is going on.
    public var over: [Int] = []
    /// This player has to begin.
    public var opening: [Int] = []
    /// This player has to answer the opponent.
    public var answering: [Int] = []
    /// Those of them in which the opponent's act is known to have been good.
    public var returned: [Int] = []

    public init() {}
  }

  /// The observation fields that say how the last act of this player went.
  public struct ResultFields: Configuration, Hashable {
    /// A field of three numbers, 1 for yes: attempted, succeeded, failed. All are 0 again when the
    /// opponent acts.
    public var flags = ""
    /// How forceful it was.
    public var pace = ""
    /// How it turned what it acted on.
    public var twist = ""
    /// Where it ended: two numbers.
    public var place = ""

    public init() {}
  }

  /// The outcome numbers of the world in which skills are measured.
  public struct OutcomeFields: Configuration, Hashable {
    public var attempt = ""
    public var success = ""
    public var pace = ""
    public var twist = ""
    public var placeX = ""
    public var placeY = ""

    public init() {}
  }

  /// What classifiers of openings learn to tell, and how it is known while they learn.
  public struct TraitRule: Configuration, Hashable {
    /// What openings with the trait are called, and the others.
    public var name = ""
    public var otherwise = ""
    /// An observation field of one number that tells, where it can be seen.
    public var field = ""
    /// The trait is there below this.
    public var below = 0.0

    public init() {}
  }

  /// How styles are told apart by eye: one number of an observation field against a threshold.
  public struct StyleRule: Configuration, Hashable {
    public var field = ""
    /// Which number of the field, from 0.
    public var number = 0
    public var threshold = 0.0
    /// The style below the threshold.
    public var below = ""
    /// The style above it.
    public var above = ""

    public init() {}
  }
}

/// How a body is brought back to where it stood at the beginning: every joint's speed in proportion
/// to the way it has to go.
public struct PostureDesign: Configuration, Hashable {
  /// The observation field that says where the joints are, or where they have been sent.
  public var feels = ""
  /// The action field of their speeds, of the same width.
  public var moves = ""
  /// Speed over way, 1/s. Times the delay between a command and its being felt it must stay below
  /// a half, or the body swings.
  public var gain = 4.0

  public init() {}
}
