import Arena
import Foundation
import Math
import Physics
import TableTennis

/// A folder of published measurements, which the project reads when pointed there and never
/// contains.
public struct PublishedData: Sendable {
  /// The folder's path.
  public let folder: String

  public init(folder: String) throws {
    guard Project.isFolder(folder) else {
      throw MissingError("`\(folder)` is not there; expected a folder of published data")
    }
    self.folder = folder
  }

  /// The largest file that is read: 64 MiB.
  private static let largest = 64 << 20

  /// The ball states of arXiv 2408.03906: `rallies.json` or `serves.json`, which lie in the folder
  /// itself or in `table-tennis/deepmind_ball_states` below it.
  func ballStates(_ kind: BallDistribution.Kind) throws -> [Ball] {
    let name = kind == .rally ? "rallies.json" : "serves.json"
    let places = ["", "deepmind_ball_states/", "table-tennis/deepmind_ball_states/"]
    let paths = places.map { "\(folder)/\($0)\(name)" }
    guard let path = paths.first(where: Project.isFile) else {
      throw MissingError("`\(folder)` holds no `\(name)`; expected the published ball states")
    }
    let bytes = try Project.bytes(of: path, limit: Self.largest)
    do {
      return try JSONDecoder().decode([State].self, from: Data(bytes)).map { try $0.ball() }
    } catch {
      throw ContentError(
        path, line: 1, "the file is no list of ball states",
        expected: "expected objects with finite numbers pos_x ... w_vel_z")
    }
  }

  /// One state as it stands in the file.
  private struct State: Decodable {
    var positionX: Double
    var positionY: Double
    var positionZ: Double
    var velocityX: Double
    var velocityY: Double
    var velocityZ: Double
    var spinX: Double
    var spinY: Double
    var spinZ: Double

    enum CodingKeys: String, CodingKey {
      case positionX = "pos_x"
      case positionY = "pos_y"
      case positionZ = "pos_z"
      case velocityX = "vel_x"
      case velocityY = "vel_y"
      case velocityZ = "vel_z"
      case spinX = "w_vel_x"
      case spinY = "w_vel_y"
      case spinZ = "w_vel_z"
    }

    func ball() throws -> Ball {
      let ball = Ball(
        position: Vector3(positionX, positionY, positionZ),
        velocity: Vector3(velocityX, velocityY, velocityZ), spin: Vector3(spinX, spinY, spinZ))
      guard ball.isFinite else { throw CocoaError(.coderInvalidValue) }
      return ball
    }
  }
}

extension Return {
  /// Takes the published ball states if the setup asks for them and the user has them; the fitted
  /// generator stands in for them otherwise.
  mutating func adopt(from data: PublishedData?) throws {
    guard setup.balls.origin == .published, let data else { return }
    try adopt(try data.ballStates(setup.balls.kind))
  }
}
