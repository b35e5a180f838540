/// Why a cell of a blueprint could not be brought to the state that is wanted there.
public struct Obstacle: Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    /// The item is neither carried nor in any chest.
    case missing(Item)
    /// There is no place from which it can be reached, not even from a pillar.
    case outOfReach
    /// What was done there, time and again, had not the effect that it should have had.
    case noEffect
    /// It was right more than once, and something undid it every time.
    case undone
  }

  public let cell: Cell
  public let reason: Reason
}

/// How often work on each cell came to nothing, and how often it was done. Both are bounded, so
/// that no work can go on for ever.
struct Ledger: Sendable {
  static let mostFailures: UInt8 = 6
  static let mostCompletions: UInt8 = 8
  static let mostDetours: UInt8 = 12
  private let size: WorldSize
  private var failures: [UInt8]
  private var completions: [UInt8]
  private var detours: [UInt8]
  private(set) var obstacles: [Obstacle] = []

  init(_ size: WorldSize) {
    self.size = size
    failures = Array(repeating: 0, count: size.blockCount)
    completions = failures
    detours = failures
  }

  private func index(_ cell: Cell) -> Int? {
    size.contains(cell) ? (cell.y * size.z + cell.z) * size.x + cell.x : nil
  }

  func failures(at cell: Cell) -> Int { index(cell).map { Int(failures[$0]) } ?? 0 }
  func isHopeless(_ cell: Cell) -> Bool {
    index(cell).map { failures[$0] >= Self.mostFailures } ?? true
  }

  mutating func fail(_ cell: Cell) {
    guard let index = index(cell), failures[index] < Self.mostFailures else { return }
    failures[index] += 1
    if failures[index] == Self.mostFailures {
      obstacles.append(Obstacle(cell: cell, reason: .noEffect))
    }
  }

  /// Counts one more detour for a cell.
  ///
  /// - Returns: how many there were before; nil if it has had its share.
  mutating func beginDetour(for cell: Cell) -> Int? {
    guard let index = index(cell), detours[index] < Self.mostDetours else { return nil }
    detours[index] += 1
    return Int(detours[index]) - 1
  }

  mutating func complete(_ cell: Cell) {
    guard let index = index(cell) else { return }
    completions[index] += 1
    if completions[index] >= Self.mostCompletions { giveUp(on: cell, .undone) }
  }

  /// Takes back one completion of what the builder itself is going to undo.
  mutating func forgive(_ cell: Cell) {
    if let index = index(cell), completions[index] > 0 { completions[index] -= 1 }
  }

  mutating func giveUp(on cell: Cell, _ reason: Obstacle.Reason) {
    guard let index = index(cell), failures[index] < Self.mostFailures else { return }
    failures[index] = Self.mostFailures
    obstacles.append(Obstacle(cell: cell, reason: reason))
  }
}
