import Math

/// The tree that the links and joints of a file make.
struct URDFTree {
  static let mostMovingJoints = 64

  private let file: URDFFile
  private let root: Int
  /// The joints that each link carries, in the order of the file, and the link each carries.
  private let carried: [[Int]]
  private let child: [Int]

  init(_ file: URDFFile) throws(DescriptionError) {
    self.file = file
    var indices: [String: Int] = [:]
    for (index, link) in file.links.enumerated() { indices[link.name] = index }
    var carried = [[Int]](repeating: [], count: file.links.count)
    var carrier = [Int?](repeating: nil, count: file.links.count)
    var child: [Int] = []
    for (index, joint) in file.joints.enumerated() {
      guard let parent = indices[joint.parent] else {
        throw Self.unknown(joint.parent, joint.parentLine)
      }
      guard let link = indices[joint.child] else {
        throw Self.unknown(joint.child, joint.childLine)
      }
      if let other = carrier[link] {
        throw DescriptionError(
          line: joint.childLine,
          "link `\(joint.child)` is carried by `\(file.joints[other].name)` and `\(joint.name)`",
          expected: "expected one parent")
      }
      carrier[link] = index
      carried[parent].append(index)
      child.append(link)
    }
    self.carried = carried
    self.child = child
    root = try Self.root(file, carrier)
    try checkReach()
  }

  private static func unknown(_ name: String, _ line: Int) -> DescriptionError {
    DescriptionError(
      line: line, "no link is called `\(name.prefix(80))`", expected: "expected a link of this file"
    )
  }

  private static func root(
    _ file: URDFFile, _ carrier: [Int?]
  ) throws(DescriptionError) -> Int {
    let roots = carrier.indices.filter { carrier[$0] == nil }
    guard let root = roots.first else {
      throw DescriptionError(
        line: file.line,
        file.links.isEmpty ? "the robot has no links" : "every link is carried: a cycle",
        expected: "expected one link without a parent")
    }
    if roots.count > 1 {
      let (first, second) = (file.links[root], file.links[roots[1]])
      throw DescriptionError(
        line: second.line, "neither `\(first.name)` nor `\(second.name)` is carried by a joint",
        expected: "expected one root")
    }
    return root
  }

  /// Every link has one parent; those that the root does not carry carry one another.
  private func checkReach() throws(DescriptionError) {
    var isReached = [Bool](repeating: false, count: file.links.count)
    var waiting = [root]
    while let link = waiting.popLast() {
      isReached[link] = true
      waiting += carried[link].map { child[$0] }
    }
    if let lost = isReached.firstIndex(of: false) {
      throw DescriptionError(
        line: file.links[lost].line, "link `\(file.links[lost].name)` is part of a cycle",
        expected: "expected a tree")
    }
  }

  /// The robot, the links of fixed joints merged.
  func description(tool: String?) throws(DescriptionError) -> RobotDescription {
    var merger = URDFMerger()
    var deepest = (depth: -1, frame: 0)
    // Depth first, in the order of the file. A joint is waiting with the frame of its parent.
    var waiting = carried[root].reversed().map { (joint: $0, frame: 0, depth: 1) }
    merger.add(file.links[root])
    while let (joint, frame, depth) = waiting.popLast() {
      let own = merger.add(file.links[child[joint]], on: file.joints[joint], of: frame)
      if depth > deepest.depth { deepest = (depth, own) }
      for next in carried[child[joint]].reversed() { waiting.append((next, own, depth + 1)) }
    }
    guard !merger.joints.isEmpty, merger.joints.count <= Self.mostMovingJoints else {
      throw DescriptionError(
        line: file.line, "the robot has \(merger.joints.count) moving joints",
        expected: "expected 1 to \(Self.mostMovingJoints)")
    }
    var end = merger.frames[deepest.frame]
    if let tool {
      guard let named = merger.frames.first(where: { $0.name == tool }) else {
        throw Self.unknown(tool, file.line)
      }
      end = named
    }
    guard end.joint >= 0 else {
      throw DescriptionError(
        line: file.line, "the tool `\(end.name)` does not move", expected: "expected a moving link")
    }
    return try merger.description(file.name, tool: end)
  }
}
