import Math
import Physics
import Testing

struct RobotDescriptionTests {
  @Test(arguments: [("table-tennis", 8), ("six-axis", 6), ("seven-axis", 7), ("tree", 10)])
  func theFilesOfTheProjectAreRead(name: String, joints: Int) throws {
    let robot = try RobotFile.read(name)
    #expect(robot.name == name)
    #expect(robot.chain.count == joints)
    #expect(robot.inertias.allSatisfy { $0.isPossible })
    #expect(robot.capsules.allSatisfy { $0.link >= -1 && $0.link < joints })
    for joint in robot.chain.joints {
      let drive = joint.drive
      #expect(drive.stiffness > 0 && drive.inertia > 0 && drive.lag > 0.01)
    }
  }

  /// A description of two links, `b` on `a`, with what a test puts in.
  private func text(
    joint: String = "", type: String = "revolute", link: String = Self.inertial,
    robot: String = "", limit: String = Self.limit
  ) -> String {
    """
    <?xml version="1.0"?>
    <!-- A test. -->
    <robot name="two">
      <link name="a"/>
      <link name="b">
        \(link)
      </link>
      <joint name="j" type="\(type)">
        <parent link="a"/><child link="b"/>
        \(limit)
        \(joint)
      </joint>
      \(robot)
    </robot>
    """
  }

  static let limit = "<limit lower='-1' upper='1' effort='10' velocity='2'/>"
  static let inertial =
    "<inertial><mass value='1'/><inertia ixx='.1' iyy='.1' izz='.1'/></inertial>"

  private func read(
    _ text: String, tool: String? = nil
  ) throws(DescriptionError) -> RobotDescription {
    try RobotDescription(urdf: Array(text.utf8), tool: tool)
  }

  /// The message about a text that is wrong.
  private func complaint(_ text: String) -> String {
    do {
      _ = try read(text)
      return "no complaint"
    } catch {
      return error.message(file: "r.urdf")
    }
  }

  @Test func defaultsAreThoseOfTheFormat() throws {
    let joint = try read(text()).chain.joints[0]
    #expect(joint.axis == .unitX)
    #expect(joint.range == -1...1)
    #expect(joint.drive.damping == 0 && joint.drive.friction == 0)
    #expect(abs(joint.drive.lag - 0.02) < 1e-12)
    let endless = try read(text(type: "continuous", limit: "")).chain.joints[0]
    #expect(endless.kind == .revolute && endless.range.contains(1000))
    let axis = try read(text(joint: "<axis xyz='0 0 2'/>")).chain.joints[0].axis
    #expect(axis == .unitZ)
  }

  @Test func rollPitchAndYawTurnAboutFixedAxes() throws {
    let robot = try read(text(joint: "<origin xyz='1 2 3' rpy='0.1 0.2 0.3'/>"))
    let turn = robot.chain.joints[0].origin.rotation
    let expected =
      Rotation(angle: 0.3, axis: .unitZ) * Rotation(angle: 0.2, axis: .unitY)
      * Rotation(angle: 0.1, axis: .unitX)
    #expect((turn(.unitX) - expected(.unitX)).length < 1e-15)
    #expect((turn(.unitY) - expected(.unitY)).length < 1e-15)
  }

  @Test func fixedLinksBecomePartOfWhatCarriesThem() throws {
    let extra = """
      <link name="c">\(Self.inertial)<collision><origin xyz='0 0 1'/>
      <geometry><sphere radius='.2'/></geometry></collision></link>
      <joint name="k" type="fixed"><origin xyz='0 2 0'/><parent link="b"/><child link="c"/></joint>
      """
    let robot = try read(text(robot: extra))
    #expect(robot.chain.count == 1)
    #expect(robot.inertias[0].mass == 2)
    #expect(robot.inertias[0].centre == Vector3(0, 1, 0))
    #expect(abs(robot.inertias[0].rotational.xx - 2.2) < 1e-12)
    #expect(
      robot.capsules == [
        LinkCapsule(link: 0, start: Vector3(0, 2, 1), end: Vector3(0, 2, 1), radius: 0.2)
      ])
    #expect(robot.frame("c")?.pose.position == Vector3(0, 2, 0))
    #expect(robot.chain.tool.position == Vector3(0, 2, 0))
    #expect(try read(text(robot: extra), tool: "b").chain.tool == .identity)
  }

  @Test(
    arguments: [
      ("<cylinder radius='.1' length='2'/>", 1.0, 0.1), ("<box size='.6 .8 4'/>", 2, 0.5),
      ("<mesh filename='m.stl' size='6 8 40' scale='.1 .1 .1'/>", 2, 0.5),
    ] as [(String, Double, Double)])
  func shapesBecomeCapsulesAlongTheirLength(shape: String, half: Double, radius: Double) throws {
    let visual = "<visual><geometry>\(shape)</geometry></visual>"
    let capsule = try read(text(link: Self.inertial + visual)).capsules[0]
    #expect(capsule.end == Vector3(0, 0, half) && capsule.start == Vector3(0, 0, -half))
    #expect(abs(capsule.radius - radius) < 1e-12)
  }

  @Test func whatConcernsOthersIsSkipped() throws {
    let robot = try read(
      text(
        joint: "<safety_controller k_velocity='1'/>",
        robot: "<transmission name='t'><type>x</type></transmission><gazebo><a b='c'/></gazebo>"))
    #expect(robot.chain.count == 1)
  }

  @Test func everyFaultIsNamedWithItsLine() {
    func expect(_ text: String, _ message: String) {
      #expect(complaint(text).hasPrefix("r.urdf:" + message), "\(complaint(text))")
    }
    expect(text(type: "floating"), "8: joint `j` has the type `floating`; expected fixed, rev")
    expect(text(type: "planar"), "8: joint `j` has the type `planar`")
    expect(text(joint: "<mimic joint='k'/>"), "11: joint `j` mimics another, which is not supp")
    expect(text(joint: "<axis xyz='0 0 0'/>"), "11: the axis of joint `j` has no direction")
    expect(text(joint: "<axis xyz='0 0 nan'/>"), "11: `xyz` of <axis> holds `nan`; expected a dec")
    expect(text(joint: "<axis xyz='0 0 1e99'/>"), "11: `xyz` of <axis> holds 1e99; expected a nu")
    expect(text(joint: "<axis xyz='0 1'/>"), "11: `xyz` of <axis> holds 2 words; expected 3 num")
    expect(text(joint: "<dynamics damping='-1'/>"), "11: `damping` of <dynamics> is -1.0; expec")
    expect(text(joint: "<spring k='1'/>"), "11: <joint> holds an unknown element <spring>")
    expect(text(limit: ""), "8: <joint> has no <limit>; expected one inside it")
    expect(
      text(limit: "<limit lower='1' upper='-1' effort='1' velocity='1'/>"),
      "10: joint `j` may move from 1.0 to -1.0; expected `lower` below `upper`")
    expect(text(limit: "<limit lower='0' upper='1' velocity='1'/>"), "10: <limit> has no `effort`")
    expect(text(link: ""), "8: joint `j` has no mass to move")
    expect(
      text(link: "<inertial><mass value='1'/><inertia ixx='1' iyy='1' izz='3'/></inertial>"),
      "6: no body has the <inertia> of link `b`")
    expect(
      text(link: "<visual><geometry><mesh filename='m.stl'/></geometry></visual>"),
      "6: the mesh `m.stl` has no `size`; expected size=\"x y z\"")
    expect(text(robot: "<link name='b'/>"), "13: a second link is called `b`")
    expect(text(robot: "<link name='c'/>"), "13: neither `a` nor `c` is carried by a joint")
    let again = "<joint name='k' type='fixed'><parent link='a'/><child link='b'/></joint>"
    expect(text(robot: again), "13: link `b` is carried by `j` and `k`; expected one parent")
    let cycle = "<joint name='k' type='fixed'><parent link='b'/><child link='a'/></joint>"
    expect(text(robot: cycle), "3: every link is carried: a cycle")
    let lost = """
      <link name='c'/><link name='d'/>
      <joint name='k' type='fixed'><parent link='c'/><child link='d'/></joint>
      <joint name='l' type='fixed'><parent link='d'/><child link='c'/></joint>
      """
    expect(text(robot: lost), "13: link `c` is part of a cycle; expected a tree")
    let stray = "<joint name='k' type='fixed'><parent link='b'/><child link='z'/></joint>"
    expect(text(robot: stray), "13: no link is called `z`")
    expect("<robot name='r'><link name='a'/></robot>", "1: the robot has 0 moving joints")
    expect("<sdf/>", "1: the root element is <sdf>; expected <robot>")
  }

  @Test func markupThatIsBrokenIsNamedWithItsLine() {
    func expect(_ text: String, _ message: String) {
      #expect(complaint(text).hasPrefix("r.urdf:" + message), "\(complaint(text))")
    }
    expect("", "1: no < here")
    expect("<robot name='r'>\n<link name='a'>\n", "2: <link> is never closed; expected </link>")
    expect("<robot>\n</link>", "2: </link> closes <robot> of line 1; expected </robot>")
    expect("<robot name=r/>", "1: the value of `name` has no quotes")
    expect("<robot name='r", "1: the value of `name` does not end")
    expect("<robot a='' a=''/>", "1: <robot> has a second `a`")
    expect("<robot name='&bomb;'/>", "1: unknown entity")
    expect("<!DOCTYPE r [<!ENTITY a 'b'>]>\n<robot/>", "1: this kind of markup is not read")
    expect("<robot name='r'/>\n<robot/>", "2: something follows </robot>")
    expect("<!-- \n", "1: a comment does not end")
    expect(String(repeating: "<a>", count: 40), "1: elements are nested too deep; expected 32")
    expect(
      "<robot name='r'>" + String(repeating: "<link name='a'/>", count: 30_000) + "</robot>",
      "1: too many elements")
    expect(
      String(repeating: " ", count: 5 << 20), "1: the file has 5242880 bytes; expected at most")
  }

  /// Bytes changed, removed, doubled and mixed: the reader refuses or reads, and never fails.
  @Test func twentyThousandMutationsAreRefusedOrRead() throws {
    let sources = try ["table-tennis", "six-axis", "tree"].map { try RobotFile.bytes($0) }
    var random = Random(seed: 11)
    var read = 0
    for round in 0..<20_000 {
      var bytes = sources[round % sources.count]
      for _ in 0...random.index(below: 3) { mutate(&bytes, sources, &random) }
      do {
        let robot = try RobotDescription(urdf: bytes)
        #expect(robot.chain.joints.allSatisfy { $0.origin.position.isFinite && $0.axis.isFinite })
        #expect(robot.chain.joints.allSatisfy { $0.drive.stiffness > 0 && $0.drive.inertia > 0 })
        read += 1
      } catch {
        let message = error.message(file: "r.urdf")
        #expect(!message.contains("\n") && message.hasPrefix("r.urdf:"))
        #expect(error.line >= 1)
      }
    }
    print("of 20,000 mutations \(read) were read")
    #expect(read > 100 && read < 19_000)
  }

  private func mutate(_ bytes: inout [UInt8], _ sources: [[UInt8]], _ random: inout Random) {
    guard bytes.count > 64 else { return }
    let place = random.index(below: bytes.count - 32)
    switch random.index(below: 6) {
    case 0: bytes[place] = UInt8(random.index(below: 256))
    case 1: bytes[place] = Array("<>/='\" -.e0123456789&".utf8)[random.index(below: 21)]
    case 2: bytes.removeSubrange(place..<place + random.index(below: 32))
    case 3: bytes.insert(contentsOf: bytes[place..<place + random.index(below: 32)], at: place)
    case 4: bytes.removeLast(random.index(below: bytes.count / 2))
    default:
      let other = sources[random.index(below: sources.count)]
      let start = random.index(below: other.count - 200)
      bytes.insert(contentsOf: other[start..<start + random.index(below: 200)], at: place)
    }
  }
}
