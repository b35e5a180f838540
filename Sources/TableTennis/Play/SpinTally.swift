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

/// How many balls of each class a player had to return, and how many of them were returned.
struct SpinTally: Sendable {
  private(set) var faced = InlineArray<5, Int>(repeating: 0)
  private(set) var returned = InlineArray<5, Int>(repeating: 0)
  /// The class of the ball that is to be returned now.
  private var present = 0

  /// A ball of this topspin is to be returned.
  mutating func face(_ topspin: Double) {
    present = SpinClass.index(of: topspin)
    faced[present] += 1
  }

  /// It was.
  mutating func succeed() { returned[present] += 1 }
}
