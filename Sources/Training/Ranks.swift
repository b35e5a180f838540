internal import CMPI

/// The processes that train together, each of which is called a rank. MPI starts them, possibly on
/// many machines, and carries what they tell each other; a program on its own is the only rank.
///
/// All ranks make the same calls in the same order. What differs is which worlds or trials each
/// plays; after every exchange all know the same again.
public struct Ranks: Sendable, Hashable {
  /// The number of this process, from 0.
  public let index: Int
  /// How many processes there are.
  public let count: Int

  /// This process alone.
  public static let alone = Ranks(index: 0, count: 1)

  /// Whether the program was built with MPI.
  public static var isBuilt: Bool { cmpi_is_built() }

  /// Joins the other processes that the launcher started. Must be called from the thread that will
  /// train, once.
  public static func join() -> Ranks {
    cmpi_start()
    return Ranks(index: Int(cmpi_rank()), count: Int(cmpi_count()))
  }

  /// Leaves the group, in every process, at the end.
  public func leave() {
    if count > 1 { cmpi_finish() }
  }

  /// Whether this is the process that writes files and talks.
  public var isFirst: Bool { index == 0 }

  /// This rank's part of `total` things; parts are as equal as can be, and in order.
  func share(of total: Int) -> Range<Int> {
    index * total / count..<(index + 1) * total / count
  }

  /// Replaces every number by its sum over all ranks.
  func sum(_ numbers: inout [Float]) {
    guard count > 1 else { return }
    precondition(numbers.count <= Int(Int32.max), "too many numbers for one message")
    let length = Int32(numbers.count)
    numbers.withUnsafeMutableBufferPointer { cmpi_sum($0.baseAddress, length) }
  }

  /// The numbers of all ranks one after the other.
  public func gather(_ own: [Double]) -> [Double] {
    guard count > 1 else { return own }
    var counts = [Int32](repeating: 0, count: count)
    cmpi_gather_counts(Int32(own.count), &counts)
    var starts: [Int32] = []
    var total: Int32 = 0
    for count in counts {
      starts.append(total)
      total += count
    }
    var all = [Double](repeating: 0, count: Int(total))
    cmpi_gather(own, Int32(own.count), &all, counts, starts)
    return all
  }
}
