import Math

/// The links and joints of a URDF file, before they are put together.
struct URDFFile {
  static let mostLinks = 256

  var name: String
  var line: Int
  var links: [URDFLink] = []
  var joints: [URDFJoint] = []

  init(_ root: MarkupElement) throws(DescriptionError) {
    guard root.name == "robot" else {
      throw DescriptionError(
        line: root.line, "the root element is <\(root.name)>", expected: "expected <robot>")
    }
    name = try root.text("name")
    line = root.line
    let prefixes = root.attributes.map(\.name).filter { $0.hasPrefix("xmlns:") }
    try root.allow(
      attributes: ["name", "version"] + prefixes,
      children: ["link", "joint", "material", "transmission", "gazebo", "mujoco"])
    for child in root.children {
      if child.name == "link" { links.append(try URDFLink(child)) }
      if child.name == "joint" { joints.append(try URDFJoint(child)) }
    }
    guard links.count <= Self.mostLinks else {
      throw DescriptionError(
        line: line, "the robot has \(links.count) links",
        expected: "expected at most \(Self.mostLinks)")
    }
    try Self.distinct(links.map { ($0.name, $0.line) }, "link")
    try Self.distinct(joints.map { ($0.name, $0.line) }, "joint")
  }

  private static func distinct(
    _ names: [(String, Int)], _ kind: String
  ) throws(DescriptionError) {
    var seen: Set<String> = []
    for (name, line) in names where !seen.insert(name).inserted {
      throw DescriptionError(
        line: line, "a second \(kind) is called `\(name)`", expected: "expected another name")
    }
  }
}

extension Transform {
  /// The child <origin> of `element`; the identity if there is none.
  init(originOf element: MarkupElement) throws(DescriptionError) {
    guard let origin = try element.child("origin") else {
      self = .identity
      return
    }
    try origin.allow(attributes: ["xyz", "rpy"], children: [])
    let xyz = try origin.numbers("xyz", count: 3, else: [0, 0, 0])
    let rpy = try origin.numbers("rpy", count: 3, else: [0, 0, 0])
    guard rpy.allSatisfy({ abs($0) <= 100 }) else {
      throw DescriptionError(
        line: origin.line, "`rpy` of <origin> is too large", expected: "expected radians")
    }
    // Roll about x, pitch about y, yaw about z, all about the axes of the parent, in this order.
    let turn =
      Rotation(angle: rpy[2], axis: .unitZ) * Rotation(angle: rpy[1], axis: .unitY)
      * Rotation(angle: rpy[0], axis: .unitX)
    self.init(position: Vector3(xyz[0], xyz[1], xyz[2]), rotation: turn.normalized)
  }
}
