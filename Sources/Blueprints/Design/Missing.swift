import VoxelWorld

/// Something that was asked for and seems to be in no plan.
struct Missing: Hashable, Sendable {
  /// In plain words.
  var phrase: String
  /// What blocks and parts would be called if it were there.
  private var names: [String]

  init(_ phrase: String, names: [String] = []) {
    self.phrase = phrase
    self.names = names
  }

  init(_ thing: Entity) {
    phrase = thing.phrase
    names = [thing.concept?.name].compactMap { $0 } + thing.materials
  }

  /// Names that generators have for what people call otherwise.
  private static let others: [String: [String]] = [
    "walkway": ["walk", "platform"], "foyer": ["hall"], "table": ["dining", "crafting_table"],
    "wiring": ["redstone"], "fountain": ["basin"], "well": ["ring"], "steps": ["stairs"],
    "staircase": ["stairs"], "rosewindow": ["rose"], "chair": ["stairs", "seats"],
    "fence": ["railing", "wall"], "railing": ["wall", "fence"], "lever": ["switch"],
    "light": ["lights"], "foundation": ["plinth", "foundation"], "wall": ["railing", "walls"],
    "door": ["door", "gate"], "lining": ["lining"], "spiral": ["ladder", "stairs"],
    "bed": ["_bed"], "aisle": ["pillars"], "nave": ["walls"], "vault": ["roof"],
    "seat": ["seats"], "border": ["border", "deck"], "chimney": ["chimney"], "pole": ["pole"],
    "light_source": ["lights"], "copy": [""],
  ]

  /// Words that ask for nothing that could be missing.
  private static let general: Set<String> = [
    "ceiling", "ground", "room", "floor", "signal", "opening", "background", "storey", "base",
    "overhang", "ridge", "beam", "block", "structure", "building", "row", "line", "layer",
  ]

  /// Whether a plan has it after all.
  func isIn(_ evidence: Set<String>) -> Bool {
    guard !names.isEmpty else { return false }
    return names.contains { name in
      Missing.general.contains(name)
        || ([name] + (Missing.others[name] ?? [])).contains { word in
          evidence.contains { $0.contains(word) }
        }
    }
  }

  /// The names of the parts and blocks of a plan.
  static func evidence(of plan: Plan) -> Set<String> {
    var words = Set(plan.parts)
    for step in plan.steps {
      switch step.operation {
      case .paint(_, let state, _), .furnish(_, let state, _): words.insert(state.block.name)
      default: continue
      }
    }
    return words
  }
}
