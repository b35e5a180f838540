/// Kinds of incoming balls by their topspin, from heavy underspin to heavy topspin.
///
/// The inner bounds are those of arXiv 2408.03906 (table I: -25 and 50 rad/s); the outer ones, ours,
/// set apart what its robot could not return.
enum SpinClass {
  static let bounds = [-120.0, -25, 50, 150]
  static let count = 5

  /// The class of a ball's topspin in rad/s, from 0.
  static func index(of topspin: Double) -> Int {
    var index = 0
    for bound in bounds where topspin >= bound { index += 1 }
    return index
  }
}

/// Kinds of incoming balls by their speed: slow, normal and fast, with the bounds of
/// arXiv 2408.03906 (table I), 3.5 and 7 m/s.
enum SpeedClass {
  static let bounds = [3.5, 7.0]
  static let count = 3

  /// The class of a ball's speed on leaving the opponent's racket in m/s, from 0.
  static func index(of speed: Double) -> Int {
    var index = 0
    for bound in bounds where speed >= bound { index += 1 }
    return index
  }
}

/// How many balls of each kind a player had to return, and how many of them were returned.
struct ReturnTally: Sendable {
  private(set) var facedBySpin = InlineArray<5, Int>(repeating: 0)
  private(set) var returnedBySpin = InlineArray<5, Int>(repeating: 0)
  private(set) var facedBySpeed = InlineArray<3, Int>(repeating: 0)
  private(set) var returnedBySpeed = InlineArray<3, Int>(repeating: 0)
  /// The kinds of the ball that is to be returned now.
  private var spin = 0
  private var speed = 0

  /// A ball of this topspin in rad/s and this speed in m/s is to be returned.
  mutating func face(topspin: Double, speed: Double) {
    spin = SpinClass.index(of: topspin)
    self.speed = SpeedClass.index(of: speed)
    facedBySpin[spin] += 1
    facedBySpeed[self.speed] += 1
  }

  /// It was.
  mutating func succeed() {
    returnedBySpin[spin] += 1
    returnedBySpeed[speed] += 1
  }
}
