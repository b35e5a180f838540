import Networks

extension ActClassifier {
  /// The classifier as a file: the network's tensors, the moments as "motion", and the names of
  /// the traits as notes.
  public var safetensors: Safetensors {
    var file = network.safetensors(
      parameters,
      metadata: ["trait": trait, "otherwise": otherwise, "motion-width": "\(motionWidth)"])
    file.append(moments, as: "motion")
    return file
  }

  /// Reads what `safetensors` gave.
  public init(reading bytes: [UInt8]) throws(PolicyError) {
    let file = try Safetensors.small(bytes)
    guard let trait = file.metadata["trait"], let otherwise = file.metadata["otherwise"],
      let width = file.metadata["motion-width"].flatMap({ Int($0) }), (1...256).contains(width)
    else {
      throw .weights("a classifier's notes are trait, otherwise and motion-width (1 ... 256)")
    }
    let parameters = try Self.design(motionWidth: width).read(file, moments: "motion")
    let moments = try file.moments("motion", fields: width * MotionMemory.frames)
    self.init(
      trait: trait, otherwise: otherwise, motionWidth: width, parameters: parameters,
      moments: moments)
  }
}

extension StyleNetwork {
  /// The network as a file: its tensors, the moments as "key", and the styles as a note.
  public var safetensors: Safetensors {
    var file = network.safetensors(
      parameters,
      metadata: ["styles": styles.joined(separator: " "), "key-width": "\(keyWidth)"])
    file.append(moments, as: "key")
    return file
  }

  /// Reads what `safetensors` gave.
  public init(reading bytes: [UInt8]) throws(PolicyError) {
    let file = try Safetensors.small(bytes)
    let styles = (file.metadata["styles"] ?? "").split(separator: " ").map(String.init)
    guard (1...16).contains(styles.count),
      let width = file.metadata["key-width"].flatMap({ Int($0) }), (1...64).contains(width)
    else { throw .weights("a style network's notes are styles and key-width (1 ... 64)") }
    let network = Self.design(keyWidth: width, styles: styles.count)
    let parameters = try network.read(file, moments: "key")
    let moments = try file.moments("key", fields: width)
    self.init(styles: styles, keyWidth: width, parameters: parameters, moments: moments)
  }
}

extension Safetensors {
  fileprivate static func small(_ bytes: [UInt8]) throws(PolicyError) -> Safetensors {
    do {
      return try Safetensors(bytes: bytes)
    } catch { throw .weights("\(error)") }
  }
}

extension Network {
  fileprivate func read(_ file: Safetensors, moments: String) throws(PolicyError) -> [Float] {
    do {
      return try parameters(from: file) { $0.hasPrefix(moments + ".") }
    } catch { throw .weights("\(error)") }
  }
}
