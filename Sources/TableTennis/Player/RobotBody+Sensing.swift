import Arena
import Math
import Physics

extension RobotBody {
  var actionFields: [Field] {
    let limits = model.servos.speedLimit
    return [
      Field(
        "joint-velocity", unit: "m/s,rad/s",
        ranges: (0..<model.jointCount).map { Float(-limits[$0])...Float(limits[$0]) })
    ]
  }

  /// Where among what it feels the targets of the joints begin.
  static func targetStart(of model: RobotModel) -> Int { 2 * model.jointCount + 9 }

  var observationFields: [Field] {
    let servos = model.servos
    let joints = 0..<model.jointCount
    return [
      Field(
        "own-joint-position", unit: "m,rad",
        ranges: joints.map { Float(servos.lowest[$0])...Float(servos.highest[$0]) }),
      Field(
        "own-joint-velocity", unit: "m/s,rad/s",
        ranges: joints.map {
          Float(-2 * servos.speedLimit[$0])...Float(2 * servos.speedLimit[$0])
        }),
      Field("own-racket-position", unit: "m", ranges: [-4...4, -5...2, -1...3]),
      Field("own-racket-velocity", unit: "m/s", count: 3, in: -40...40),
      Field("own-racket-normal", unit: "1", count: 3, in: -1...1),
      Field(
        "own-joint-target", unit: "m,rad",
        ranges: joints.map { Float(servos.lowest[$0])...Float(servos.highest[$0]) }),
    ]
  }

  /// Positions and velocities as they are: both slides first, or nothing in their places, then the
  /// axes' positions, then their velocities.
  var feeling: InlineArray<20, Float> {
    let (q, v) = (state.position, state.velocity)
    let slides = model.slideCount
    let axes = commands.width
    var numbers = InlineArray<20, Float>(repeating: 0)
    for slide in 0..<slides {
      numbers[slide] = Float(q[slide])
      numbers[2 + slide] = Float(v[slide])
    }
    for axis in 0..<axes {
      numbers[4 + axis] = Float(q[slides + axis])
      numbers[4 + axes + axis] = Float(v[slides + axis])
    }
    return numbers
  }

  /// Sends the commands off; what arrives now is what was sent a latency ago.
  mutating func take(_ action: Span<Float>) {
    let slides = model.slideCount
    let feeling = feeling
    if slides == 2 {
      slideYCommands.send(action.extracting(0..<1))
      slideXCommands.send(action.extracting(1..<2))
      slideFeeling.send(feeling.span.extracting(0..<4))
    }
    way.send(action)
    commands.send(action.extracting(slides..<slides + commands.width))
    armFeeling.send(feeling.span.extracting(4..<4 + armFeeling.width))
  }

  /// Writes joint positions and velocities as they arrive at the mind, and where they put the
  /// racket, so that no mind has to learn the arm's geometry first.
  func observe(into numbers: inout MutableSpan<Float>, at start: Int) {
    let count = model.jointCount
    let slideCount = model.slideCount
    if slideCount == 2 {
      var slides = InlineArray<4, Float>(repeating: 0)
      var slideSpan = slides.mutableSpan
      slideFeeling.receive(into: &slideSpan)
      for slide in 0..<2 {
        numbers[start + slide] = slides[slide]
        numbers[start + count + slide] = slides[2 + slide]
      }
    }
    var axes = InlineArray<16, Float>(repeating: 0)
    var allAxes = axes.mutableSpan
    var axisSpan = allAxes._mutatingExtracting(first: armFeeling.width)
    armFeeling.receive(into: &axisSpan)
    for axis in 0..<commands.width {
      numbers[start + slideCount + axis] = axes[axis]
      numbers[start + count + slideCount + axis] = axes[commands.width + axis]
    }
    var q = JointVector.zero
    var v = JointVector.zero
    for joint in 0..<count {
      q[joint] = Double(numbers[start + joint])
      v[joint] = Double(numbers[start + count + joint])
    }
    let racket = model.racketPose(q, v)
    Sight.write(racket.centre, at: start + 2 * count, into: &numbers)
    Sight.write(racket.velocity, at: start + 2 * count + 3, into: &numbers)
    Sight.write(racket.normal, at: start + 2 * count + 6, into: &numbers)
    let target = model.within(state.setPoint + way.remainder)
    let first = start + Self.targetStart(of: model)
    for joint in 0..<count { numbers[first + joint] = Float(target[joint]) }
  }
}
