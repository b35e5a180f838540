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

  /// No independent test of `FlightModel.real` in two ways: its drag without spin was chosen on
  /// these launches, and the last of the three figures takes drag, lift and spin from the other
  /// launches of the same setting.
  @Test func launchedBallsEndWhereTheirFirstThirdSays() throws {
    var unknown = [Double]()
    var setting = [Double]()
    var calibrated = [Double]()
    for file in Self.launcherFiles {
      let launches = try Self.launches(file)
      let a = launches.compactMap { FlightComparison.endError(of: $0, model: .real) }
      let b = FlightComparison.endErrors(ofOneSetting: launches, model: .real)
      let c = FlightComparison.endErrors(calibratingOneSetting: launches, model: .real)
      print(
        "\(file): spin unknown \(Self.line(a)); spin of the setting \(Self.line(b)); "
          + "air of the setting too \(Self.line(c))")
      unknown += a
      setting += b
      calibrated += c
    }
    print(
      "all launches: spin unknown \(Self.line(unknown)); spin of the setting "
        + "\(Self.line(setting)); air of the setting too \(Self.line(calibrated))")
    #expect(try #require(ErrorSummary(calibrated)).median < 0.02)
    #expect(try #require(ErrorSummary(setting)).median < 0.03)
    #expect(try #require(ErrorSummary(unknown)).median < 0.05)
  }

  /// The rubbers were fitted to these impacts: this checks the formulas, not how they carry over.
  @Test func racketsAnswerAsMeasured() throws {
    for (racket, name, limit) in [("8", Rubber.Name.shortPips, 0.3), ("9", .inverted, 0.4)] {
      let impacts = try MeasuredData.racketImpacts().filter { $0.racket == racket }.map(\.impact)
      let material = Rubber.named(name).material
      let errors = impacts.map { $0.error(of: material) }
      let normal = try #require(ErrorSummary(errors.map(\.normal)))
      let tangential = try #require(ErrorSummary(errors.map(\.tangential)))
      let spin = try #require(ErrorSummary(errors.map(\.spin)))
      print(
        "racket \(racket) as \(name): \(normal.count) impacts, median (p90) off by "
          + "\(normal.median) (\(normal.p90)) m/s along the normal, "
          + "\(tangential.median) (\(tangential.p90)) m/s along the face, "
          + "\(spin.median) (\(spin.p90)) rad/s")
      #expect(normal.median < 0.15 && tangential.median < limit && spin.median < 30)
      // The sign of the spin: rubber sends the slip back, and so does the measured racket.
      for impact in impacts {
        let predicted = impact.predicted(by: material)
        let measured = impact.reversesSlip(out: impact.velocityOut, spin: impact.spinOut)
        #expect(
          measured == impact.reversesSlip(out: predicted.velocity, spin: predicted.spin))
      }
    }
  }

  static func line(_ errors: [Double]) -> String {
    guard let s = ErrorSummary(errors) else { return "none" }
    func mm(_ x: Double) -> String { "\((10_000 * x).rounded() / 10)" }
    return "median \(mm(s.median)) mm, p90 \(mm(s.p90)) mm of \(s.count)"
  }
}
