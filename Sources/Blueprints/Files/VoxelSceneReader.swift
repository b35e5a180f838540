import Arena
import VoxelWorld

/// Reads scenes of MagicaVoxel with one model; each colour becomes the block nearest to it.
struct VoxelSceneReader {
  private let file: [UInt8]
  private var size: (x: Int, y: Int, z: Int)?
  /// Where the voxels lie in the file, four bytes each.
  private var voxels: Range<Int>?
  private var colours = Self.usualColours

  static func contents(
    of file: [UInt8], named name: String
  ) throws(BlueprintFileError) -> ImportedBlueprint {
    var reader = VoxelSceneReader(file: file)
    try reader.readChunks()
    return try reader.blueprint(named: name)
  }

  private init(file: [UInt8]) {
    self.file = file
  }

  private func number(at place: Int) throws(BlueprintFileError) -> Int {
    guard place <= file.count - 4 else {
      throw BlueprintFileError("byte \(file.count): the file ends too soon")
    }
    return (0..<4).reduce(0) { $0 | Int(file[place + $1]) << (8 * $1) }
  }

  private mutating func readChunks() throws(BlueprintFileError) {
    guard file.starts(with: Array("VOX ".utf8)), file.count >= 20,
      file[8..<12].elementsEqual("MAIN".utf8)
    else { throw BlueprintFileError("the file is no scene of MagicaVoxel") }
    var place = 20 + (try number(at: 12))
    while place < file.count {
      let length = try number(at: place + 4)
      let children = try number(at: place + 8)
      let start = place + 12
      guard length + children <= file.count - start else {
        throw BlueprintFileError("byte \(place): the chunk runs past the end of the file")
      }
      try take(String(decoding: file[place..<place + 4], as: UTF8.self), start, length)
      place = start + length + children
    }
  }

  private mutating func take(
    _ name: String, _ start: Int, _ length: Int
  ) throws(BlueprintFileError) {
    switch name {
    case "SIZE":
      guard size == nil else {
        throw BlueprintFileError("byte \(start): a second model; expected a scene of one")
      }
      size = (
        try number(at: start), try number(at: start + 4), try number(at: start + 8)
      )
    case "XYZI":
      let count = try number(at: start)
      guard 4 * count + 4 <= length else {
        throw BlueprintFileError("byte \(start): \(count) voxels do not fit into the chunk")
      }
      voxels = start + 4..<start + 4 + 4 * count
    case "RGBA":
      guard length >= 1024 else {
        throw BlueprintFileError("byte \(start): the palette has fewer than 256 colours")
      }
      colours = (0..<255).map { entry in
        let place = start + 4 * entry
        return Arena.Scene.Colour(file[place], file[place + 1], file[place + 2])
      }
    default: break
    }
  }

  private func blueprint(named name: String) throws(BlueprintFileError) -> ImportedBlueprint {
    guard let size, let voxels else { throw BlueprintFileError("the scene has no model") }
    // Their z is up and their y is to the north.
    let extent = try ImportedBlueprint.checked(size.x, size.z, size.y)
    var blocks = BlockColours()
    var isExact = true
    let states = colours.map { colour -> BlockState in
      blocks.state(nearest: colour)
    }
    var cells = [UInt16](repeating: 0, count: extent.blockCount)
    for place in stride(from: voxels.lowerBound, to: voxels.upperBound, by: 4) {
      let cell = Cell(
        Int(file[place]), Int(file[place + 2]), extent.z - 1 - Int(file[place + 1]))
      let colour = Int(file[place + 3])
      guard extent.contains(cell), colour > 0 else {
        throw BlueprintFileError("byte \(place): the voxel lies outside its model or palette")
      }
      cells[(cell.y * extent.z + cell.z) * extent.x + cell.x] = UInt16(colour)
      if states[colour - 1].colour != colours[colour - 1] { isExact = false }
    }
    let blueprint = Blueprint(name, size: extent, palette: [.air] + states, places: cells)
    return ImportedBlueprint(
      blueprint: blueprint,
      notes: isExact ? [] : ["colours that no block has were taken as the nearest"])
  }

  /// The palette of scenes without one: all of six levels per channel, blue fastest, then ramps of
  /// red, green, blue and grey (file format of MagicaVoxel, `default_palette`).
  private static var usualColours: [Arena.Scene.Colour] {
    let levels: [UInt8] = [0xFF, 0xCC, 0x99, 0x66, 0x33, 0]
    let ramp: [UInt8] = [0xEE, 0xDD, 0xBB, 0xAA, 0x88, 0x77, 0x55, 0x44, 0x22, 0x11]
    let cube = levels.flatMap { red in
      levels.flatMap { green in levels.map { Arena.Scene.Colour(red, green, $0) } }
    }
    return cube.dropLast() + ramp.map { Arena.Scene.Colour($0, 0, 0) }
      + ramp.map { Arena.Scene.Colour(0, $0, 0) } + ramp.map { Arena.Scene.Colour(0, 0, $0) }
      + ramp.map { Arena.Scene.Colour($0, $0, $0) }
  }
}
