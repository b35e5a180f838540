import VoxelWorld

/// Evaluates expectations on finished worlds. It knows nothing of how they came about.
public struct Checker {
  /// What came of one check.
  public struct Outcome: Sendable {
    public var operation: String
    /// 0 to 1.
    public var value: Double
    public var detail: String
    public var isPassed: Bool { value >= 0.999_999 }
  }

  /// What came of all checks of a prompt.
  public struct Report: Sendable {
    public var gates: [Outcome]
    public var checks: [Outcome]

    /// The mean of the checks; nothing where a gate fails.
    public var score: Double {
      guard gates.allSatisfy(\.isPassed), !checks.isEmpty else { return 0 }
      return checks.reduce(0) { $0 + $1.value } / Double(checks.count)
    }
    public var isPassed: Bool { (gates + checks).allSatisfy(\.isPassed) && !checks.isEmpty }
    public var failures: [Outcome] { (gates + checks).filter { !$0.isPassed } }
  }

  /// The world after each turn.
  let views: [View]
  var view: View { views[views.count - 1] }
  var scene: Aftermath { view.scene }

  /// A checker of the worlds after each turn, the last one last.
  public init(_ scenes: [Aftermath]) { views = scenes.map(View.init) }

  init(views: [View]) { self.views = views }

  public func report(_ prompt: Demand) -> Report {
    Report(
      gates: gates(floats: prompt["floats"].isTrue), checks: prompt["checks"].list.map(outcome))
  }

  func outcome(_ check: Demand) -> Outcome {
    let name = check["op"].text ?? "?"
    let (value, detail) = evaluate(name, check)
    return Outcome(operation: name, value: value, detail: detail)
  }

  private func evaluate(_ name: String, _ check: Demand) -> (Double, String) {
    switch name {
    case "bbox": bbox(check)
    case "count": count(check)
    case "only": only(check)
    case "dominant": dominant(check)
    case "state": state(check)
    case "pair", "pairCount": pairs(check)
    case "components": components(check)
    case "symmetric": symmetric(check)
    case "shape": shape(check)
    case "pattern": pattern(check)
    case "relation": relation(check)
    case "level": level(check)
    case "enclosed": enclosed(check)
    case "roofWatertight": watertight()
    case "door": door(check)
    case "opening": opening(check)
    case "walkable": walkable(check)
    case "stories": stories(check)
    case "reachableRooms": reachableRooms(check)
    case "roomKind": roomKind(check)
    case "interiorHeight": interiorHeight(check)
    case "lit": lit(check)
    case "hydrated": hydrated(check)
    case "water": water(check)
    case "circuit": circuit(check)
    case "flush": flush(check)
    case "notVisibleFrom": notVisible(check)
    case "climbs": climbs(check)
    case "spans": spans(check)
    case "railings": railings(check)
    case "clearance": clearance(check)
    case "ringClosed": ringClosed(check)
    case "towers": towers(check)
    case "footprint": footprint(check)
    case "roofKind": roofKind(check)
    case "foundation": foundation(check)
    case "pillars": pillars(check)
    case "repeatAlong": repeatAlong(check)
    case "roseWindow": roseWindow(check)
    case "balcony": balcony(check)
    case "tiers": tiers(check)
    case "bands": bands(check)
    case "buildings": buildings(check)
    case "each": each(check)
    case "noOverlap": (1, "")
    case "pathConnected": pathConnected(check)
    case "lampPosts": lampPosts(check)
    case "budget": budget(check)
    case "score": roominess(check)
    case "afterTurn": afterTurn(check)
    case "unchanged": unchanged(check)
    case "copies": copies(check)
    case "equalsState": equalsState(check)
    default: (0, "nobody knows this check")
    }
  }

  // MARK: Scoring

  /// 1 within a range, and down to 0 at half as much again off it.
  static func score(_ value: Int, _ low: Int?, _ high: Int?) -> Double {
    if let low, value < low {
      return max(0, 1 - Double(low - value) / (0.5 * Double(max(1, low))))
    }
    if let high, value > high {
      return max(0, 1 - Double(value - high) / (0.5 * Double(max(1, high))))
    }
    return 1
  }

  func passed(_ test: Bool, _ detail: @autoclosure () -> String) -> (Double, String) {
    test ? (1, "") : (0, detail())
  }
}
