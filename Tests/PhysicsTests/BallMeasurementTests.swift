import Math
import Physics
import Testing

@Suite(.enabled(if: MeasuredData.isPresent, "REPERTOIRE_DATA is not set"))
struct BallMeasurements {
  static let launcherFiles = [
    "mn5008_no_spin", "mn5008_backspin", "mn5008_topspin", "no_spin_robot_simple",
  ]

  /// The first flight of every launch, up to the bounce.
  static func launches(_ file: String) throws -> [ArraySlice<FlightSample>] {
    try MeasuredData.trajectories("isr_ball_prediction/csv/\(file).csv").compactMap { samples in
      FlightSample.flights(in: samples).first.map { samples[$0] }
    }
  }

  @Test func launchedBallsEndWhereTheirFirstThirdSays() throws {
    for deviation in [0.0, 50, 100, 150, 300] {
      var all = [Double]()
      for file in Self.launcherFiles {
        let launches = try Self.launches(file)
        let spin =
          deviation == 0
          ? FlightFit.Spin.known(.zero) : .around(.zero, deviation: deviation)
        let errors = launches.compactMap {
          FlightComparison.endError(of: $0, model: .real, spin: spin)
        }
        all += errors
        let s = try #require(ErrorSummary(errors))
        let durations = try #require(
          ErrorSummary(launches.map { $0.last!.time - $0.first!.time }))
        let rms = try #require(
          ErrorSummary(
            launches.compactMap { FlightFit(to: $0, model: .real, spin: spin)?.residual }))
        let mean = FlightComparison.meanSpin(of: launches, model: .real)
        print(
          "\(file) sd \(deviation): \(s.count) median \(s.median * 1000) p90 \(s.p90 * 1000) mm; flight \(durations.median) s, whole-arc rms \(rms.median * 1000) mm, mean spin \(mean)"
        )
      }
      let s = try #require(ErrorSummary(all))
      print("ALL sd \(deviation): median \(s.median * 1000) p90 \(s.p90 * 1000) mm")
    }
  }
}
