import Math
import Testing

@testable import Rendering

/// Pictures on disk.
@Suite struct PNGTests {
  @Test func whatIsWrittenIsReadBack() throws {
    var random = Random(seed: 3)
    var pixels = (0..<4 * 31 * 17).map { _ in UInt8(random.index(below: 256)) }
    for pixel in stride(from: 3, to: pixels.count, by: 4) { pixels[pixel] = 255 }
    let image = Image(width: 31, height: 17, pixels: pixels)
    #expect(PNG.image(PNG.bytes(of: image)) == image)
  }

  @Test func damagedFilesAreNoPictures() {
    let image = Image(width: 8, height: 8, pixels: [UInt8](repeating: 255, count: 256))
    let whole = PNG.bytes(of: image)
    var random = Random(seed: 5)
    for _ in 0..<500 {
      var bytes = whole
      bytes[random.index(below: bytes.count)] ^= UInt8(1 + random.index(below: 255))
      bytes.removeLast(random.index(below: bytes.count))
      // Must come back, with or without a picture.
      if let read = PNG.image(bytes) { #expect(read.pixels.count == 4 * read.width * read.height) }
    }
    #expect(PNG.image([]) == nil)
  }

  @Test func picturesOfOtherSizesDifferInAllPixels() {
    let small = Image(width: 1, height: 1, pixels: [0, 0, 0, 255])
    let wide = Image(width: 2, height: 1, pixels: [0, 0, 0, 255, 9, 0, 0, 255])
    let other = Image(width: 2, height: 1, pixels: [0, 0, 0, 255, 0, 0, 0, 255])
    #expect(small.differingShare(from: wide, tolerance: 255) == 1)
    #expect(wide.differingShare(from: other, tolerance: 8) == 0.5)
    #expect(wide.differingShare(from: other, tolerance: 9) == 0)
  }
}
