import Blueprints

extension Benchmarks {
  /// From a sentence to the bytes of a schematic, all checks included, without starting a program.
  static var blueprints: [Benchmark] {
    let texts = [
      (
        "blueprint/house",
        "a 9 by 7 oak cabin with a stone chimney, a door on the south side and two beds"
      ),
      (
        "blueprint/castle",
        "a medieval castle with a 41x41 curtain wall 9 high, round towers and a keep of three floors"
      ),
    ]
    return texts.map { name, text in
      Benchmark(name: name, unit: "milliseconds", isRate: false) {
        // Said once beforehand, or the figure would hold what is read once a program.
        guard schematic(of: text) > 0 else {
          throw WorkFailed(description: "\(name): the text was not understood")
        }
        return {
          // Milliseconds for one.
          schematic(of: text) > 0 ? 1e-3 : 0
        }
      }
    }
  }

  /// The size of the schematic of `text` in bytes; 0 if there is none.
  private static func schematic(of text: String) -> Int {
    var dialogue = Dialogue(site: .flat, seed: 0)
    guard let plan = dialogue.hear(text).plan,
      let commission = try? Commission(plan, on: .flat)
    else { return 0 }
    return BlueprintFormat.schem.file(of: commission.construction.blueprint).count
  }
}
