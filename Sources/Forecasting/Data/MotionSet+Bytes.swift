extension MotionSet {
  /// Reads an array of single-precision numbers, little-endian, axes scene, agent, frame, and x
  /// and y: the form of the synthetic data sets.
  ///
  /// - Parameter file: what errors call the file; it has no lines, so they name line 1.
  public init(
    _ name: String, bytes: [UInt8], agentsPerScene: Int, frames: Int, file: String
  ) throws(MotionFileError) {
    let sceneSize = agentsPerScene * frames * 2 * 4
    guard !bytes.isEmpty, bytes.count % sceneSize == 0 else {
      throw MotionFileError(
        file, "the file has \(bytes.count) bytes",
        expected: "a whole number of scenes of \(sceneSize) bytes: is it cut off?")
    }
    var positions = [Float](repeating: 0, count: bytes.count / 4)
    for index in positions.indices {
      let bits =
        UInt32(bytes[4 * index]) | UInt32(bytes[4 * index + 1]) << 8
        | UInt32(bytes[4 * index + 2]) << 16 | UInt32(bytes[4 * index + 3]) << 24
      positions[index] = Float(bitPattern: bits)
      guard abs(positions[index]) < 1e6 else {
        throw MotionFileError(
          file, "the number at byte \(4 * index) is \(positions[index])",
          expected: "a position in metres")
      }
    }
    self.init(name, frames: frames, agentsPerScene: agentsPerScene, positions: positions)
  }
}
