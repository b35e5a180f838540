import Arena
import Catalog
import Math
import TestSupport
import Testing

@Suite struct TreeTests {
  private struct Everything: Configuration {
    var flag = true
    var small: UInt8 = 200
    var short: Float = 0.1
    var point = Vector3(1, -2.5, 3e-7)
    var range = 1.0...2.5
    var named = ["alpha-beta": 1, "gammaDelta": 2]
    var text = "a \"b\"\n\\ c: é"
    var number = "12"
    var wind = TugOfWar.Wind.lightBreeze
    var shape = Shape.box(width: 2)
    var sides: [TugOfWar.Side] = [.init(), .init()]
    var maximumRPM: Int? = 7
    var unbounded = Double.infinity

    enum Shape: Codable, Sendable {
      case box(width: Double)
      case ball(radius: Double, isHollow: Bool)
    }
  }

  private func decode<Value: Decodable>(_ type: Value.Type, _ yaml: String) throws -> Value {
    try StrictDecoder.decode(
      type, from: try TreeParser.parse(Array(yaml.utf8), file: "b.yaml"), file: "b.yaml")
  }

  @Test func whatIsWrittenReadsBackAsTheSame() throws {
    var settings = Everything()
    settings.unbounded = 5
    let yaml = try TreeEncoder.tree(of: settings).yaml
    #expect(yaml.contains("maximum-rpm: 7\n"))
    #expect(yaml.contains("point: [1.0, -2.5, 3e-07]\n"))
    #expect(yaml.contains("wind: light-breeze\n"))
    let back = try decode(Everything.self, yaml)
    #expect(back.text == settings.text)
    #expect(back.number == "12")
    #expect(back.point == settings.point)
    #expect(back.range == settings.range)
    #expect(back.named == settings.named)
    #expect(back.short == settings.short)
    #expect(back.sides.count == 2)
    #expect(try TreeEncoder.tree(of: back).yaml == yaml)
  }

  @Test func aCaseWithValuesReplacesTheDefaultCase() throws {
    let settings = try decode(Everything.self, "shape: {ball: {radius: 2, is-hollow: false}}\n")
    guard case .ball(let radius, false) = settings.shape else {
      Issue.record("\(settings.shape)")
      return
    }
    #expect(radius == 2)
    #expect(settings.unbounded == .infinity)
  }

  @Test(arguments: [
    (
      "shape: {box: {width: 1, height: 2}}\n",
      "b.yaml:1: unknown key `height` in `shape.box`; expected width"
    ),
    ("point: [1, 2]\n", "b.yaml:1: `point` is a list; expected three numbers [x, y, z]"),
    (
      "range: [2, 1]\n",
      "b.yaml:1: `range` runs backwards; expected [least, greatest]"
    ),
    ("range: [1, 2, 3]\n", "b.yaml:1: `range` is a list of 3; expected a list of 2"),
    ("range: [1]\n", "b.yaml:1: `range` is a list of 1; expected more items"),
    ("small: 256\n", "b.yaml:1: `small` is 256; expected a whole number from 0 to 255"),
    (
      "short: 1e300\n",
      "b.yaml:1: `short` is 1e+300; expected a number up to 3.4028235e+38"
    ),
    (
      "sides:\n  - grip: x\n  - gripp: y\n",
      "b.yaml:3: unknown key `gripp` in `sides[1]`; did you mean `grip`?"
    ),
    ("flag: yes\n", "b.yaml:1: `flag` is the text `yes`; expected true or false"),
  ])
  func structuredValuesAreChecked(yaml: String, message: String) {
    let error = #expect(throws: ContentError.self) { try decode(Everything.self, yaml) }
    #expect(error?.description == message)
  }

  @Test func theNearestNameIsFound() {
    let names = ["table-tennis/match", "table-tennis/return", "scripted-robot"]
    #expect(NearestName.of("table-tenis/match", among: names) == "table-tennis/match")
    #expect(NearestName.of("match", among: names) == "table-tennis/match")
    #expect(NearestName.of("scirpted-robot", among: names) == "scripted-robot")
    #expect(NearestName.of("voxel", among: names) == nil)
  }

  @Test func theLineOfAPathIsItsDeepestPartInTheFile() throws {
    let tree = try TreeParser.parse(Array("a: 1\nb:\n  c:\n    d: 2\n".utf8), file: "c.yaml")
    #expect(tree.line(of: "b.c.d") == 4)
    #expect(tree.line(of: "b.c.x") == 3)
    #expect(tree.line(of: "x") == 1)
  }
}
