#if Viewer

import Foundation
import Testing

/// Pictures and films made without a display.
@Suite(.serialized) struct FilmTests {
  private let folder: Folder
  private let recording: String

  init() throws {
    folder = try Folder()
    recording = folder.path("rally.rec")
    let run = try ProgramRun.headless([
      "play", "table-tennis/return", "--home", "scripted-robot", "--matches", "2", "--seed", "3",
      "--record", recording, "--quiet",
    ])
    try #require(run.status == 0)
  }

  @Test func theHeadlessProgramLinksNeitherWindowNorGraphics() throws {
    let linker = try #require(ProgramRun.systemPath("ldd"))
    let program = try #require(ProgramRun.path("repertoire"))
    let libraries = try ProgramRun(linker, [program]).output
    #expect(libraries.contains("libc.so"))
    for name in ["SDL", "libGL", "libEGL", "libOpenGL"] { #expect(!libraries.contains(name)) }
    let viewer = try ProgramRun(linker, [try #require(ProgramRun.path("repertoire-viewer"))])
    #expect(viewer.output.contains("SDL2"))
  }

  @Test func theSameRecordingGivesTheSamePicture() throws {
    for name in ["a.png", "b.png"] {
      let run = try ProgramRun.headless([
        "watch", recording, "--picture", folder.path(name), "--size", "320x180", "--json",
      ])
      #expect(run.status == 0)
      #expect(try run.json()["frames"] as? Int == 1)
    }
    let picture = try folder.bytes("a.png")
    #expect(picture == (try folder.bytes("b.png")))
    #expect(Array(picture[16..<24]) == [0, 0, 1, 64, 0, 0, 0, 180])
    #expect(picture.count > 5000)
  }

  @Test func framesAreNumberedAndDiffer() throws {
    let run = try ProgramRun.viewer([
      recording, "--frames", folder.path("frames"), "--size", "160x90", "--from", "0.2",
      "--seconds", "0.1", "--layout", "quad", "--overlays", "belief,forecast,landings,trail,score",
      "--json", "--quiet",
    ])
    #expect(run.status == 0)
    #expect(try run.json()["frames"] as? Int == 5)
    let frames = try (0..<5).map { try folder.bytes("frames/00000\($0).png") }
    #expect(Set(frames).count == 5)
  }

  @Test(.enabled(if: ProgramRun.systemPath("ffmpeg") != nil, "ffmpeg is not installed"))
  func videosAreMadeByFFmpeg() throws {
    for (option, name, magic) in [("--video", "a.mp4", "ftyp"), ("--gif", "a.gif", "GIF89a")] {
      let run = try ProgramRun.viewer([
        recording, option, folder.path(name), "--size", "161x91", "--seconds", "0.2", "--quiet",
      ])
      #expect(run.status == 0, "\(run.errors)")
      #expect(String(decoding: try folder.bytes(name).prefix(12), as: UTF8.self).contains(magic))
      #expect(!FileManager.default.fileExists(atPath: folder.path(name + ".partial")))
    }
  }

  @Test func whatIsMissingIsSaidInOneLine() throws {
    func fails(_ run: ProgramRun, saying words: String) {
      #expect(run.status == 1)
      #expect(run.errors.hasPrefix("error: ") && run.errors.contains(words), "\(run.errors)")
      #expect(run.errors.split(separator: "\n").count == 1, "\(run.errors)")
    }
    fails(try ProgramRun.viewer([recording]), saying: "there is no display")
    let video = ["--video", folder.path("none.mp4"), "--size", "160x90", "--quiet"]
    fails(
      try ProgramRun.viewer([recording] + video, environment: ["PATH": "/nowhere"]),
      saying: "ffmpeg")
    #expect(!FileManager.default.fileExists(atPath: folder.path("none.mp4")))
    let bare = folder.path("bare")
    try FileManager.default.createDirectory(
      atPath: bare + "/Scenarios", withIntermediateDirectories: true)
    let picture = ["--picture", folder.path("none.png")]
    fails(
      try ProgramRun.viewer([recording] + picture, environment: ["REPERTOIRE_HOME": bare]),
      saying: "font")
    fails(
      try ProgramRun.viewer(
        [recording] + picture,
        environment: ["__EGL_VENDOR_LIBRARY_DIRS": "/nowhere"]), saying: "driver")
  }

  @Test func blueprintsOfEveryFormatAreDrawn() throws {
    let endings = ["schem", "v3.schem", "nbt", "litematic", "vox", "json", "plan"]
    let files = endings.map { folder.path("hut.\($0)") }
    let build = try ProgramRun.headless(
      ["build", "a 5 by 5 stone hut"] + files.flatMap { ["--out", $0] })
    try #require(build.status == 0, "\(build.errors)")
    func picture(_ file: String, _ name: String) throws -> [UInt8] {
      let run = try ProgramRun.viewer([
        file, "--picture", folder.path(name), "--size", "160x90", "--quiet",
      ])
      #expect(run.status == 0, "\(file): \(run.errors)")
      return try folder.bytes(name)
    }
    let pictures = try zip(endings, files).map { try picture($1, "\($0).png") }
    let areDrawn = pictures.allSatisfy { $0.count > 3000 }
    #expect(areDrawn)
    // The third version of a schematic says the same as the second; its name stands in the picture.
    _ = try folder.write(try folder.bytes("hut.v3.schem"), to: "hut.schem")
    let isSame = try picture(files[0], "again.png") == pictures[0]
    #expect(isSame)
    let missing = try ProgramRun.viewer(["none.schem", "--picture", folder.path("none.png")])
    #expect(missing.status == 66)
    let broken = try folder.write(Array("no blueprint".utf8), to: "broken.schem")
    let refused = try ProgramRun.viewer([broken, "--picture", folder.path("none.png")])
    #expect(refused.status == 65)
    #expect(refused.errors.split(separator: "\n").count == 1, "\(refused.errors)")
  }

  @Test func measuringSaysWhatTheTimeGoesTo() throws {
    let run = try ProgramRun.viewer([
      recording, "--measure", "4", "--size", "160x90", "--json", "--quiet",
    ])
    #expect(run.status == 0, "\(run.errors)")
    let timing = try #require(try run.json()["timing"] as? [String: Double])
    #expect(timing["drawing_milliseconds"] ?? 0 > 0)
    #expect(timing["rendered_per_second"] ?? 0 >= timing["frames_per_second"] ?? .infinity)
  }

  @Test func brokenRecordingsNeverCrash() throws {
    let whole = try folder.bytes("rally.rec")
    let picture = ["--picture", folder.path("p.png"), "--size", "64x64", "--from", "0.1"]
    for (name, bytes) in [
      ("empty", []), ("noise", Array("no recording at all".utf8)),
      ("magic", Array(whole.prefix(8))), ("header", Array(whole.prefix(40))),
      ("half", Array(whole.prefix(whole.count / 2))), ("cut", Array(whole.dropLast(20))),
    ] {
      let path = try folder.write(bytes, to: name)
      let run = try ProgramRun.viewer([path] + picture)
      #expect([0, 1, 65, 66].contains(run.status), "\(name): \(run.status) \(run.errors)")
      if run.status != 0 { #expect(run.errors.contains("error: "), "\(name)") }
    }
    for place in stride(from: 9, to: whole.count, by: max(1, whole.count / 14)) {
      var bytes = whole
      bytes[place] ^= 0x55
      let run = try ProgramRun.viewer([try folder.write(bytes, to: "flipped")] + picture)
      #expect([0, 1, 65, 66].contains(run.status), "byte \(place): \(run.status)")
    }
  }

  @Test func aReportIsOnePageThatNeedsNothingElse() throws {
    let page = folder.path("report.html")
    let run = try ProgramRun.headless([
      "report", recording, "--out", page, "--frames", "3", "--json",
    ])
    #expect(run.status == 0, "\(run.errors)")
    #expect(try run.json()["frames"] as? Int == 3)
    let text = try String(contentsOfFile: page, encoding: .utf8)
    #expect(text.contains("<svg") && text.contains("data:image/png;base64,"))
    let links = text.replacing("http://www.w3.org/2000/svg", with: "")
    #expect(!links.contains("http:") && !links.contains("https:") && !links.contains("src=\"/"))
    let table = folder.path("run")
    try FileManager.default.createDirectory(atPath: table, withIntermediateDirectories: true)
    _ = try folder.write(Array("steps,score\n0,0\n1000,0.5\n2000\n".utf8), to: "run/metrics.csv")
    let broken = try ProgramRun.headless(["report", table, "--out", folder.path("none.html")])
    #expect(broken.status == 65)
    #expect(broken.errors.contains("metrics.csv:4"), "\(broken.errors)")
    #expect(!FileManager.default.fileExists(atPath: folder.path("none.html")))
  }
}

#endif
