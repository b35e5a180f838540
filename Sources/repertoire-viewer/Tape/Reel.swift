#if Viewer

import Arena
import Catalog
import Console
import Math
import VoxelWorld

/// What there is to watch: the episodes of a recording, or a scenario that is played on the spot.
struct Reel {
  /// As the user called it.
  let name: String
  /// How many episodes there are; nil where another can always be played.
  let episodeCount: Int?
  /// What is wrong with the file, if something is.
  let damage: String?
  private let make: (Int) -> any Tape

  /// The episode of that number, from 0.
  func tape(_ episode: Int) -> any Tape { make(episode) }

  /// Opens a recording or a blueprint by its file, or a scenario by name or file.
  ///
  /// - Parameter isFinished: whether to show a site as its blueprint wants it.
  init(
    _ source: String, isFinished: Bool = false, seats: SeatOptions, seed: UInt64, catalog: Catalog
  ) throws {
    if RecordingFile.isRecording(source) {
      try self.init(recording: try RecordingFile.read(source), source, catalog)
    } else if BlueprintFile.isNamed(source) {
      self.init(model: try BlueprintFile.model(source), source)
    } else if isFinished {
      try self.init(site: try catalog.world(of: try catalog.scenario(source)), source)
    } else {
      try self.init(cast: try seats.cast(try catalog.scenario(source), in: catalog), source, seed)
    }
  }

  private init(recording: Recording, _ source: String, _ catalog: Catalog) throws {
    let world = try catalog.world(of: recording, file: source)
    guard !recording.episodes.isEmpty else {
      throw WorkFailed(description: "`\(source)` holds no episode to watch")
    }
    name = source
    episodeCount = recording.episodes.count
    damage = recording.damage?.description
    func maker<World: Environment>(_ world: World) -> (Int) -> any Tape {
      { WorldTape(world, recording: recording, episode: $0) }
    }
    make = maker(world)
  }

  private init(site world: any Environment, _ source: String) throws {
    guard let site = world as? Build else {
      throw WorkFailed(description: "`\(source)` has no blueprint; --finished shows what one wants")
    }
    self.init(model: try BlueprintModel(site.blueprint), source)
  }

  private init(model: BlueprintModel, _ source: String) {
    name = source
    episodeCount = 1
    damage = nil
    make = { _ in StillTape(source) { model.draw(into: &$0) } }
  }

  init(cast: Cast, _ source: String, _ seed: UInt64) throws {
    name = source
    episodeCount = nil
    damage = nil
    func maker<World: Environment>(_ world: World) -> (Int) -> any Tape {
      { WorldTape(world, cast: cast, seed: Random.seed(seed, UInt64($0))) }
    }
    make = maker(cast.world)
  }
}

#endif
