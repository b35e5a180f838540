import Arena

/// What a skill's folder says in its `descriptor.yaml`, beside the measured table in
/// `descriptor.safetensors`.
public struct DescriptorManifest: Configuration, Hashable {
  /// The layout of both files; raised when older readers could misread them.
  public static let currentFormat = 1

  public var format = DescriptorManifest.currentFormat
  /// "descriptor": what kind of file this is.
  public var kind = "descriptor"
  /// The names of the key's numbers, in order.
  public var key: [String] = []
  public var descriptor = SkillDescriptor(name: "", summary: "")

  public init() {}

  public init(key: [String], descriptor: SkillDescriptor) {
    self.key = key
    self.descriptor = descriptor
  }

  /// Throws unless the manifest is one this program reads, of a skill that was measured.
  public func measurement() throws(PolicyError) -> SkillDescriptor.Measurement {
    guard format == Self.currentFormat, kind == "descriptor" else {
      throw .unusable(
        key: "format", reason: "expected format \(Self.currentFormat) of the kind `descriptor`")
    }
    guard let measurement = descriptor.measurement, descriptor.trials > 0 else {
      throw .unusable(key: "descriptor.measurement", reason: "the skill was not measured")
    }
    return measurement
  }
}
