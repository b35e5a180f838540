import Arena

/// How far the training of a library has come: what lies in its folder as `progress.yaml`.
public struct LibraryProgress: Configuration, Hashable {
  /// The lessons that are over, in their order.
  public var lessons: [Lesson] = []

  public init() {}

  /// One cycle of one skill.
  public struct Lesson: Configuration, Hashable {
    public var skill = ""
    /// Counted from 0.
    public var cycle = 0
    /// Changes with everything that its result depends on.
    public var fingerprint = ""
    public var steps = 0
    public var seconds = 0.0
    /// The measure and the last policy's mean of it over held-out episodes.
    public var measure = ""
    public var score = 0.0
    /// How often balls of each kind were returned afterwards.
    public var rates: [Rate] = []

    public init() {}
  }

  /// A kind of balls and how often they were returned, 0 ... 1.
  public struct Rate: Configuration, Hashable {
    public var category = ""
    public var rate = 0.0

    public init() {}

    public init(_ category: String, _ rate: Double) {
      self.category = category
      self.rate = rate
    }
  }

  /// What is known about a lesson if it is over and nothing it depends on has changed.
  public func lesson(_ skill: String, _ cycle: Int, fingerprint: String) -> Lesson? {
    lessons.first { $0.skill == skill && $0.cycle == cycle && $0.fingerprint == fingerprint }
  }

  /// Enters a lesson that is over, in place of an older one.
  public mutating func enter(_ lesson: Lesson) {
    lessons.removeAll { $0.skill == lesson.skill && $0.cycle == lesson.cycle }
    lessons.append(lesson)
  }

  /// Reads the progress in a file.
  public init(file: String) throws {
    self = try StrictDecoder.decode(
      LibraryProgress.self, from: try Project.tree(of: file), file: file)
  }

  /// Writes it to a file, whole or not at all.
  public func write(to file: String) throws {
    try WholeFile.write(Array(try TreeEncoder.tree(of: self).yaml.utf8), to: file)
  }

  /// A table of return rates: a line per lesson and kind of balls.
  public var rateTable: String {
    var text = "skill,cycle,category,return-rate\n"
    for lesson in lessons {
      for rate in lesson.rates {
        text += "\(lesson.skill),\(lesson.cycle),\(rate.category),\(rate.rate)\n"
      }
    }
    return text
  }
}
