import Math

/// Turns episodes into the bytes of a recording. The writer does no input or output: call `drain`
/// whenever it suits and append the bytes to the file.
public struct RecordingWriter: Sendable {
  private let header: RecordingHeader
  private var file = ByteWriter()
  private var pending: [Float] = []
  private var steps = 0
  private var isOpen = false

  /// Starts a recording with its header.
  public init(_ header: RecordingHeader) {
    self.init(continuing: header)
    file.bytes.append(contentsOf: RecordingFormat.magic)
    file.append(RecordingFormat.version)
    var payload = ByteWriter()
    header.write(to: &payload)
    RecordingChunk.append(.header, payload, to: &file)
  }

  /// Writes episodes that belong behind those of another writer with the same header, so that
  /// episodes can be recorded side by side and put together in order.
  public init(continuing header: RecordingHeader) {
    self.header = header
  }

  /// Opens an episode, before the first step.
  public mutating func begin(seed: UInt64, digest: Digest) {
    precondition(!isOpen, "end an episode before beginning another")
    isOpen = true
    steps = 0
    var payload = ByteWriter()
    payload.append(seed)
    RecordingChunk.append(.episode, payload, to: &file)
    appendDigest(digest)
  }

  /// Adds one step: the actions of all seats, and the state they led to. The digest is only asked
  /// for at every fiftieth step.
  public mutating func append(_ actions: [Float], digest: @autoclosure () -> Digest) {
    precondition(isOpen, "begin an episode before adding steps")
    precondition(actions.count == header.actionWidth, "one number per action of every seat")
    pending.append(contentsOf: actions)
    steps += 1
    if steps % RecordingFormat.stepsPerChunk == 0 { flushActions() }
    if steps % RecordingFormat.stepsPerDigest == 0 { appendDigest(digest()) }
  }

  /// Adds what the policies decided or learned about their decisions. May be called at any time
  /// within the episode.
  public mutating func append(_ news: DecisionJournal.News) {
    precondition(isOpen, "begin an episode before adding decisions")
    var payload = ByteWriter()
    switch news {
    case .decision(let decision):
      decision.write(to: &payload)
      RecordingChunk.append(.decision, payload, to: &file)
    case .result(let result, let seat, let decisionStep):
      result.write(to: &payload, seat: seat, decisionStep: decisionStep)
      RecordingChunk.append(.result, payload, to: &file)
    }
  }

  /// Closes the episode.
  public mutating func end(_ status: Status, outcome: [Float], digest: Digest) {
    precondition(isOpen, "begin an episode before ending it")
    precondition(outcome.count == header.outcome.count, "one number per outcome name")
    flushActions()
    isOpen = false
    var payload = ByteWriter()
    payload.append(status.rawValue)
    payload.append(UInt64(steps))
    payload.append(digest.value)
    payload.append(UInt32(outcome.count))
    for number in outcome { payload.append(number.bitPattern) }
    RecordingChunk.append(.end, payload, to: &file)
  }

  /// The bytes since the last call, to be appended to the file.
  public mutating func drain() -> [UInt8] {
    defer { file.bytes.removeAll(keepingCapacity: true) }
    return file.bytes
  }

  private mutating func flushActions() {
    guard !pending.isEmpty else { return }
    RecordingChunk.append(
      .actions, ActionBlock.pack(pending, width: header.actionWidth), to: &file)
    pending.removeAll(keepingCapacity: true)
  }

  private mutating func appendDigest(_ digest: Digest) {
    var payload = ByteWriter()
    payload.append(UInt64(steps))
    payload.append(digest.value)
    RecordingChunk.append(.digest, payload, to: &file)
  }
}
