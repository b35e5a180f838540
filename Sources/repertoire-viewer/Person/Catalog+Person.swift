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
    return Catalog(
      project, data: data, environments: Self.environments,
      policies: Self.policies + [player, walker])
  }
}

#endif
