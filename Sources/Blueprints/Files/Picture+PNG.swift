internal import CZlib

extension Picture {
  /// What the head of a file says of its samples.
  private struct Layout {
    var width: Int
    var height: Int
    var depth: Int
    /// 0 grey, 2 colours, 3 places in a palette, 4 grey and opacity, 6 colours and opacity.
    var type: Int

    var channels: Int { [1, 0, 3, 1, 2, 0, 4][type] }
    var bytesPerRow: Int { (width * channels * depth + 7) / 8 }
    /// How far apart bytes lie that filters compare.
    var filterStep: Int { max(1, channels * depth / 8) }

    var isKnown: Bool {
      switch type {
      case 0: [1, 2, 4, 8, 16].contains(depth)
      case 3: [1, 2, 4, 8].contains(depth)
      case 2, 4, 6: depth == 8 || depth == 16
      default: false
      }
    }
  }

  /// Reads a file in the format PNG (ISO/IEC 15948) of any colour type and depth, not interlaced.
  /// Of samples of 16 bits the upper half counts.
  ///
  /// - Throws: `BlueprintFileError`, one line, for a file that is damaged, too large or something
  ///   else.
  public init(png file: [UInt8]) throws(BlueprintFileError) {
    guard file.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else {
      throw BlueprintFileError("the file is no picture in the format PNG")
    }
    var layout: Layout?
    var packed: [UInt8] = []
    var palette: [[UInt8]] = []
    var place = 8
    while place + 12 <= file.count {
      let length = Self.number(file, place)
      guard length <= file.count - place - 12 else {
        throw BlueprintFileError("byte \(place): the chunk runs past the end of the file")
      }
      let data = file[place + 8..<place + 8 + length]
      switch String(decoding: file[place + 4..<place + 8], as: UTF8.self) {
      case "IHDR": layout = try Self.layout(Array(data))
      case "PLTE":
        palette = stride(from: data.startIndex, to: data.endIndex - 2, by: 3).map {
          [file[$0], file[$0 + 1], file[$0 + 2], 255]
        }
      case "tRNS" where layout?.type == 3:
        for (entry, opacity) in data.enumerated() where entry < palette.count {
          palette[entry][3] = opacity
        }
      case "IDAT": packed += data
      default: break
      }
      place += 12 + length
    }
    guard let layout else { throw BlueprintFileError("the picture has no head") }
    let rows = try Self.unfiltered(try Self.unpacked(packed, layout), layout)
    width = layout.width
    height = layout.height
    samples = try Self.samples(rows, layout, palette)
  }

  private static func layout(_ data: [UInt8]) throws(BlueprintFileError) -> Layout {
    guard data.count == 13 else { throw BlueprintFileError("the head of the picture is damaged") }
    let layout = Layout(
      width: number(data, 0), height: number(data, 4), depth: Int(data[8]), type: Int(data[9]))
    guard layout.width > 0, layout.height > 0, max(layout.width, layout.height) <= mostPlaces,
      layout.width * layout.height <= mostPlaces
    else {
      throw BlueprintFileError(
        "the picture is \(layout.width) x \(layout.height); expected at most \(mostPlaces) places")
    }
    guard layout.isKnown, data[12] == 0 else {
      throw BlueprintFileError("pictures that are interlaced or of an odd type are not read")
    }
    return layout
  }

  /// The filtered rows: exactly as many bytes as the head tells.
  private static func unpacked(
    _ packed: [UInt8], _ layout: Layout
  ) throws(BlueprintFileError) -> [UInt8] {
    var rows = [UInt8](repeating: 0, count: (layout.bytesPerRow + 1) * layout.height)
    var length = UInt(rows.count)
    guard uncompress(&rows, &length, packed, UInt(packed.count)) == Z_OK, length == rows.count
    else { throw BlueprintFileError("the packed samples are damaged or of another number") }
    return rows
  }

  private static func unfiltered(
    _ filtered: [UInt8], _ layout: Layout
  ) throws(BlueprintFileError) -> [UInt8] {
    let (row, step) = (layout.bytesPerRow, layout.filterStep)
    var bytes = [UInt8](repeating: 0, count: row * layout.height)
    for y in 0..<layout.height {
      let filter = filtered[y * (row + 1)]
      guard filter <= 4 else {
        throw BlueprintFileError("row \(y + 1) of the picture has the unknown filter \(filter)")
      }
      for x in 0..<row {
        let left = x < step ? 0 : bytes[y * row + x - step]
        let above = y == 0 ? 0 : bytes[(y - 1) * row + x]
        let corner = x < step || y == 0 ? 0 : bytes[(y - 1) * row + x - step]
        let guess: UInt8 =
          switch filter {
          case 1: left
          case 2: above
          case 3: UInt8((Int(left) + Int(above)) / 2)
          case 4: paeth(Int(left), Int(above), Int(corner))
          default: 0
          }
        bytes[y * row + x] = filtered[y * (row + 1) + 1 + x] &+ guess
      }
    }
    return bytes
  }

  /// Whichever of the neighbours is nearest to the plane through all three.
  private static func paeth(_ left: Int, _ above: Int, _ corner: Int) -> UInt8 {
    let (a, b, c) = (abs(above - corner), abs(left - corner), abs(left + above - 2 * corner))
    return UInt8(a <= b && a <= c ? left : b <= c ? above : corner)
  }

  private static func samples(
    _ bytes: [UInt8], _ layout: Layout, _ palette: [[UInt8]]
  ) throws(BlueprintFileError) -> [UInt8] {
    var samples: [UInt8] = []
    samples.reserveCapacity(4 * layout.width * layout.height)
    for y in 0..<layout.height {
      for x in 0..<layout.width {
        func value(_ channel: Int) -> Int {
          let bit = (x * layout.channels + channel) * layout.depth
          let byte = Int(bytes[y * layout.bytesPerRow + bit / 8])
          guard layout.depth < 8 else { return byte }
          return byte >> (8 - layout.depth - bit % 8) & (1 << layout.depth - 1)
        }
        func level(_ channel: Int) -> UInt8 {
          layout.depth < 8
            ? UInt8(value(channel) * 255 / (1 << layout.depth - 1)) : UInt8(value(channel))
        }
        switch layout.type {
        case 3:
          guard value(0) < palette.count else {
            throw BlueprintFileError("the palette of the picture has no colour \(value(0))")
          }
          samples += palette[value(0)]
        case 0, 4: samples += [level(0), level(0), level(0), layout.type == 4 ? level(1) : 255]
        default: samples += [level(0), level(1), level(2), layout.type == 6 ? level(3) : 255]
        }
      }
    }
    return samples
  }

  private static func number(_ bytes: [UInt8], _ start: Int) -> Int {
    (0..<4).reduce(0) { $0 << 8 | Int(bytes[start + $1]) }
  }
}
