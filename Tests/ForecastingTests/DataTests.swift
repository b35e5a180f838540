import Forecasting
import Testing

@Suite struct DataTests {
  private func read(_ text: String) throws(MotionFileError) -> TrackFile {
    try TrackFile(Array(text.utf8), file: "tracks.txt")
  }

  @Test func tracksAreReadWhateverSeparatesThem() throws {
    let file = try read("0\t1.0\t0.5\t-1e-1\n\n10 1 2.25 3\r\n")
    #expect(file.rows.map(\.frame) == [0, 10])
    #expect(file.rows.map(\.pedestrian) == [1, 1])
    #expect(file.rows.map(\.x) == [0.5, 2.25])
    #expect(file.rows.map(\.y) == [-0.1, 3])
  }

  @Test(arguments: [
    ("0 1 0.5\n", 1, "the line has 3 fields"),
    ("0 1 0.5 1\n10 1 0.5 one\n", 2, "y is `one`"),
    ("0 1 0.5 1\n\n10.5 1 0.5 1\n", 3, "the frame is `10.5`"),
    ("0 1 nan 1\n", 1, "x is `nan`"),
    ("0 1 0.5 1\n10 1 0.5 1", 2, "the last line has no end"),
    ("", 1, "the file is empty"),
  ])
  func wrongTracksAreRefusedWithTheirLine(text: String, line: Int, problem: String) {
    let error = #expect(throws: MotionFileError.self) { try read(text) }
    #expect(error?.line == line)
    #expect(error?.problem == problem)
    #expect(error?.description.hasPrefix("tracks.txt:\(line): ") == true)
  }

  @Test func windowsHoldThoseWhoAreInEveryFrame() throws {
    // Four frames; the third pedestrian is missing in the second one, the fourth comes late.
    var text = ""
    for frame in 0..<4 {
      text += "\(10 * frame) 1 \(frame) 0\n\(10 * frame) 2 0 \(frame)\n"
      if frame != 1 { text += "\(10 * frame) 3 5 5\n" }
      if frame == 3 { text += "30 4 1 1\n" }
    }
    let windows = try read(text).windows("made", length: 3)
    #expect(windows.agents == [2, 2])
    #expect(windows.positions.prefix(12) == [0, 0, 1, 0, 2, 0, 0, 0, 0, 1, 0, 2])
    #expect(windows.keeping(frames: 2..<3).positions == [2, 0, 0, 2, 3, 0, 0, 3])
  }

  @Test func arraysThatAreCutOffAreRefused() throws {
    let whole = [UInt8](repeating: 0, count: 2 * 2 * 4 * 4)
    let set = try MotionSet("zeros", bytes: whole, agentsPerScene: 2, frames: 4, file: "a.f32")
    #expect(set.trajectories == 2)
    let error = #expect(throws: MotionFileError.self) {
      try MotionSet(
        "zeros", bytes: whole.dropLast(3), agentsPerScene: 2, frames: 4, file: "a.f32")
    }
    #expect(error?.description.hasPrefix("a.f32:1: the file has 61 bytes") == true)
    var broken = whole
    broken.replaceSubrange(8..<12, with: [0, 0, 0xC0, 0x7F])
    #expect(throws: MotionFileError.self) {
      try MotionSet("nan", bytes: broken, agentsPerScene: 2, frames: 4, file: "a.f32")
    }
  }

  @Test func theSpuriousFeatureLooksEightFramesAhead() {
    // Steps of 1 m along x until frame 8, then of 3 m along y.
    var path: [Float] = [0, 0]
    for frame in 1..<20 {
      let (x, y) = (path[path.count - 2], path[path.count - 1])
      path += frame <= 8 ? [x + 1, y] : [x, y + 3]
    }
    let motion = MotionSet("made", frames: 20, agentsPerScene: 1, positions: path)
    let values = SpuriousFeature(strength: 4).values(of: motion)
    #expect(values.count == 8)
    #expect(values[0] == 8)  // 4 (|(1, 0) - 0| + 1)
    #expect(abs(values[1] - 4 * (Float(10).squareRoot() + 1)) < 1e-4)
  }
}
