extension SurfaceMaterial {
  /// A tournament table. e = 0.945 - 0.02 v: with the drag of `FlightModel.real`, a ball dropped
  /// from 30 cm rebounds to 23 cm (ITTF leaflet T1 asks for about 23); that is e = 0.90 at 2.4 m/s,
  /// as in the matches of SonyResearch ace_public. From these also come the slope, the friction of
  /// 0.26, full grip up to about 3 m/s of slip, the spin kept about the vertical, 0.993, and the
  /// floor of 0.75.
  public static let tableReal = SurfaceMaterial(
    restitution: Restitution(0.945, slope: -0.02, floor: 0.75, ceiling: 0.945),
    friction: 0.26, spinRetention: 0.993)

  /// The table of arXiv 2408.03906 (table VI) as its contact behaves when run in MuJoCo: e = 0.967
  /// between 0.5 and 6 m/s and friction 0.10. Its partial grip at slow slip is not modelled.
  public static let tableDM = SurfaceMaterial(restitution: Restitution(0.967), friction: 0.10)

  /// A sports-hall floor. Assumed, not measured: livelier than rubber, deader than a table.
  public static let floor = SurfaceMaterial(
    restitution: Restitution(0.80, slope: -0.02, floor: 0.5), friction: 0.4)

  /// The mesh of the net, which gives way: nearly all speed is lost. e = 0.12 is a tuned value known
  /// at second hand; friction and kept spin are assumed.
  public static let net = SurfaceMaterial(
    restitution: Restitution(0.12), friction: 0.3, spinRetention: 0.8)

  /// The white tape on a taut cord: a let ball hops on. Assumed, not measured.
  public static let netTape = SurfaceMaterial(
    restitution: Restitution(0.35), friction: 0.3, spinRetention: 0.9)

  /// Steel posts and clamps. A ball dropped 30.5 cm on steel rebounds to 24 ... 26 cm (ITTF leaflet
  /// T3), which takes e = 0.94 at 2.4 m/s once drag is counted.
  public static let netPost = SurfaceMaterial(
    restitution: Restitution(0.98, slope: -0.02, floor: 0.75, ceiling: 0.96), friction: 0.2)

  /// Painted metal and plastic covers of a robot. Assumed: a little deader than steel.
  public static let robotBody = SurfaceMaterial(
    restitution: Restitution(0.85, slope: -0.02, floor: 0.5), friction: 0.3)

  /// The wooden edge of a blade with its tape. Assumed: hard, rough, and it never returns spin.
  public static let racketEdge = SurfaceMaterial(
    restitution: Restitution(0.75, slope: -0.02, floor: 0.5), friction: 0.4)
}
