import Arena
import PlanarWorlds
import TableTennis
import VoxelWorld

/// Everything that can be named. Adding a thing is one file somewhere and one line in this one.
public struct Catalog: Sendable {
  /// The version of the program, as recordings and `--version` give it.
  public static let version = "0.1.0"

  public let project: Project
  /// Published data that scenarios may ask for, if the user has them.
  public let data: PublishedData?
  public let environments: [EnvironmentEntry]
  public let families: [PolicyFamily]
  private let builtIn: [PolicyEntry]

  /// The catalog of a project. Tests hand in lists of their own.
  public init(
    _ project: Project, data: PublishedData? = nil,
    environments: [EnvironmentEntry] = Self.environments,
    policies: [PolicyEntry] = Self.policies, families: [PolicyFamily] = Self.families
  ) {
    self.project = project
    self.data = data
    self.environments = environments
    self.families = families
    builtIn = policies
  }

  public static let environments: [EnvironmentEntry] = [
    EnvironmentEntry(
      Return.self, "One incoming ball, to be returned by one stroke",
      equip: { try $0.adopt(from: $1) }),
    EnvironmentEntry(
      Return.self, as: "table-tennis/serve-return", "One incoming service, to be returned",
      defaults: .serveReturn, equip: { try $0.adopt(from: $1) }),
    EnvironmentEntry(Serve.self, "Toss the ball and serve it"),
    EnvironmentEntry(Match.self, "Two players, a whole match under an umpire"),
    EnvironmentEntry(Build.self, "Build a blueprint block by block, from materials or at will"),
    EnvironmentEntry(
      Build.self, as: "voxel/survive-and-build",
      "Build a blueprint in survival from stocked chests, with tools and patience",
      defaults: survival),
    EnvironmentEntry(Navigate.self, "Walk, jump, climb and swim to a cell of a rough ground"),
    EnvironmentEntry(CartPole.self, "Balance a pole on a cart (CartPole-v1)"),
    EnvironmentEntry(Crowd.self, "Walkers that keep clear of each other on the way to their goals"),
    EnvironmentEntry(Lander.self, "Set a craft down on the moon (LunarLander-v3)"),
    EnvironmentEntry(Pendulum.self, "Swing a pendulum up and hold it (Pendulum-v1)"),
    EnvironmentEntry(Rally.self, "Table tennis from the side, with a paddle on a jointed arm"),
  ]

  private static var survival: Build.Setup {
    var setup = Build.Setup()
    setup.creative = false
    setup.stock = .chests
    return setup
  }

  public static let policies: [PolicyEntry] = [
    PolicyEntry("still", .policy, world: "", "Answers everything with zero") {
      StillPolicy(for: $0.interface)
    },
    PolicyEntry("random", .policy, world: "", "Draws every action from its range") {
      RandomPolicy(for: $0.interface)
    },
    PolicyEntry(
      "scripted-robot", .policy, world: "table-tennis", seatSetup: [("body", "robot")],
      "Foresees the ball, inverts the contact law, swings in joint space"
    ) { request in
      let world = try tableTennis(request)
      return ScriptedRobot(
        hall: world.hall, player: world.players[request.seat],
        robot: world.robots[request.seat] ?? .paper)
    },
    PolicyEntry(
      "walk-to", .skill, world: "voxel",
      "Draws a map of what it sees and follows the quickest way on it"
    ) { _ in WalkTo() },
    PolicyEntry(
      "build-blueprint", .skill, world: "voxel",
      "Builds what differs from the blueprint, in an order that leaves a way out"
    ) { request in
      guard let site = request.world as? Build else {
        throw SetupError("", "it builds in voxel/build only")
      }
      return Builder(site.blueprint)
    },
  ]

  public static let families: [PolicyFamily] = [
    PolicyFamily(
      .opponent, world: "table-tennis", folder: "Assets/table-tennis/opponents",
      seatSetup: [("body", "racket")], parameters: Opponent.self, check: { try $0.validate() },
      seatDefaults: { try TreeEncoder.tree(of: $0.player) },
      make: { opponent, request in
        opponent.makePolicy(hall: try tableTennis(request).hall)
      }),
    PolicyFamily(
      .skill, world: "table-tennis", folder: "Assets/table-tennis/strokes",
      seatSetup: [("body", "robot")], parameters: RobotStroke.self, check: { try $0.validate() },
      make: { stroke, request in
        let world = try tableTennis(request)
        return ScriptedStroke(
          stroke, hall: world.hall, player: world.players[request.seat],
          robot: world.robots[request.seat] ?? .paper,
          record: SkillDescriptor(name: "", summary: ""))
      }),
  ]

  private static func tableTennis(_ request: PolicyRequest) throws -> any TableTennisWorld {
    guard let world = request.world as? any TableTennisWorld else {
      throw SetupError("", "it plays table tennis only")
    }
    return world
  }

  /// Every policy that needs no folder of its own: those above and the members of the families.
  public func policies() throws -> [PolicyEntry] {
    try builtIn + families.flatMap { try $0.entries(in: project) }
  }
}
