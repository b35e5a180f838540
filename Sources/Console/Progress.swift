import Foundation
import Synchronization

/// Reports how far long work has come: a bar on a terminal, a plain line every few seconds
/// elsewhere. May be called from any thread.
public final class Progress: Sendable {
  private struct State {
    var lastReport: Date
    var hasBar = false
  }

  private let title: String
  private let total: Double
  private let isSilent: Bool
  private let showsRate: Bool
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let start = Date()
  private let state: Mutex<State>

  /// - Parameters:
  ///   - total: how much there is to do, in whatever unit `report` counts.
  ///   - showsRate: whether to say how much of it is done per second; not where the metric does.
  public init(_ title: String, total: Double, isSilent: Bool, showsRate: Bool = true) {
    self.title = title
    self.total = max(total, 1e-9)
    self.isSilent = isSilent
    self.showsRate = showsRate
    state = Mutex(State(lastReport: Date()))
  }

  /// Says that `done` of the total is done, if it is time to say so.
  ///
  /// - Parameter metric: what matters about it: `won 3 of 5`.
  public func report(_ done: Double, metric: @autoclosure () -> String = "") {
    guard !isSilent else { return }
    state.withLock { state in
      let now = Date()
      let interval = isTerminal ? 0.1 : 5
      guard now.timeIntervalSince(state.lastReport) >= interval else { return }
      state.lastReport = now
      state.hasBar = isTerminal
      let line = line(done, metric: metric(), after: now.timeIntervalSince(start))
      Output.raw(isTerminal ? "\r\u{1B}[K" + line : line + "\n")
    }
  }

  /// Removes the bar.
  public func finish() {
    state.withLock { state in
      if state.hasBar { Output.raw("\r\u{1B}[K") }
      state.hasBar = false
    }
  }

  private func line(_ done: Double, metric: String, after seconds: Double) -> String {
    let share = min(max(done / total, 0), 1)
    let filled = Int(share * 24)
    let bar =
      isTerminal
      ? "[" + String(repeating: "#", count: filled) + String(repeating: "-", count: 24 - filled)
        + "] " : ""
    let rate = showsRate ? ", \(Output.rounded(done / max(seconds, 1e-9)))/s" : ""
    let left = share > 0 ? String(format: ", %.0f s left", seconds / share - seconds) : ""
    let percent = String(format: "%.0f %%", 100 * share)
    return "\(title) \(bar)\(percent)\(rate)\(left)"
      + (metric.isEmpty ? "" : ", \(metric)")
  }
}
