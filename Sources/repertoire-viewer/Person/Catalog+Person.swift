#if Viewer

import Arena
import Catalog
import TableTennis
import VoxelWorld

extension Catalog {
  /// The catalog with `person` among its policies: whoever sits at the mouse and the keyboard.
  ///
  /// - Parameter assistance: how much a person is helped at the table, 0 ... 1.
  func seating(_ hands: Hands, assistance: Double) -> Catalog {
    let summary = "You, with mouse and keyboard"
    let player = PolicyEntry(
      "person", .policy, world: "table-tennis", seatSetup: [("body", "racket")], summary
    ) { request in
      guard let world = request.world as? any TableTennisWorld else {
        throw SetupError("", "it plays table tennis only")
      }
      var helper = Opponent()
      helper.player = world.players[request.seat]
      return PersonAtTheTable(
        hands: hands, assistance: assistance, helper: helper.makePolicy(hall: world.hall))
    }
    let walker = PolicyEntry("person", .policy, world: "voxel", summary) { request in
      guard WalkingPerson.fits(request.interface) else {
        throw SetupError("", "nobody can walk in this seat")
      }
      return WalkingPerson(hands: hands, seat: request.interface)
    }
    let builder = PolicyEntry(
      "builder", .policy, world: "voxel", "Builds the blueprint of its site block by block"
    ) { request in
      guard let site = request.world as? Build else {
        throw SetupError("", "there is nothing to build here")
      }
      return Builder(site.blueprint)
    }
    let site = EnvironmentEntry(Build.self, "A body is to build a blueprint on flat ground")
    // What the catalog has already goes before.
    let sites = Self.environments.contains { $0.name == site.name } ? [] : [site]
    let builders = Self.policies.contains { $0.name == builder.name } ? [] : [builder]
    return Catalog(
      project, data: data, environments: Self.environments + sites,
      policies: Self.policies + [player, walker] + builders)
  }
}

#endif
