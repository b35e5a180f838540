import Arena
import Math
import Testing

/// The forecaster of the article "Adding a forecaster", word for word.
struct StraightOn: ArrivalForecaster {
  func arrival(of sightings: [Sighting], every interval: Double, at plane: Double) -> Arrival? {
    guard let last = sightings.last, last.velocity.y != 0 else { return nil }
    let time = (plane - last.position.y) / last.velocity.y
    guard time >= 0 else { return nil }
    return Arrival(time: time, position: last.position + time * last.velocity, topspin: 0)
  }
}

@Suite("The article on adding a forecaster")
struct ArticleTests {
  @Test("shows one that flies straight on")
  func fliesStraightOn() {
    let seen = Sighting(position: Vector3(0, 1, 0.3), velocity: Vector3(0.5, -4, 0))
    let arrival = StraightOn().arrival(of: [seen], every: 0.02, at: -1)
    #expect(arrival?.time == 0.5)
    #expect(arrival?.position == Vector3(0.25, -1, 0.3))
    #expect(StraightOn().arrival(of: [seen], every: 0.02, at: 2) == nil)
  }
}
