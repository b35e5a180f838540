import Arena
import Math

/// The lamp, the sky and the ground of some surroundings.
struct Light: Sendable {
  /// Towards the sun or the lamps, a unit vector.
  var direction = Vector3(0.36, -0.48, 0.8)
  var sun: SIMD3<Float>
  var sky: SIMD3<Float>
  var ground: SIMD3<Float>
  /// What lies in the distance: at the horizon and overhead.
  var haze: SIMD3<Float>
  var zenith: SIMD3<Float>
  var floor: SIMD3<Float>
  var court: SIMD3<Float>

  init(_ surroundings: Scene.Surroundings) {
    switch surroundings {
    case .hall:
      direction = Vector3(0.22, -0.26, 0.94)
      sun = SIMD3(0.72, 0.7, 0.66)
      sky = SIMD3(0.42, 0.44, 0.48)
      ground = SIMD3(0.2, 0.19, 0.18)
      haze = SIMD3(0.16, 0.18, 0.22)
      zenith = SIMD3(0.07, 0.08, 0.1)
      floor = SIMD3(0.24, 0.27, 0.31)
      court = SIMD3(0.56, 0.24, 0.21)
    case .studio:
      sun = SIMD3(0.72, 0.7, 0.66)
      sky = SIMD3(0.42, 0.44, 0.48)
      ground = SIMD3(0.26, 0.25, 0.24)
      haze = SIMD3(0.86, 0.88, 0.9)
      zenith = SIMD3(0.62, 0.68, 0.76)
      floor = SIMD3(0.74, 0.76, 0.78)
      court = floor
    case .openAir:
      direction = Vector3(0.48, -0.36, 0.8)
      sun = SIMD3(0.86, 0.8, 0.68)
      sky = SIMD3(0.36, 0.42, 0.52)
      ground = SIMD3(0.24, 0.22, 0.18)
      haze = SIMD3(0.76, 0.86, 0.95)
      zenith = SIMD3(0.36, 0.58, 0.88)
      floor = SIMD3(0.6, 0.6, 0.6)
      court = floor
    }
    direction = direction.normalized()
  }
}
