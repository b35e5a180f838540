#if Viewer

import Arena
import Foundation
import Math
import Testing

@testable import Rendering

/// Pictures drawn without a display, compared with those that were looked at and found good.
///
/// A picture passes if at most 2 in 1,000 of its pixels differ by more than 24 of 255 in any colour:
/// drivers may round edges differently. Moving one thing by a twentieth of the scene fails it.
@Suite(.serialized) struct PictureTests {
  static let tolerance = 24
  static let share = 0.002
  private static let (width, height) = (320, 180)

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path
  private static let font = root + "/Assets/fonts/DejaVuSans.ttf"

  private static func path(_ name: String) -> String {
    root + "/Tests/Goldens/pictures/\(name).png"
  }

  /// Draws scenes one after the other, so that none depends on what came before.
  private static func pictures(_ scenes: [Scene]) throws -> [Image] {
    let context = try OffscreenContext()
    defer { withExtendedLifetime(context) {} }
    let renderer = try Renderer(font: font)
    return try scenes.map { scene in
      let camera = Camera(.orbit, of: scene, aspect: Double(width) / Double(height))
      try renderer.draw(
        scene, views: [Renderer.View(camera)],
        sheet: Sheet(width: width, height: height, typeface: renderer.typeface))
      return renderer.image()
    }
  }

  @Test func picturesAreAsTheyWere() throws {
    let images = try Self.pictures(PictureScenes.names.map { PictureScenes.scene($0) })
    let isUpdating = ProcessInfo.processInfo.environment["REPERTOIRE_UPDATE_PICTURES"] != nil
    for (name, image) in zip(PictureScenes.names, images) {
      let path = Self.path(name)
      if isUpdating {
        try Data(PNG.bytes(of: image, effort: 9)).write(to: URL(fileURLWithPath: path))
      }
      let golden = try #require(
        PNG.image(Array(try Data(contentsOf: URL(fileURLWithPath: path)))), "\(name)")
      let share = image.differingShare(from: golden, tolerance: Self.tolerance)
      #expect(share <= Self.share, "\(name): \(share) of the pixels differ")
    }
  }

  @Test func aThingThatMovedIsNoticed() throws {
    let moved = PictureScenes.names.map { name in
      PictureScenes.scene(name, shift: name == "net" ? 0.03 : 0.15)
    }
    for (name, image) in zip(PictureScenes.names, try Self.pictures(moved)) {
      let file = try Data(contentsOf: URL(fileURLWithPath: Self.path(name)))
      let golden = try #require(PNG.image(Array(file)), "\(name)")
      let share = image.differingShare(from: golden, tolerance: Self.tolerance)
      #expect(share > Self.share, "\(name): only \(share) of the pixels differ")
    }
  }

  @Test func theSameSceneGivesTheSamePixels() throws {
    let scenes = PictureScenes.names.map { PictureScenes.scene($0) }
    let once = try Self.pictures(scenes)
    // In another order and with another renderer.
    let again = try Self.pictures(scenes.reversed())
    for (a, b) in zip(once, again.reversed()) { #expect(a == b) }
  }

  @Test func changedBlocksAreDrawnAnew() throws {
    let scenes = [
      PictureScenes.scene("blocks"), PictureScenes.scene("blocks", shift: 1),
      PictureScenes.scene("blocks"),
    ]
    let images = try Self.pictures(scenes)
    #expect(images[0] != images[1])
    #expect(images[0] == images[2])
  }

  @Test func manyCamerasShareOnePicture() throws {
    let context = try OffscreenContext()
    defer { withExtendedLifetime(context) {} }
    let renderer = try Renderer(font: Self.font)
    let scene = PictureScenes.scene("shapes")
    let camera = Camera(.orbit, of: scene, aspect: 2)
    let quarters = [(0.0, 0.0), (0.5, 0), (0, 0.5), (0.5, 0.5)].map { x, y in
      Renderer.View(camera, frame: Sheet.Frame(x, y, 0.5, 0.5))
    }
    try renderer.draw(
      scene, views: quarters, sheet: Sheet(width: 160, height: 80, typeface: renderer.typeface))
    let image = renderer.image()
    func quarter(_ x: Int, _ y: Int) -> Image {
      let rows = (0..<40).flatMap { row in
        let start = 4 * ((y + row) * 160 + x)
        return image.pixels[start..<start + 4 * 80]
      }
      return Image(width: 80, height: 40, pixels: rows)
    }
    // Up to the last digit: places in the picture are rounded.
    let first = quarter(0, 0)
    for place in [(80, 0), (0, 40), (80, 40)] {
      let share = quarter(place.0, place.1).differingShare(from: first, tolerance: 8)
      #expect(share < 0.01)
    }
  }

  @Test func aMissingFontIsNamed() throws {
    let context = try OffscreenContext()
    defer { withExtendedLifetime(context) {} }
    let error = #expect(throws: GraphicsError.self) { try Renderer(font: "/nowhere/none.ttf") }
    #expect(error?.description.contains("/nowhere/none.ttf") == true)
  }
}

#endif
