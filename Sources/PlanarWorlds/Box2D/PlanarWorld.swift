import CBox2D
import Math

/// Rigid bodies in a vertical plane, moved by Box2D.
///
/// A world is a value. Copies share memory until one of them moves; it then continues from a world of
/// its own that was built anew, with every number and the order of every list as they were, so that
/// it goes through the same states bit for bit. Lengths are in metres, masses in kilograms, angles
/// in radians counter-clockwise.
public struct PlanarWorld: Sendable {
  /// The number of a body, a fixture or a joint, in the order they were added.
  public typealias Number = Int32

  /// Whether forces move a body.
  public enum Kind: Int32, Sendable {
    case fixed = 0
    /// Moves at its own velocity and yields to nothing.
    case driven = 1
    case free = 2
  }

  var storage: PlanarStorage

  /// An empty world.
  public init(gravity: Planar) {
    storage = PlanarStorage(box2d_create(Float(gravity.x), Float(gravity.y)))
  }

  /// Makes sure that nobody else sees what changes.
  mutating func own() -> OpaquePointer {
    if !isKnownUniquelyReferenced(&storage) {
      storage = PlanarStorage(box2d_copy(storage.world))
    }
    return storage.world
  }

  /// Advances by `duration` seconds, with so many rounds of Box2D's solvers.
  public mutating func step(_ duration: Double, velocityRounds: Int, positionRounds: Int) {
    box2d_step(own(), Float(duration), Int32(velocityRounds), Int32(positionRounds))
  }

  /// Adds every number that affects the future.
  public func hash(into digest: inout Digest) {
    withUnsafeMutablePointer(to: &digest) { digest in
      box2d_visit(storage.world, digest) { digest, word in
        digest?.assumingMemoryBound(to: Digest.self).pointee.combine(UInt64(word))
      }
    }
  }
}

/// A world of Box2D and its end. Nobody writes through it while more than one value holds it.
final class PlanarStorage: @unchecked Sendable {
  let world: OpaquePointer

  init(_ world: OpaquePointer) {
    self.world = world
  }

  deinit { box2d_destroy(world) }
}
