import Math

/// A <joint>.
struct URDFJoint {
  var name: String
  var line: Int
  /// Nil for a fixed joint.
  var kind: Joint.Kind?
  var origin: Transform
  var parent: String
  var parentLine: Int
  var child: String
  var childLine: Int
  var axis = Vector3.unitX
  var range = -100_000.0...100_000.0
  var speedLimit = 100_000.0
  var forceLimit = MarkupElement.largestNumber
  var damping = 0.0
  var friction = 0.0
  var armature = 0.0
  /// Of the servo; nil where the file leaves it to the reader.
  var stiffness: Double?
  var derivative: Double?
  var inertia: Double?

  init(_ element: MarkupElement) throws(DescriptionError) {
    name = try element.text("name")
    line = element.line
    let type = try element.text("type")
    if let mimic = try element.child("mimic") {
      throw DescriptionError(
        line: mimic.line, "joint `\(name)` mimics another, which is not supported",
        expected: "expected a joint of its own")
    }
    try element.allow(
      attributes: ["name", "type"],
      children: [
        "origin", "parent", "child", "axis", "limit", "dynamics", "servo", "safety_controller",
        "calibration",
      ])
    origin = try Transform(originOf: element)
    (parent, parentLine) = try Self.link(element, "parent")
    (child, childLine) = try Self.link(element, "child")
    switch type {
    case "fixed": return
    case "revolute", "continuous": kind = .revolute
    case "prismatic": kind = .prismatic
    default:
      throw DescriptionError(
        line: line, "joint `\(name)` has the type `\(type)`",
        expected: "expected fixed, revolute, continuous or prismatic")
    }
    try readAxis(element)
    try readLimit(element, isBounded: type != "continuous")
    try readDrive(element)
  }

  private static func link(
    _ element: MarkupElement, _ name: String
  ) throws(DescriptionError) -> (String, Int) {
    let child = try element.requiredChild(name)
    try child.allow(attributes: ["link"], children: [])
    return (try child.text("link"), child.line)
  }

  private mutating func readAxis(_ element: MarkupElement) throws(DescriptionError) {
    guard let child = try element.child("axis") else { return }
    try child.allow(attributes: ["xyz"], children: [])
    let xyz = try child.numbers("xyz", count: 3)
    let given = Vector3(xyz[0], xyz[1], xyz[2])
    guard given.length > 1e-3, given.length < 1e3 else {
      throw DescriptionError(
        line: child.line, "the axis of joint `\(name)` has no direction",
        expected: "expected a unit vector")
    }
    axis = given / given.length
  }

  private mutating func readLimit(
    _ element: MarkupElement, isBounded: Bool
  ) throws(DescriptionError) {
    guard let limit = try element.child("limit") else {
      if isBounded { _ = try element.requiredChild("limit") }
      return
    }
    try limit.allow(attributes: ["lower", "upper", "effort", "velocity"], children: [])
    forceLimit = try limit.size("effort", isPositive: true)
    speedLimit = try limit.size("velocity", isPositive: true)
    guard isBounded else { return }
    let lower = try limit.number("lower", else: 0)
    let upper = try limit.number("upper", else: 0)
    let most = range.upperBound
    guard lower < upper, lower >= -most, upper <= most else {
      throw DescriptionError(
        line: limit.line, "joint `\(name)` may move from \(lower) to \(upper)",
        expected: "expected `lower` below `upper`, both within 1e5")
    }
    range = lower...upper
  }

  private mutating func readDrive(_ element: MarkupElement) throws(DescriptionError) {
    if let dynamics = try element.child("dynamics") {
      try dynamics.allow(attributes: ["damping", "friction"], children: [])
      damping = try dynamics.size("damping", else: 0)
      friction = try dynamics.size("friction", else: 0)
    }
    guard let servo = try element.child("servo") else { return }
    try servo.allow(
      attributes: ["stiffness", "derivative", "armature", "inertia"], children: [])
    armature = try servo.size("armature", else: 0)
    if servo.attribute("stiffness") != nil {
      stiffness = try servo.size("stiffness", isPositive: true)
    }
    if servo.attribute("derivative") != nil { derivative = try servo.size("derivative") }
    if servo.attribute("inertia") != nil {
      inertia = try servo.size("inertia", isPositive: true)
    }
  }
}
