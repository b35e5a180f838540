import Arena

/// The last frames of the opponent's motion, newest last.
struct MotionMemory: Sendable {
  /// Frames that are kept: from three to nine steps before now.
  static let frames = 10

  let width: Int
  private var ring: [Float]
  private var next = 0
  private(set) var count = 0

  init(width: Int) {
    self.width = width
    ring = Array(repeating: 0, count: width * Self.frames)
  }

  mutating func reset() {
    for index in ring.indices { ring[index] = 0 }
    next = 0
    count = 0
  }

  /// Keeps what is seen now.
  mutating func see(_ observation: Span<Float>, _ selection: FieldSelection) {
    guard width > 0 else { return }
    for index in 0..<width { ring[next * width + index] = observation[selection.columns[index]] }
    next = (next + 1) % Self.frames
    count = min(count + 1, Self.frames)
  }

  /// A number of the frame `age` steps ago, 0 for the newest.
  func number(_ index: Int, age: Int) -> Float {
    let frame = (next - 1 - age + 2 * Self.frames) % Self.frames
    return ring[frame * width + index]
  }
}
