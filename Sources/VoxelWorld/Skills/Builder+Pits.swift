extension Builder {
  /// Sets out to leave a pit on a pillar, if the body is in one.
  ///
  /// - Returns: whether it does.
  mutating func climbsOut(of places: [Cell]) -> Bool {
    guard !places.contains(plot.exit), places.count < 2000,
      let (base, height) = pillarOut(of: places)
    else { return false }
    isClimbingOut = true
    task = .reach(base: base, height: height)
    return true
  }

  /// The nearest place and the least height of a pillar by which the body gets out of a pit; nil
  /// if there is none, or not dirt enough.
  private func pillarOut(of places: [Cell]) -> (base: Cell, height: Int)? {
    let most = min(8, Self.dirt.map { isEndless ? 64 : carried($0) } ?? 0)
    var finder = PathFinder()
    finder.tolerance = 2
    for base in places.prefix(24) {
      guard let stand = map.stand(at: base), stand.kind == .ground,
        stand.height == Double(base.y), !ledger.isHopeless(base)
      else { continue }
      var later = map
      for height in stride(from: 1, to: most + 1, by: 1) {
        let top = Cell(base.x, base.y + height, base.z)
        guard map[top].isAir, map[top.above].isAir, map[top.above.above].isAir else { break }
        later.write("dirt", at: top.below)
        if finder.path(from: top, to: plot.exit, in: later) != nil { return (base, height) }
      }
    }
    return nil
  }
}
