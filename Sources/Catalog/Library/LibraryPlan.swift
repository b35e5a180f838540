import Arena

/// What a scenario says under `library`: many skills that are learned in one go, generalists first
/// and then specialists that go on from them.
///
/// ```yaml
/// library:
///   cycles: 3
///   skills:
///     - name: forehand
///       summary: Returns balls to the right and the middle with the forehand
///       steps: 3000000
///       setup: {balls: {side: [-0.2, 0.8]}}
///     - name: forehand-fast
///       from: forehand
///       summary: Hits hard
///       steps: 1000000
///       setup: {rewards: {speed: 2.0}}
/// ```
///
/// Every skill is trained in the scenario itself with what the skill says laid over it.
public struct LibraryPlan: Sendable {
  /// In the order in which they are learned.
  public let skills: [SkillRecipe]

  /// No library holds more skills.
  public static let largest = 256

  private static let keys = ["cycles", "skills"]

  /// Reads the library of a scenario; throws `ContentError` with the line of what is wrong.
  public init(_ scenario: Scenario, in catalog: Catalog) throws {
    guard let tree = scenario.library else {
      throw ContentError(
        scenario.file, line: 1, "the scenario has no group `library`",
        expected: "expected a scenario such as table-tennis/library")
    }
    for pair in tree.pairs ?? [] where !Self.keys.contains(pair.key) {
      throw ContentError(
        scenario.file, line: pair.line, "unknown key `\(pair.key)` in `library`",
        expected: NearestName.hint(for: pair.key, among: Self.keys))
    }
    guard case .sequence(let items)? = tree["skills"]?.content, !items.isEmpty,
      items.count <= Self.largest
    else {
      throw ContentError(
        scenario.file, line: tree["skills"]?.line ?? tree.line,
        "`library.skills` holds no skills or too many",
        expected: "expected a list of 1 ... \(Self.largest) skills")
    }
    let cycles = try tree["cycles"].map {
      try StrictDecoder.decode(Int.self, from: $0, file: scenario.file, path: "library.cycles")
    }
    var skills: [SkillRecipe] = []
    for (index, item) in items.enumerated() {
      let recipe = try SkillRecipe(
        item, path: "library.skills[\(index)]", cycles: cycles ?? 1, base: scenario,
        in: catalog)
      try Self.check(recipe, after: skills, file: scenario.file)
      skills.append(recipe)
    }
    self.skills = skills
  }

  /// Names are unique, and what a skill goes on from is learned before it.
  private static func check(
    _ recipe: SkillRecipe, after skills: [SkillRecipe], file: String
  ) throws(ContentError) {
    let names = skills.map(\.name)
    guard !names.contains(recipe.name) else {
      throw ContentError(
        file, line: recipe.line, "there are two skills called `\(recipe.name)`",
        expected: "expected every name once")
    }
    let learned = skills.filter { $0.mirrors.isEmpty }.map(\.name)
    guard recipe.from.isEmpty || learned.contains(recipe.from) else {
      throw ContentError(
        file, line: recipe.line,
        "`\(recipe.name)` goes on from `\(recipe.from)`, which no skill learned before it is called",
        expected: NearestName.hint(for: recipe.from, among: learned))
    }
    guard recipe.mirrors.isEmpty || names.contains(recipe.mirrors) else {
      throw ContentError(
        file, line: recipe.line,
        "`\(recipe.name)` mirrors `\(recipe.mirrors)`, which no skill before it is called",
        expected: NearestName.hint(for: recipe.mirrors, among: names))
    }
  }

  /// Environment steps of all skills together.
  public var steps: Int { skills.reduce(0) { $0 + $1.steps } }
}
