import Dispatch
import Synchronization

extension Array where Element: Sendable {
  /// Calls `body` for every element, on up to `threads` threads.
  ///
  /// Which thread takes which element is chance: results are the same for any number of threads
  /// exactly if `body` touches nothing but its element. Waking a thread costs some 50 microseconds,
  /// so an element should be worth more work than that.
  public mutating func forEachInParallel(
    threads: Int, _ body: @Sendable (inout Element, _ index: Int) -> Void
  ) {
    withUnsafeMutableBufferPointer { elements in
      let count = elements.count
      guard threads > 1, count > 1 else {
        for index in 0..<count { body(&elements[index], index) }
        return
      }
      // Every index is handed out once, so no two threads meet in one element.
      nonisolated(unsafe) let shared = elements
      let next = Atomic<Int>(0)
      DispatchQueue.concurrentPerform(iterations: Swift.min(threads, count)) { _ in
        while true {
          let index = next.add(1, ordering: .relaxed).oldValue
          guard index < count else { return }
          body(&shared[index], index)
        }
      }
    }
  }
}
