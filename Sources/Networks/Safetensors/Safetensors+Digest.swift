import Math

extension Safetensors {
  /// Changes with every name, shape and number, bit for bit; notes do not count.
  public var digest: Digest {
    var digest = Digest()
    for entry in entries {
      digest.combine(entry.name)
      digest.combine(entry.shape.count)
      for extent in entry.shape { digest.combine(extent) }
      switch entry.values {
      case .single(let values): for value in values { digest.combine(value) }
      case .double(let values): for value in values { digest.combine(value) }
      }
    }
    return digest
  }
}
