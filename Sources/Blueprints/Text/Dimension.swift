/// Along what something is measured.
public enum Dimension: String, CaseIterable, Sendable, Codable {
  case width, length, height, depth, radius, diameter, thickness, storeys, spacing, size, footprint
}
