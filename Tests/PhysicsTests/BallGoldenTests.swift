import Math
import Physics
import Testing

/// Flights of the paper's scene computed with MuJoCo 4.0.0 at 1 ms, against `FlightModel.dm`.
@Suite struct BallGoldens {
  /// Position, velocity and spin at 0, 0.2 and 0.4 s of six flights without a bounce, made by `awk
  /// -F, '$3=="0.000"||$3=="0.200"||$3=="0.400"' mujoco_golden_rollouts.csv` from the rollouts of
  /// the published ball states: rallies 8009, 5175, 9172, 4246, 8695 and 12252 (the last to 0.2 s).
  static let flights: [[[Double]]] = [
    [
      [-0.47624, 1.40641, 0.34044, 1.49639, -5.55513, 1.95777, 29.656, 3.588, 19.820],
      [-0.18280, 0.37513, 0.49228, 1.44064, -4.78752, -0.36138, 29.627, 3.585, 19.801],
      [0.09964, -0.51281, 0.21540, 1.38063, -4.09765, -2.34894, 29.597, 3.581, 19.781],
    ],
    [
      [-0.66895, -1.48542, 0.31019, 0.35912, 3.93290, 2.37682, 30.714, -9.156, 0.907],
      [-0.60382, -0.74913, 0.58694, 0.29979, 3.47363, 0.43834, 30.683, -9.147, 0.906],
      [-0.54677, -0.08471, 0.49513, 0.27542, 3.19063, -1.32285, 30.652, -9.138, 0.905],
    ],
    [
      [0.54000, 1.31000, 0.28000, -0.88000, -5.08000, 2.11000, 58.940, -7.280, -18.810],
      [0.36099, 0.35344, 0.44239, -0.90584, -4.48510, -0.40453, 58.881, -7.273, -18.791],
      [0.18000, -0.47807, 0.13916, -0.89669, -3.81326, -2.56190, 58.822, -7.265, -18.772],
    ],
    [
      [-0.19382, 1.35689, 0.29909, 0.86840, -5.12605, 2.02451, 48.843, 7.214, -1.560],
      [-0.03161, 0.39150, 0.45244, 0.75607, -4.53461, -0.41298, 48.794, 7.207, -1.558],
      [0.10843, -0.45359, 0.15375, 0.64344, -3.90497, -2.51155, 48.745, 7.200, -1.557],
    ],
    [
      [-0.46607, 1.11581, 0.39084, 2.05818, -5.60955, 1.54036, 53.923, 5.524, 4.258],
      [-0.08105, 0.07290, 0.44513, 1.80340, -4.83148, -0.91111, 53.869, 5.519, 4.253],
      [0.25704, -0.81483, 0.04955, 1.57981, -4.03980, -2.97471, 53.815, 5.513, 4.249],
    ],
    [
      [0.24629, 1.08013, 0.52751, -1.24639, -8.01848, -0.03785, 74.026, 159.765, 11.003],
      [0.01315, -0.36185, 0.28393, -1.18837, -6.45613, -2.29034, 73.952, 159.605, 10.992],
    ],
  ]

  static func ball(_ n: [Double]) -> Ball {
    Ball(
      position: Vector3(n[0], n[1], n[2]), velocity: Vector3(n[3], n[4], n[5]),
      spin: Vector3(n[6], n[7], n[8]))
  }

  @Test func theStoredFlightsAreMet() {
    for flight in Self.flights {
      for (k, row) in flight.enumerated() {
        let expected = Self.ball(row)
        let ball = fly(Self.ball(flight[0]), model: .dm, for: 0.2 * Double(k))
        // MuJoCo's own step of 1 ms is worth g dt t / 2 = 2 mm at 0.4 s.
        #expect((ball.position - expected.position).length < 0.0025)
        #expect((ball.velocity - expected.velocity).length < 0.012)
        // The file has three decimals.
        #expect((ball.spin - expected.spin).length < 0.0015)
      }
    }
  }

  @Test(.enabled(if: MeasuredData.isPresent, "REPERTOIRE_DATA is not set"))
  func allRolloutsAreMetBeforeTheBounce() throws {
    let rows = try MeasuredData.rows("deepmind_ball_states/mujoco_golden_rollouts.csv")
    var flights = [[(time: Double, ball: Ball)]]()
    var last: [Substring] = []
    for row in rows {
      let n = row.dropFirst(2).map { Double($0)! }
      if Array(row[0...1]) != last { flights.append([]) }
      last = Array(row[0...1])
      flights[flights.count - 1].append((n[0], Self.ball(Array(n.dropFirst()))))
    }
    #expect(flights.count == 120)
    var errors = [Double]()
    var times = [Double]()
    for flight in flights {
      // A contact lasts 4 ms and shows as a gain of upward speed, or of spin, between two samples.
      let contact =
        zip(flight, flight.dropFirst()).enumerated().first { _, pair in
          pair.1.ball.velocity.z > pair.0.ball.velocity.z - 0.05
            || (pair.1.ball.spin - pair.0.ball.spin).length > 1
        }?.offset ?? flight.count - 1
      let row = flight[min(contact, 20)]
      guard contact > 0 else { continue }
      let ball = fly(flight[0].ball, model: .dm, for: row.time)
      errors.append((ball.position - row.ball.position).length)
      times.append(row.time)
      #expect((ball.spin - row.ball.spin).length < 0.002)
    }
    let worst = errors.max() ?? .infinity
    print(
      "golden rollouts: \(errors.count) flights, \(times.filter { $0 == 0.4 }.count) of 0.4 s, "
        + "worst position error \(1000 * worst) mm")
    #expect(errors.count > 110 && worst < 0.005)
  }
}
