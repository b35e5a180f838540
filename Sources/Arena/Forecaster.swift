/// Foresees where things that move in a plane will be, from where they have been.
///
/// A scene is a number of agents that were seen together in every observed frame. Frames follow
/// each other at equal intervals, which are those the forecaster was made for.
public protocol Forecaster: Sendable {
  /// Frames it looks at, at least 2.
  var observedFrames: Int { get }
  /// Frames it foresees, at least 1.
  var predictedFrames: Int { get }

  /// Foresees one path per agent for many scenes.
  ///
  /// - Parameters:
  ///   - past: positions in metres; scene by scene, agent by agent, `observedFrames` frames of x
  ///     and y.
  ///   - agents: the number of agents of each scene.
  ///   - future: receives `predictedFrames` frames of x and y for each agent, in the same order.
  mutating func forecast(
    _ past: Span<Float>, agents: Span<Int>, into future: inout MutableSpan<Float>)
}
