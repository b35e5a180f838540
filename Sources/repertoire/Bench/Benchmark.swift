import Arena
import Catalog
import Foundation
import Math

/// Something whose speed is measured. The figure depends on the machine, its ratio to a reference
/// kernel measured at the same time hardly does.
struct Benchmark {
  let name: String
  let unit: String
  /// Whether more is better; durations are better when smaller.
  var isRate = true
  /// Whether the work measures itself and gives back the figure.
  var isTimedInside = false
  /// With more than one, time is that of the wall's clock.
  var threads = 1
  /// Sets up, and returns the work of one repeat, which gives back how many units it has done: the
  /// value is units per second of thread time, or the inverse for durations.
  let prepare: () throws -> () -> Double

  /// What a measurement gave.
  struct Figure {
    /// Of the fastest repeat.
    let value: Double
    /// Of the repeat in the middle.
    let median: Double
    /// Millions of steps per second of the reference kernel.
    let reference: Double
    var ratio: Double { value / reference }
  }

  private var now: Double { threads == 1 ? ThreadClock.seconds : ThreadClock.wallSeconds }

  /// Repeats the work and the reference kernel in turn for about `seconds`.
  func measured(seconds: Double) throws -> Figure {
    let work = try prepare()
    _ = work()
    var values: [Double] = []
    var references: [Double] = []
    let start = ThreadClock.seconds
    while values.count < 5 || (ThreadClock.seconds - start < seconds && values.count < 200) {
      try Interruption.check()
      let before = now
      let units = work()
      let elapsed = max(now - before, 1e-9)
      values.append(
        isTimedInside ? units : isRate ? units / elapsed : elapsed / max(units, 1e-300))
      references.append(ReferenceKernel.millionStepsPerSecond())
    }
    values.sort()
    return Figure(
      value: isRate ? values[values.count - 1] : values[0], median: values[values.count / 2],
      reference: references.max() ?? 1)
  }
}

/// The time this thread has been computing, which other programs do not add to.
enum ThreadClock {
  static var seconds: Double { read(CLOCK_THREAD_CPUTIME_ID) }

  /// The time that has passed for everybody.
  static var wallSeconds: Double { read(CLOCK_MONOTONIC) }

  private static func read(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
  }
}

/// A fixed piece of arithmetic: a ball with drag and spin, stepped by the classical Runge-Kutta
/// method, 100,000 times.
enum ReferenceKernel {
  static func millionStepsPerSecond() -> Double {
    let steps = 100_000
    let before = ThreadClock.seconds
    let end = flight(steps: steps)
    let elapsed = max(ThreadClock.seconds - before, 1e-9)
    // The end is used, or the loop could be left out.
    return end.x.isFinite ? Double(steps) / elapsed / 1e6 : 0
  }

  private static func flight(steps: Int) -> Vector3 {
    var place = Vector3(0, 0, 1)
    var velocity = Vector3(5, 0.5, 2)
    let spin = Vector3(10, 150, -5)
    let h = 1e-4
    func pull(_ v: Vector3) -> Vector3 {
      Vector3(0, 0, -9.81) - (0.12 * v.length) * v + 0.004 * spin.cross(v)
    }
    for _ in 0..<steps {
      let a = pull(velocity)
      let b = pull(velocity + 0.5 * h * a)
      let c = pull(velocity + 0.5 * h * b)
      let d = pull(velocity + h * c)
      place += h * (velocity + h / 6 * (a + b + c))
      velocity += h / 6 * (a + 2 * b + 2 * c + d)
    }
    return place
  }
}
