import Arena
import Catalog
import Synchronization

/// Puts matches that are played side by side into one recording, in their order. The bytes of the
/// first match that is not over yet go to disk at once, those of later ones wait for their turn.
final class RecordingSink: Sendable {
  private struct State {
    let file: WholeFile
    var next = 0
    var waiting: [Int: [UInt8]] = [:]
    var finished: Set<Int> = []
    var failure: (any Error)?
  }

  let header: RecordingHeader
  private let state: Mutex<State>

  init(_ header: RecordingHeader, path: String) throws {
    self.header = header
    let file = try WholeFile(path)
    var opening = RecordingWriter(header)
    try file.write(opening.drain())
    state = Mutex(State(file: file))
  }

  /// Takes bytes of match `index`.
  func append(_ bytes: [UInt8], of index: Int) {
    guard !bytes.isEmpty else { return }
    state.withLock { state in
      if index == state.next {
        Self.write(bytes, &state)
      } else {
        state.waiting[index, default: []] += bytes
      }
    }
  }

  /// Says that match `index` is over.
  func finish(_ index: Int) {
    state.withLock { state in
      state.finished.insert(index)
      while state.finished.remove(state.next) != nil {
        state.next += 1
        if let bytes = state.waiting.removeValue(forKey: state.next) { Self.write(bytes, &state) }
      }
    }
  }

  /// Gives the file its name. Throws the first thing that went wrong while writing.
  func close() throws {
    try state.withLock { state in
      if let failure = state.failure {
        state.file.discard()
        throw failure
      }
      try state.file.finish()
    }
  }

  private static func write(_ bytes: [UInt8], _ state: inout State) {
    guard state.failure == nil else { return }
    do {
      try state.file.write(bytes)
    } catch {
      state.failure = error
    }
  }
}
