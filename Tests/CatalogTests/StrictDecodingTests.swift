import Arena
import Catalog
import Math
import TestSupport
import Testing

@Suite struct StrictDecodingTests {
  private func decode(_ yaml: String) throws -> TugOfWar.Setup {
    try StrictDecoder.decode(
      TugOfWar.Setup.self, from: try TreeParser.parse(Array(yaml.utf8), file: "a.yaml"),
      file: "a.yaml")
  }

  private func complaint(_ yaml: String) -> String {
    do {
      _ = try decode(yaml)
      return "accepted"
    } catch {
      return "\(error)"
    }
  }

  @Test func whatAFileLeavesOutKeepsItsDefaultAtEveryLevel() throws {
    let setup = try decode("rope: {half-length: 3}\nhome:\n  strength: 7.5e-1\n")
    #expect(setup.rope.halfLength == 3)
    #expect(setup.rope.ballMass == 0.5)
    #expect(setup.rope.starts == [-0.1, 0, 0.1])
    #expect(setup.home.strength == 0.75)
    #expect(setup.home.grip == "bare")
    #expect(setup.away.strength == nil)
    #expect(setup.stepLimit == 400)
    #expect(setup.wind == .lightBreeze)
  }

  @Test func listsReplaceTheirDefaultsAndNamesAreInKebabCase() throws {
    let setup = try decode("rope:\n  starts: [1]\nwind: light-breeze\nhome: {grip: \"12\"}\n")
    #expect(setup.rope.starts == [1])
    #expect(setup.wind == .lightBreeze)
    #expect(setup.home.grip == "12")
  }

  @Test func anEmptySectionMeansItsDefaults() throws {
    #expect(try decode("rope:\naway: {}\n").rope.ballMass == 0.5)
  }

  @Test(arguments: [
    (
      "rope:\n  ball-mas: 1\n",
      "a.yaml:2: unknown key `ball-mas` in `rope`; did you mean `ball-mass`?"
    ),
    (
      "zzzzzzzz: 1\n",
      "a.yaml:1: unknown key `zzzzzzzz`; expected one of rope, wind, step-limit, home, away"
    ),
    ("stepLimit: 4\n", "a.yaml:1: unknown key `stepLimit`; did you mean `step-limit`?"),
    (
      "wind: calm\nrope: {}\nwind: storm\n",
      "a.yaml:3: the key `wind` was given on line 1 already; expected every key once"
    ),
    (
      "rope:\n  ball-mass: heavy\n",
      "a.yaml:2: `rope.ball-mass` is the text `heavy`; expected a number"
    ),
    (
      "rope:\n  ball-mass: \"2\"\n", "a.yaml:2: `rope.ball-mass` is the text `2`; expected a number"
    ),
    ("\nrope: 3\n", "a.yaml:2: `rope` is the number 3; expected a group of keys"),
    ("rope:\n  starts: 2\n", "a.yaml:2: `rope.starts` is the number 2; expected a list"),
    (
      "rope:\n  starts:\n    - 1\n    - x\n",
      "a.yaml:4: `rope.starts[1]` is the text `x`; expected a number"
    ),
    (
      "step-limit: 99999999999999999999\n",
      "a.yaml:1: `step-limit` is 99999999999999999999; expected a whole number from"
        + " -9223372036854775808 to 9223372036854775807"
    ),
    ("step-limit: 2.5\n", "a.yaml:1: `step-limit` is the number 2.5; expected a whole number"),
    (
      "rope: {half-length: .nan}\n",
      "a.yaml:1: `rope.half-length` is .nan; expected a finite number"
    ),
    (
      "rope: {half-length: -.inf}\n",
      "a.yaml:1: `rope.half-length` is -.inf; expected a finite number"
    ),
    (
      "rope: {half-length: 1e999}\n",
      "a.yaml:1: `rope.half-length` is 1e999; expected a finite number"
    ),
    ("wind: strom\n", "a.yaml:1: `wind` is the text `strom`; did you mean `storm`?"),
    (
      "wind: xxxxxxxxx\n",
      "a.yaml:1: `wind` is the text `xxxxxxxxx`; expected one of calm, light-breeze, storm"
    ),
    (
      "home:\n  grip: 3\n",
      "a.yaml:2: `home.grip` is the number 3; expected text, in quotes if it is meant"
    ),
    ("home:\n  strength: yes\n", "a.yaml:2: `home.strength` is the text `yes`; expected a number"),
    ("1: 2\n", "a.yaml:1: a key is the number 1; expected a name"),
    ("[a, b]: 2\n", "a.yaml:1: a key is a list; expected a name"),
    ("", "a.yaml:1: the file is empty; expected lines of `key: value`"),
    ("# nothing\n", "a.yaml:1: the file is empty; expected lines of `key: value`"),
    ("- 1\n", "a.yaml:1: the file holds a list; expected lines of `key: value`"),
    (
      "wind: calm\n---\nwind: storm\n",
      "a.yaml:2: a second document starts here; expected one per file"
    ),
    (
      "rope:\n\tball-mass: 1\n",
      "a.yaml:2: the line is indented by a tab; expected two spaces per level"
    ),
    (
      "rope: &r\n  ball-mass: 1\n",
      "a.yaml:1: anchors and aliases (&name, *name) are not accepted;"
        + " expected the value itself, or text in quotes"
    ),
    (
      "wind: *w\n",
      "a.yaml:1: anchors and aliases (&name, *name) are not accepted;"
        + " expected the value itself, or text in quotes"
    ),
    (
      "wind: !!binary calm\n",
      "a.yaml:1: the tag `tag:yaml.org,2002:binary` is not accepted; expected a value without a tag"
    ),
    (
      "wind: calm\u{1}\n",
      "a.yaml:1: the line holds a control character; expected printable text"
    ),
  ])
  func whatIsWrongIsSaidInOneLine(yaml: String, message: String) {
    #expect(complaint(yaml) == message)
  }

  @Test func brokenYAMLIsReportedOnItsLine() {
    let message = complaint("wind: calm\nrope: {half-length: 1\nhome: {}\n")
    #expect(message.hasPrefix("a.yaml:3: this is not YAML ("))
    #expect(!message.contains("\n"))
  }

  @Test func depthSizeAndEncodingAreBounded() {
    let deep = String(repeating: "[", count: 40) + String(repeating: "]", count: 40)
    #expect(complaint("rope: \(deep)\n").contains("nested too deeply; expected at most 32 levels"))
    for opening in ["[", "- ", "{a: ", "? "] {
      let endless = String(repeating: opening, count: 200_000)
      #expect(complaint("rope: 1\nhome:\n  \(endless)\n") != "accepted")
    }
    let large = Array(repeating: UInt8(ascii: "#"), count: 1 << 20 + 1)
    #expect(throws: ContentError.self) { try TreeParser.parse(large + [10], file: "a.yaml") }
    let bytes = Array("wind: calm\nrope: ".utf8) + [0xFF, 0xFE, 10]
    let error = #expect(throws: ContentError.self) { try TreeParser.parse(bytes, file: "a.yaml") }
    #expect(error?.line == 2)
    #expect(error?.problem == "the line is not valid UTF-8")
  }

  @Test func anAliasBombIsRefusedQuickly() {
    var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<40 {
      let items = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      bomb += "a\(level): &a\(level) [\(items)]\n"
    }
    #expect(complaint(bomb).hasPrefix("a.yaml:2: anchors and aliases"))
  }

  @Test func textWithAmpersandsAndStarsIsFine() throws {
    #expect(try decode("home: {grip: drag & *lift* 5*3}\n").home.grip == "drag & *lift* 5*3")
  }

  @Test func twentyThousandMutatedFilesAreReadOrRefused() {
    let text = Array(
      """
      rope:
        half-length: 3.5   # metres
        starts: [-0.1, 0, 0.2]
      wind: light-breeze
      home: {grip: "bare", strength: 4e0}
      """.utf8)
    let spice = Array("&*!|>{}[]-:?#\"'%@` \n\t~.e0".utf8)
    var random = Random(seed: 3)
    var refused = 0
    for _ in 0..<20_000 {
      var bytes = text
      for _ in 0...random.index(below: 4) {
        let place = random.index(below: bytes.count)
        switch random.index(below: 3) {
        case 0: bytes[place] = spice[random.index(below: spice.count)]
        case 1: bytes.insert(spice[random.index(below: spice.count)], at: place)
        default: bytes.remove(at: place)
        }
      }
      do {
        let tree = try TreeParser.parse(bytes, file: "a.yaml")
        _ = try StrictDecoder.decode(TugOfWar.Setup.self, from: tree, file: "a.yaml")
      } catch {
        refused += 1
        #expect(error is ContentError, "\(error)")
        #expect(!"\(error)".contains("\n"))
      }
    }
    #expect(refused > 5000 && refused < 20_000)
  }
}
