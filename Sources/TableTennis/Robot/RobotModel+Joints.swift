import Math
import Physics

extension RobotModel {
  /// The joints in order of the paper: slide y, slide x, axes 1 to 6. Ranges, speeds, forces, gains,
  /// damping and friction are the paper's Table V; the links are the IRB 1100-4/0.58's. Axis 1
  /// turns left, axis 2 leans forward from upright, axis 3 lowers the forearm from a right angle
  /// with the upper arm, axis 4 rolls it, axis 5 lowers the hand, axis 6 rolls it.
  ///
  /// The inertias are not printed (MuJoCo derived them from meshes that are not published). They
  /// are estimates, to which the printed armature is added, for an arm of 21 kg of which 5 kg turn
  /// with axis 1, 5.5 kg are upper arm, 4 kg forearm and wrist, and 0.25 kg racket and holder:
  /// - Slide x carries arm, plate and carriage, 41 kg; slide y also the 4 m beam of slide x, 120 kg.
  /// - Axes 1 and 2 swing the half-stretched arm: the forearm's 4 kg at 0.33 m (0.44 kg m2), the
  ///   upper arm (0.1 to 0.16) and the racket (0.06). Axis 3: forearm (0.13) and racket (0.04).
  /// - Axes 4 and 5 swing the racket, 0.25 kg at 0.3 m; axis 6 only rolls it.
  ///
  /// They matter little: with the printed gains every joint is overdamped and follows its
  /// set-point with the time constant (kv + damping) / kp, 0.129 s for slide y, 0.054 s for slide
  /// x and 14 to 27 ms for the axes. The inertia decides how long the force limit is met.
  static let paperJoints: [Joint] = [
    Joint(
      name: "slide-y", kind: .prismatic, parent: -1, origin: .identity, axis: .unitY,
      range: -1.8861...0.174, speedLimit: 2,
      drive: Joint.Drive(
        stiffness: 1_279_178, derivative: 164_636, forceLimit: 4102, damping: 30.924,
        friction: 0, inertia: 120 + 0.002)),
    Joint(
      name: "slide-x", kind: .prismatic, parent: 0, origin: .identity, axis: .unitX,
      range: -1.8937...1.88, speedLimit: 2,
      drive: Joint.Drive(
        stiffness: 248_791, derivative: 13_157, forceLimit: 1499, damping: 255.683,
        friction: 0, inertia: 41 + 27.097)),
    Joint(
      name: "axis-1", kind: .revolute, parent: 1,
      origin: Transform(rotation: Rotation(angle: 0.5 * .pi, axis: .unitZ)), axis: .unitZ,
      range: -2...2, speedLimit: 4.36,
      drive: Joint.Drive(
        stiffness: 85_874, derivative: 1599, forceLimit: 100, damping: 25, friction: 0.1,
        inertia: 0.65 + 0.01)),
    Joint(
      name: "axis-2", kind: .revolute, parent: 2,
      origin: Transform(position: Vector3(0, 0, 0.327)), axis: .unitY,
      range: 0.2...1.22, speedLimit: 4.36,
      drive: Joint.Drive(
        stiffness: 10_669, derivative: 265, forceLimit: 100, damping: 25, friction: 0.1,
        inertia: 0.65 + 0.01)),
    Joint(
      name: "axis-3", kind: .revolute, parent: 3,
      origin: Transform(position: Vector3(0, 0, 0.28)), axis: .unitY,
      range: 0...0.9, speedLimit: 4.36,
      drive: Joint.Drive(
        stiffness: 180_694, derivative: 2735, forceLimit: 60, damping: 25, friction: 0.1,
        inertia: 0.17 + 0.01)),
    Joint(
      name: "axis-4", kind: .revolute, parent: 4,
      origin: Transform(position: Vector3(0, 0, 0.01)), axis: .unitX,
      range: -1.5708...1.5708, speedLimit: 5.585,
      drive: Joint.Drive(
        stiffness: 21_905, derivative: 331, forceLimit: 20, damping: 5, friction: 0.1,
        inertia: 0.025 + 0.01)),
    Joint(
      name: "axis-5", kind: .revolute, parent: 5,
      origin: Transform(position: Vector3(0.3, 0, 0)), axis: .unitY,
      range: -1.75 ... -0.65, speedLimit: 5.585,
      drive: Joint.Drive(
        stiffness: 9000, derivative: 211, forceLimit: 25, damping: 3, friction: 0.1,
        inertia: 0.025 + 0.01)),
    Joint(
      name: "axis-6", kind: .revolute, parent: 6, origin: .identity, axis: .unitX,
      range: -0.7...2.3, speedLimit: 7.33,
      drive: Joint.Drive(
        stiffness: 5101, derivative: 66, forceLimit: 100, damping: 3, friction: 0.1,
        inertia: 0.001 + 0.01)),
  ]
}
