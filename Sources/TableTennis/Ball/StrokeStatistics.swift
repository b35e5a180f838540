import Math
import Physics

/// How people hit balls: a normal distribution over nine numbers that describe a stroke.
///
/// The numbers are the contact point (x, y, z), the point of the first bounce (x, y), the logarithm
/// of the time to it, and the spin (x, y, z), of a ball that flies towards -y. In these numbers the
/// published ball states (arXiv 2408.03906, google-deepmind/competitive_robot_table_tennis, data
/// under CC-BY-4.0) are close to normal with mild correlations, whereas positions and velocities
/// are tied to each other by the flight.
struct StrokeStatistics: Sendable {
  /// The mean of each number.
  let mean: [Double]
  /// The rows of the lower triangular factor of their covariance.
  let factor: [[Double]]

  /// From the 11,850 of 11,999 published rally states that fly to the robot, clear the net and
  /// land on its court in the paper's flight law.
  static let rally = StrokeStatistics(
    mean: [-0.048, 1.193, 0.4288, -0.0031, -0.7139, -0.851, 36.36, 3.01, -1.55],
    factor: [
      [0.3489],
      [-0.0031, 0.2928],
      [-0.0025, -0.0152, 0.1133],
      [0.0590, 0.0146, 0.0037, 0.3038],
      [-0.0012, 0.0058, 0.0147, -0.0002, 0.2600],
      [0.0039, 0.0618, 0.0591, -0.0086, -0.0804, 0.1793],
      [-4.115, 8.248, -2.319, 1.356, 2.348, -20.06, 29.63],
      [-5.994, -0.053, -0.337, 6.727, 1.168, 0.673, -0.043, 26.08],
      [-2.208, 0.595, -0.391, 3.853, 0.990, 1.042, -2.078, 8.820, 23.60],
    ])

  /// From 2,703 of the 2,704 published serves; the bounce is that on the server's own court.
  static let serve = StrokeStatistics(
    mean: [-0.0641, 1.4159, 0.2601, -0.0389, 0.9053, -2.298, 2.683, -0.761, -3.453],
    factor: [
      [0.367],
      [-0.006, 0.076],
      [-0.008, 0.004, 0.076],
      [0.273, 0.010, -0.003, 0.076],
      [0.018, 0.062, -0.120, -0.011, 0.105],
      [-0.066, 0.000, 0.352, 0.008, -0.133, 0.105],
      [-0.574, -0.679, -1.779, 1.164, -4.161, 0.321, 16.51],
      [0.694, 0.168, 0.944, 0.157, 0.560, 0.118, 2.022, 17.92],
      [4.339, -0.515, 1.381, -3.535, 2.534, -0.598, -0.620, 5.733, 15.14],
    ])

  /// One stroke's numbers: standard normal scores, scaled by `spread` and cut at `limit` deviations,
  /// through the factor.
  func sample(spread: Double, limit: Double, random: inout Random) -> Sample {
    var scores = InlineArray<9, Double>(repeating: 0)
    for i in 0..<9 {
      var score = random.normal()
      while abs(score) > limit { score = random.normal() }
      scores[i] = spread * score
    }
    var numbers = InlineArray<9, Double>(repeating: 0)
    for i in 0..<9 {
      numbers[i] = mean[i]
      for j in 0...i { numbers[i] += factor[i][j] * scores[j] }
    }
    return Sample(
      contact: Vector3(numbers[0], numbers[1], numbers[2]),
      bounce: Vector3(numbers[3], numbers[4], Ball.radius), duration: exp(numbers[5]),
      spin: Vector3(numbers[6], numbers[7], numbers[8]))
  }

  /// One stroke in the coordinates of these statistics.
  struct Sample {
    var contact: Vector3
    /// The centre of the ball at the first bounce.
    var bounce: Vector3
    /// Seconds to the first bounce.
    var duration: Double
    var spin: Vector3
  }
}
