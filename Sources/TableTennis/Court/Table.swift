import Math

/// The table and its net (ITTF, The Laws of Table Tennis, 2.1 and 2.2). The origin of the world is
/// the centre of the playing surface; x runs across, y along, z up; home plays at y < 0.
public enum Table {
  /// Along y, metres.
  public static let length = 2.74
  /// Along x, metres.
  public static let width = 1.525
  /// Of the playing surface above the floor, metres.
  public static let height = 0.76
  /// Of the table top, metres; the laws leave it open, tables have 22 to 30 mm.
  public static let thickness = 0.025
  /// Of the net's upper edge above the playing surface, metres.
  public static let netHeight = 0.1525
  /// By which the net and its posts stand out beyond each side line, metres.
  public static let netOverhang = 0.1525

  public static let halfLength = length / 2
  public static let halfWidth = width / 2
  /// Half the width of the net, posts included, metres.
  public static let netHalfWidth = halfWidth + netOverhang

  /// Whether a point lies over the playing surface.
  @inlinable
  public static func isAbove(_ point: Vector3) -> Bool {
    abs(point.x) <= halfWidth && abs(point.y) <= halfLength
  }
}
