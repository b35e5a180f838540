import Math

/// A robot as its file describes it: joints, links, motors and bodies.
///
/// Links joined by fixed joints are one link here; each keeps its name as a frame of the link that
/// it became part of.
public struct RobotDescription: Hashable, Sendable {
  public var name: String
  /// The moving joints, its base the frame of the root link.
  public var chain: KinematicChain
  /// One per joint: all that moves rigidly with it, in the frame of its link.
  public var inertias: [Inertia]
  /// One per joint: what its rotor adds to the inertia.
  public var armatures: [Double]
  /// The bodies of the links, for contacts and drawing.
  public var capsules: [LinkCapsule]
  /// Every link of the file, in the order of the tree.
  public var frames: [NamedFrame]

  init(
    name: String, chain: KinematicChain, inertias: [Inertia], armatures: [Double],
    capsules: [LinkCapsule], frames: [NamedFrame]
  ) {
    self.name = name
    self.chain = chain
    self.inertias = inertias
    self.armatures = armatures
    self.capsules = capsules
    self.frames = frames
  }

  /// Where a link of the file is.
  public struct NamedFrame: Hashable, Sendable {
    public var name: String
    /// The joint that carries it; -1 for the base.
    public var joint: Int
    /// Its frame seen from the link of `joint`.
    public var pose: Transform
  }

  /// The equations of motion.
  public var dynamics: ArmDynamics {
    ArmDynamics(chain, inertias: inertias, armatures: armatures)
  }

  /// The frame of the link called `name`.
  public func frame(_ name: String) -> NamedFrame? {
    frames.first { $0.name == name }
  }

  /// The size of the longest file, in bytes.
  public static let longestFile = MarkupReader.longestFile

  /// Reads a URDF file.
  ///
  /// It knows the elements robot, link (inertial, visual, collision with box, cylinder, sphere and
  /// mesh) and joint (origin, parent, child, axis, limit, dynamics) with the types fixed, revolute,
  /// continuous and prismatic, and one more inside joint:
  ///
  ///     <servo stiffness="" derivative="" armature="" inertia=""/>
  ///
  /// the gains, the rotor's inertia, and the whole inertia that the servo is reckoned with. Without
  /// it the gains are those of a critically damped servo that trails its set-point by 20 ms, for
  /// the inertia that the joint has at position 0. What concerns other programs (material,
  /// transmission, gazebo, mujoco, safety_controller, calibration) is skipped.
  /// Bodies are capsules around the collision geometry, or around the visual geometry of links
  /// without any. A mesh needs the attribute `size`, the edges of the box around it, centred on
  /// its origin, before `scale`.
  ///
  /// - Parameters:
  ///   - bytes: The whole file, at most 4 MiB, with at most 64 moving joints.
  ///   - tool: The link whose frame is the chain's tool, or nil for the one with the most joints
  ///     between it and the root, the first of several.
  /// - Throws: The first thing that is wrong.
  public init(urdf bytes: [UInt8], tool: String? = nil) throws(DescriptionError) {
    let root = try MarkupReader.read(bytes)
    self = try URDFTree(URDFFile(root)).description(tool: tool)
  }
}
