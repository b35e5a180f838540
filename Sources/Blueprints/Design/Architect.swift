import VoxelWorld

/// Turns what a text asks for into structures and a plan.
public struct Architect: Sendable {
  public let site: Site

  public init(site: Site = .flat) { self.site = site }

  /// The structures that a reading asks for, each with what later sentences say of it; empty where
  /// it describes shapes and single blocks, or nothing.
  public func structures(_ reading: Reading) -> [any Structure] {
    var wholes: [Entity] = []
    var stock: [(id: String, count: Int)] = []
    for act in reading.acts where !act.isNegated {
      switch act.verb {
      case .own: stock += act.objects.compactMap { Architect.stock($0) }
      case .build, .place, .add, .dig, .surround:
        for object in act.objects where !object.isNegated {
          var object = object
          object.links += act.links
          object.measures += act.measures
          Architect.collect(object, into: &wholes)
        }
        if act.objects.isEmpty, !wholes.isEmpty { wholes[wholes.count - 1].links += act.links }
      default: break
      }
    }
    return wholes.compactMap { whole in
      if whole.concept?.name == "shelter", !stock.isEmpty {
        var shelter = Shelter()
        shelter.stock = stock
        return shelter
      }
      return StructureReader.structure(whole)
    }
  }

  /// A thing that is a whole begins a new one; anything else belongs to the last one.
  private static func collect(_ thing: Entity, into wholes: inout [Entity]) {
    if StructureReader.structure(thing) != nil, thing.reference != .known || wholes.isEmpty,
      thing.quantity == nil || wholes.isEmpty
    {
      wholes.append(thing)
    } else if !wholes.isEmpty {
      wholes[wholes.count - 1].links.append(Link(.with, ground: thing))
    }
  }

  private static func stock(_ thing: Entity) -> (id: String, count: Int)? {
    guard let block = Palette.block(thing, as: .thing) else { return nil }
    return (block.block.name, thing.count ?? 1)
  }

  /// The plan of a reading; throws `PlanError` where it asks for nothing that can be built.
  public func plan(_ reading: Reading, seed: UInt64 = 0) throws(PlanError) -> Plan {
    var sculptor = Sculptor("shapes")
    if sculptor.perform(reading.acts) { return try sculptor.plan.finished() }
    let structures = structures(reading)
    guard let first = structures.first else {
      throw PlanError(line: 0, "there is nothing in it that I can build")
    }
    return try first.plan(on: site, seed: seed)
  }
}
