/// A side, corner or middle of something, as people name them. `front` is where the door is, or
/// nearer to who looks; left and right are as one faces it from outside, unless said otherwise.
public enum Side: String, CaseIterable, Sendable, Codable {
  case north, south, east, west, northeast, northwest, southeast, southwest
  case left, right, front, back, top, bottom, middle, end, corner, edge, side
  case inside, outside, beneath, storey, ground
}
