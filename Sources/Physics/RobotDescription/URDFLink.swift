import Math

/// A <link>.
struct URDFLink {
  var name: String
  var line: Int
  var inertia: Inertia
  /// In the link's frame; their `link` is filled in later.
  var capsules: [LinkCapsule]

  init(_ element: MarkupElement) throws(DescriptionError) {
    name = try element.text("name")
    line = element.line
    try element.allow(
      attributes: ["name"], children: ["inertial", "visual", "collision"])
    inertia = .none
    if let inertial = try element.child("inertial") {
      inertia = try Inertia(inertial, link: name)
    }
    capsules = []
    var looks: [LinkCapsule] = []
    for child in element.children where child.name != "inertial" {
      let capsule = try LinkCapsule(child)
      if child.name == "collision" { capsules.append(capsule) } else { looks.append(capsule) }
    }
    if capsules.isEmpty { capsules = looks }
  }
}

extension Inertia {
  /// An <inertial>.
  fileprivate init(_ element: MarkupElement, link: String) throws(DescriptionError) {
    try element.allow(attributes: [], children: ["origin", "mass", "inertia"])
    let pose = try Transform(originOf: element)
    let mass = try element.requiredChild("mass")
    try mass.allow(attributes: ["value"], children: [])
    let tensor = try element.requiredChild("inertia")
    let names = ["ixx", "ixy", "ixz", "iyy", "iyz", "izz"]
    try tensor.allow(attributes: names, children: [])
    let own = Inertia(
      mass: try mass.size("value"),
      rotational: SymmetricMatrix(
        xx: try tensor.number("ixx"), yy: try tensor.number("iyy"), zz: try tensor.number("izz"),
        xy: try tensor.number("ixy", else: 0), xz: try tensor.number("ixz", else: 0),
        yz: try tensor.number("iyz", else: 0)))
    guard own.isPossible else {
      throw DescriptionError(
        line: tensor.line, "no body has the <inertia> of link `\(link)`",
        expected: "expected positive moments, each less than the sum of the others, and a mass")
    }
    self = own.placed(at: pose)
  }
}

extension LinkCapsule {
  /// The capsule around a <visual> or <collision>.
  fileprivate init(_ element: MarkupElement) throws(DescriptionError) {
    try element.allow(
      attributes: ["name"],
      children: ["origin", "geometry"] + (element.name == "visual" ? ["material"] : []))
    let pose = try Transform(originOf: element)
    let geometry = try element.requiredChild("geometry")
    try geometry.allow(attributes: [], children: ["box", "cylinder", "sphere", "mesh"])
    guard geometry.children.count == 1, let shape = geometry.children.first else {
      throw DescriptionError(
        line: geometry.line, "<geometry> holds \(geometry.children.count) shapes",
        expected: "expected one")
    }
    var capsule = try Self.around(shape)
    capsule.start = pose(capsule.start)
    capsule.end = pose(capsule.end)
    self = capsule
  }

  private static func around(_ shape: MarkupElement) throws(DescriptionError) -> LinkCapsule {
    switch shape.name {
    case "sphere":
      try shape.allow(attributes: ["radius"], children: [])
      let radius = try shape.size("radius", isPositive: true)
      return LinkCapsule(link: -1, start: .zero, end: .zero, radius: radius)
    case "cylinder":
      try shape.allow(attributes: ["radius", "length"], children: [])
      let half = Vector3(0, 0, 0.5 * (try shape.size("length")))
      let radius = try shape.size("radius", isPositive: true)
      return LinkCapsule(link: -1, start: -half, end: half, radius: radius)
    case "box":
      try shape.allow(attributes: ["size"], children: [])
      return around(boxOf: try edges(shape, "size"))
    default:
      try shape.allow(attributes: ["filename", "scale", "size"], children: [])
      let file = try shape.text("filename")
      guard shape.attribute("size") != nil else {
        throw DescriptionError(
          line: shape.line, "the mesh `\(file.prefix(80))` has no `size`",
          expected: "expected size=\"x y z\", the edges of the box around it in metres")
      }
      let scale = try edges(shape, "scale", else: [1, 1, 1])
      let size = try edges(shape, "size")
      return around(boxOf: Vector3(scale.x * size.x, scale.y * size.y, scale.z * size.z))
    }
  }

  private static func edges(
    _ shape: MarkupElement, _ name: String, else fallback: [Double]? = nil
  ) throws(DescriptionError) -> Vector3 {
    let edges = try shape.numbers(name, count: 3, else: fallback)
    guard edges.allSatisfy({ $0 > 0 }) else {
      throw DescriptionError(
        line: shape.line, "`\(name)` of <\(shape.name)> is not positive",
        expected: "expected three numbers above 0")
    }
    return Vector3(edges[0], edges[1], edges[2])
  }

  /// A rod along the longest edge, thick enough for the corners.
  private static func around(boxOf edges: Vector3) -> LinkCapsule {
    let half = 0.5 * edges
    let end: Vector3
    let radius: Double
    if half.x >= half.y && half.x >= half.z {
      end = Vector3(half.x, 0, 0)
      radius = (half.y * half.y + half.z * half.z).squareRoot()
    } else if half.y >= half.z {
      end = Vector3(0, half.y, 0)
      radius = (half.x * half.x + half.z * half.z).squareRoot()
    } else {
      end = Vector3(0, 0, half.z)
      radius = (half.x * half.x + half.y * half.y).squareRoot()
    }
    return LinkCapsule(link: -1, start: -end, end: end, radius: radius)
  }
}
