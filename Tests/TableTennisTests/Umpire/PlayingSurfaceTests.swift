import Math
import TableTennis
import Testing

struct PlayingSurfaceTests {
  @Test("A ball over the table can be obstructed wherever it goes")
  func over() {
    #expect(PlayingSurface.isUnderOrAhead(of: Vector3(0.7, 1.3, 0.2), moving: Vector3(3, 3, 1)))
    #expect(PlayingSurface.isUnderOrAhead(of: Vector3(0, 0, 0.2), moving: .zero))
  }

  @Test("A ball beside the table can be obstructed only on a way that meets the table")
  func beside() {
    let beside = Vector3(1.2, -0.5, 0.3)
    #expect(PlayingSurface.isUnderOrAhead(of: beside, moving: Vector3(-2, 3, 0)))
    #expect(!PlayingSurface.isUnderOrAhead(of: beside, moving: Vector3(2, 3, 0)))
    #expect(!PlayingSurface.isUnderOrAhead(of: beside, moving: Vector3(-0.2, 3, 0)))
    #expect(!PlayingSurface.isUnderOrAhead(of: beside, moving: Vector3(0, 3, 0)))
    #expect(!PlayingSurface.isUnderOrAhead(of: beside, moving: .zero))
  }

  @Test("A ball behind the end line and going away, or below the table, cannot be obstructed")
  func past() {
    #expect(!PlayingSurface.isUnderOrAhead(of: Vector3(0, 1.5, 0.3), moving: Vector3(0, 4, 0)))
    #expect(PlayingSurface.isUnderOrAhead(of: Vector3(0, 1.5, 0.3), moving: Vector3(0, -4, 0)))
    #expect(!PlayingSurface.isUnderOrAhead(of: Vector3(0, 1, -0.3), moving: Vector3(0, -4, 0)))
  }

  @Test("The path backwards tells by which line a ball left the table")
  func lines() {
    let side = PlayingSurface.wasLeftBySideLine
    #expect(side(Vector3(1.5, 0.5, -0.7), Vector3(2, 0.5, -3)))
    #expect(!side(Vector3(0.2, 2.5, -0.7), Vector3(0.1, 3, -3)))
    // Beyond both lines: the steeper way out decides.
    #expect(side(Vector3(1.5, 1.5, -0.7), Vector3(2, 1, -3)))
    #expect(!side(Vector3(0.9, 2.5, -0.7), Vector3(1, 2, -3)))
  }

  @Test("The whole ball has to be behind the end line")
  func endLine() {
    let line = PlayingSurface.distance
    #expect(abs(line(Vector3(0, -1.6, 0), .home) - 0.21) < 1e-12)
    #expect(line(Vector3(0, -1.38, 0), .home) < 0)
    #expect(line(Vector3(0, -1.6, 0), .away) < 0)
  }
}
