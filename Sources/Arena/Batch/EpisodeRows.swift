/// The buffers of `Episodes`, lent to threads that each write the rows of their own worlds.
struct EpisodeRows: @unchecked Sendable {
  /// How many numbers a world has in each buffer.
  struct Widths: Sendable {
    let actions: Int
    let observations: Int
    let seats: Int
  }

  private let widths: Widths
  private let allActions: UnsafeMutableBufferPointer<Float>
  private let allObservations: UnsafeMutableBufferPointer<Float>
  private let allEndings: UnsafeMutableBufferPointer<Float>
  private let allRewards: UnsafeMutableBufferPointer<Float>
  private let allStatuses: UnsafeMutableBufferPointer<Status>

  /// Lends the buffers for as long as `body` runs.
  static func lend(
    _ actions: inout [Float], _ observations: inout [Float], _ endings: inout [Float],
    _ rewards: inout [Float], _ statuses: inout [Status], widths: Widths,
    to body: (EpisodeRows) -> Void
  ) {
    actions.withUnsafeMutableBufferPointer { actions in
      observations.withUnsafeMutableBufferPointer { observations in
        endings.withUnsafeMutableBufferPointer { endings in
          rewards.withUnsafeMutableBufferPointer { rewards in
            statuses.withUnsafeMutableBufferPointer { statuses in
              body(
                EpisodeRows(
                  widths: widths, allActions: actions, allObservations: observations,
                  allEndings: endings, allRewards: rewards, allStatuses: statuses))
            }
          }
        }
      }
    }
  }

  func actions(_ worlds: Range<Int>) -> UnsafeMutableBufferPointer<Float> {
    Self.rows(allActions, worlds, widths.actions)
  }

  func observations(_ worlds: Range<Int>) -> UnsafeMutableBufferPointer<Float> {
    Self.rows(allObservations, worlds, widths.observations)
  }

  func endings(_ worlds: Range<Int>) -> UnsafeMutableBufferPointer<Float> {
    Self.rows(allEndings, worlds, widths.observations)
  }

  func rewards(_ worlds: Range<Int>) -> UnsafeMutableBufferPointer<Float> {
    Self.rows(allRewards, worlds, widths.seats)
  }

  func statuses(_ worlds: Range<Int>) -> UnsafeMutableBufferPointer<Status> {
    Self.rows(allStatuses, worlds, 1)
  }

  private static func rows<Number>(
    _ all: UnsafeMutableBufferPointer<Number>, _ worlds: Range<Int>, _ width: Int
  ) -> UnsafeMutableBufferPointer<Number> {
    all.extracting(worlds.lowerBound * width..<worlds.upperBound * width)
  }
}
