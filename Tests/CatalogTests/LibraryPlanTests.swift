import Catalog
import Foundation
import TableTennis
import Testing

@Suite struct LibraryPlanTests {
  private static let head = """
    environment: table-tennis/return
    summary: A library
    setup:
      home: {start-spread: 0.2}
      balls:
        categories: [{name: people}, {name: fast, speed: [7.0, 9.0]}]
    policies: {home: scripted-robot}
    training: {measure: landed}
    library:

    """

  private func plan(_ library: String) throws -> LibraryPlan {
    let text = Self.head + library
    let tree = try TreeParser.parse(Array(text.utf8), file: "lib.yaml")
    let scenario = try Scenario(tree, name: "lib", file: "lib.yaml")
    return try LibraryPlan(scenario, in: TestProject.catalog)
  }

  @Test func theProjectsOwnLibraryHoldsEverySkillTheMatchNeeds() throws {
    let catalog = TestProject.catalog
    let plan = try LibraryPlan(try catalog.scenario("table-tennis/library"), in: catalog)
    #expect(plan.skills.count >= 17)
    #expect(plan.skills.filter { $0.scenario.environment == "table-tennis/serve" }.count >= 3)
    for recipe in plan.skills {
      _ = try catalog.world(of: recipe.scenario)
      #expect(!recipe.summary.isEmpty)
      for category in recipe.scenario.categories {
        _ = try catalog.world(of: recipe.scenario.drawing(only: category))
      }
    }
  }

  @Test func skillsAreLaidOverTheScenario() throws {
    let plan = try plan(
      """
        cycles: 3
        skills:
          - {name: first, steps: 100}
          - name: second
            from: first
            cycles: 1
            setup: {balls: {only: [fast]}, rewards: {speed: 2.0}}
            training: {measure: hit}
          - {name: third, environment: table-tennis/serve, setup: {time-limit: 3.0}}
          - {name: fourth, mirrors: second, steps: 5}
      """)
    #expect(plan.skills.map(\.name) == ["first", "second", "third", "fourth"])
    #expect(plan.skills.map(\.cycles) == [3, 1, 3, 3])
    #expect(plan.skills.map(\.steps) == [100, 1_000_000, 1_000_000, 0])
    #expect(plan.skills[0].scenario.categories == ["people", "fast"])
    #expect(plan.skills[1].scenario.categories == ["fast"])
    let world = try #require(
      try TestProject.catalog.world(of: plan.skills[1].scenario) as? Return)
    #expect(world.setup.rewards.speed == 2 && world.setup.home.startSpread == 0.2)
    // What an environment of its own does not know is left out.
    let serve = try #require(
      try TestProject.catalog.world(of: plan.skills[2].scenario) as? Serve)
    #expect(serve.setup.home.startSpread == 0.2 && serve.setup.timeLimit == 3)
  }

  @Test func countedRatesChangeWhatIsDrawn() throws {
    let plan = try plan("  skills: [{name: first}]\n")
    let scenario = plan.skills[0].scenario.drawing(by: [("fast", 0.25), ("unknown", 0.5)])
    let world = try #require(try TestProject.catalog.world(of: scenario) as? Return)
    #expect(world.setup.balls.categories.map(\.returnRate) == [1, 0.25])
  }

  static let broken: [(text: String, line: Int, message: String)] = [
    ("  skils: []\n", 10, "unknown key `skils` in `library`; did you mean `skills`?"),
    ("  skills: []\n", 10, "holds no skills"),
    ("  skills: 3\n", 10, "holds no skills"),
    ("  cycles: many\n  skills: [{name: a}]\n", 10, "expected a whole number"),
    ("  skills:\n    - {name: a, stepps: 3}\n", 11, "did you mean `steps`?"),
    ("  skills:\n    - {summary: none}\n", 11, "expected a name of letters"),
    ("  skills:\n    - {name: ../up}\n", 11, "expected a name of letters"),
    ("  skills:\n    - {name: a, steps: 0}\n", 11, "expected 1 ... 1000000000000"),
    ("  skills:\n    - {name: a, cycles: -1}\n", 11, "expected 1 ... 100"),
    ("  skills:\n    - {name: a}\n    - {name: a}\n", 12, "two skills called `a`"),
    ("  skills:\n    - {name: a, from: b}\n    - {name: b}\n", 11, "goes on from `b`"),
    ("  skills:\n    - {name: a, from: a}\n", 11, "goes on from `a`"),
    ("  skills:\n    - {name: a, mirrors: b}\n", 11, "mirrors `b`"),
    (
      "  skills:\n    - {name: a}\n    - {name: b, mirrors: a}\n    - {name: c, from: b}\n", 13,
      "goes on from `b`"
    ),
    (
      "  skills:\n    - {name: a}\n    - {name: b, mirrors: a, from: a}\n", 12, "either `mirrors`"
    ),
    ("  skills:\n    - {name: a, setup: 3}\n", 11, "expected a group of keys"),
    (
      "  skills:\n    - {name: a, environment: table-tennis/serv}\n", 11,
      "no environment is called"
    ),
    ("  skills: [a, b]\n", 10, "expected a group of keys"),
  ]

  @Test(arguments: broken.indices)
  func brokenLibrariesAreRefusedWithTheirLine(index: Int) throws {
    let (text, line, message) = Self.broken[index]
    do {
      _ = try plan(text)
      Issue.record("`\(text)` was accepted")
    } catch let error as ContentError {
      #expect(error.line == line, "\(error)")
      #expect("\(error)".contains(message), "\(error)")
    }
  }

  @Test func progressSurvivesTheFile() throws {
    var progress = LibraryProgress()
    var lesson = LibraryProgress.Lesson()
    lesson.skill = "forehand"
    lesson.fingerprint = "abc"
    lesson.score = 0.1 + 0.2
    lesson.rates = [.init("people", 0.75)]
    progress.enter(lesson)
    progress.enter(lesson)
    let scratch = try Scratch()
    try progress.write(to: scratch.path("progress.yaml"))
    let read = try LibraryProgress(file: scratch.path("progress.yaml"))
    #expect(read == progress && read.lessons.count == 1)
    #expect(read.lesson("forehand", 0, fingerprint: "abc")?.score == lesson.score)
    #expect(read.lesson("forehand", 0, fingerprint: "other") == nil)
    #expect(read.rateTable == "skill,cycle,category,return-rate\nforehand,0,people,0.75\n")
  }
}
