#if Viewer

import Foundation

/// What the time goes to while a film is made.
struct FilmClock {
  /// A part of the work on one frame.
  enum Work: Int, CaseIterable {
    /// The world plays on.
    case playing
    /// The frame is drawn, until the driver is done.
    case drawing
    /// The finished frame is fetched from the driver.
    case fetching
    /// It is encoded, written, or thrown away.
    case taking
  }

  private var seconds = [Double](repeating: 0, count: Work.allCases.count)
  private var frames = 0
  private var last = 0.0

  private static var now: Double { Double(DispatchTime.now().uptimeNanoseconds) * 1e-9 }

  mutating func begin() {
    // The first frame sends the whole world to the card, and the driver compiles for it.
    if frames == 1 { seconds = seconds.map { _ in 0 } }
    frames += 1
    last = Self.now
  }

  mutating func end(_ work: Work) {
    let now = Self.now
    seconds[work.rawValue] += now - last
    last = now
  }

  /// Rates and milliseconds a frame, without the first frame where there are more.
  var figures: [(String, Double)] {
    let counted = Double(max(1, frames - 1))
    let parts = seconds.map { 1000 * $0 / counted }
    let rendering = parts[Work.drawing.rawValue] + parts[Work.fetching.rawValue]
    return [
      ("frames_per_second", 1000 / max(parts.reduce(0, +), 1e-9)),
      ("rendered_per_second", 1000 / max(rendering, 1e-9)),
    ] + Work.allCases.map { ("\($0)_milliseconds", parts[$0.rawValue]) }
  }
}

#endif
