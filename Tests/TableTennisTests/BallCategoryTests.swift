import Arena
import Math
import Physics
import Testing

@testable import TableTennis

@Suite("Categories of balls")
struct BallCategoryTests {
  private func category(
    _ name: String, _ shape: (inout BallCategory) -> Void = { _ in }
  ) -> BallCategory {
    var category = BallCategory()
    category.name = name
    shape(&category)
    return category
  }

  private func draws(
    _ balls: BallDistribution, _ count: Int, seed: UInt64 = 1
  ) -> [BallDistribution.Draw] {
    let hall = Hall(Hall.Setup())
    var random = Random(seed: seed)
    return (0..<count).map { _ in balls.draw(in: hall, random: &random) }
  }

  @Test("A category's balls are what it says, and good")
  func bounds() throws {
    var balls = BallDistribution()
    balls.categories = [
      category("topspin") {
        $0.topspin = 100...350
        $0.speed = 4...8
      },
      category("underspin") {
        $0.topspin = -400 ... -200
        $0.speed = 3...6
      },
      category("fast") { $0.speed = 7...11 },
      category("lob") { $0.rise = 2.5...4.5 },
      category("short") {
        $0.depth = 0.2...0.6
        $0.speed = 2.5...5
      },
      category("right") { $0.side = 0.3...0.6 },
    ]
    let hall = Hall(Hall.Setup())
    for draw in draws(balls, 900) {
      let category = balls.categories[draw.category]
      var flight = hall.trajectory(of: draw.ball)
      let landing = flight.advanceToBounce(within: 2)
      let bounce = try #require(landing).ball.position
      #expect(bounce.y < 0 && Table.isAbove(bounce))
      if let topspin = category.topspin {
        #expect(topspin.contains(draw.ball.topspin() * (1 - 1e-9)))
      }
      if let speed = category.speed {
        let range = 0.9 * speed.lowerBound...1.1 * speed.upperBound
        #expect(range.contains(-draw.ball.velocity.y))
      }
      if let rise = category.rise {
        let range = rise.lowerBound - 0.4...rise.upperBound + 0.6
        #expect(range.contains(draw.ball.velocity.z))
      }
      if let depth = category.depth {
        let range = depth.lowerBound - 0.02...depth.upperBound + 0.02
        #expect(range.contains(-bounce.y))
      }
      if let side = category.side {
        let end = flight.advance(
          to: Plane(normal: .unitY, offset: -Table.halfLength), within: 2)
        let x = try #require(end).ball.position.x
        #expect((side.lowerBound - 0.15...side.upperBound + 0.15).contains(x))
      }
    }
  }

  @Test("Balls are drawn in proportion to weight over return rate")
  func rates() {
    var balls = BallDistribution()
    balls.categories = [
      category("easy") { $0.returnRate = 0.9 },
      category("hard") { $0.returnRate = 0.3 },
      category("hopeless") {
        $0.returnRate = 0
        $0.weight = 0.05
      },
    ]
    let shares = balls.categories.map(\.share)
    #expect(abs(shares[1] / shares[0] - 3) < 1e-12)
    // Nothing is drawn more often than twenty times as often as what is always returned.
    #expect(shares[2] == 1)
    var counts = [0.0, 0, 0]
    for draw in draws(balls, 3000) { counts[draw.category] += 1 }
    let total = shares.reduce(0, +)
    for index in 0..<3 {
      #expect(abs(counts[index] / 3000 - shares[index] / total) < 0.03)
    }
  }

  @Test("Only the categories that are asked for are drawn, and services are services")
  func only() {
    var balls = BallDistribution()
    balls.categories = [
      category("rally"),
      category("service") {
        $0.kind = .serve
        $0.topspin = -250 ... -50
      },
    ]
    balls.only = ["service"]
    for draw in draws(balls, 100) {
      #expect(draw.category == 1 && draw.isService)
      #expect(draw.ball.topspin() < 0)
    }
  }

  @Test("Without categories balls come as they did, and equal seeds draw equal balls")
  func repeatable() {
    let balls = BallDistribution.medium
    #expect(draws(balls, 20).map(\.ball) == draws(balls, 20).map(\.ball))
    #expect(draws(balls, 20).allSatisfy { $0.category == 0 && !$0.isService })
  }

  @Test("Settings that no ball can be drawn from are refused")
  func refusals() {
    func path(_ change: (inout BallDistribution) -> Void) -> String? {
      var setup = Return.Setup()
      change(&setup.balls)
      do {
        _ = try Return(setup)
        return nil
      } catch { return (error as? SetupError)?.path }
    }
    let bad = category("bad") { $0.speed = 0...300 }
    #expect(path { $0.categories = [bad] } == "balls.categories.0.speed")
    #expect(path { $0.only = ["missing"] } == "balls.only")
    #expect(path { $0.side = -9...0 } == "balls.side")
    let weightless = category("none") { $0.weight = 0 }
    #expect(path { $0.categories = [weightless] } == "balls.categories")
    #expect(path { _ in } == nil)
  }
}
