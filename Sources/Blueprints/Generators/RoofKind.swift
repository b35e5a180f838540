/// The form of a roof.
public enum RoofKind: String, CaseIterable, Hashable, Sendable, Codable {
  case flat, gable, hip, mansard, dome, pyramid, shed, pagoda
}
