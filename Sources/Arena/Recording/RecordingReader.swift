extension Recording {
  /// Reads a recording. Damage behind the header ends the reading, and `damage` says where; what
  /// came before is kept.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - limit: how many action numbers to accept in all, so that a small file cannot fill the
  ///     memory. The default is 1 GiB worth.
  public init(reading bytes: [UInt8], limit: Int = 1 << 28) throws(Unreadable) {
    guard Recording.hasMagic(bytes) else {
      throw Unreadable(description: "this is no recording: the first eight bytes differ")
    }
    var reader = ByteReader(bytes[RecordingFormat.magic.count...])
    guard let version = try? reader.number(UInt16.self) else {
      throw Unreadable(description: "the file ends before the version of the recording")
    }
    guard version == RecordingFormat.version else {
      throw Unreadable(
        description:
          "the recording has version \(version); this program reads \(RecordingFormat.version)")
    }
    var assembly = RecordingAssembly(
      header: try Recording.header(&reader), numbersLeft: limit)
    var damage: Damage?
    while reader.left > 0, damage == nil {
      let offset = reader.position
      switch RecordingChunk.read(&reader) {
      case .failure(let fault): damage = Damage(offset: offset, reason: fault.reason)
      case .success(let chunk):
        if let reason = assembly.add(chunk) { damage = Damage(offset: offset, reason: reason) }
      }
    }
    if damage == nil, let last = assembly.episodes.last, last.end == nil {
      damage = Damage(offset: bytes.count, reason: "the file ends inside an episode")
    }
    self.init(header: assembly.header, episodes: assembly.episodes, damage: damage)
  }

  private static func header(_ reader: inout ByteReader) throws(Unreadable) -> RecordingHeader {
    switch RecordingChunk.read(&reader) {
    case .failure(let fault):
      throw Unreadable(description: "the header of the recording is broken: \(fault.reason)")
    case .success(let chunk):
      var payload = ByteReader(chunk.payload)
      guard chunk.kind == RecordingFormat.Kind.header.rawValue,
        let header = try? RecordingHeader(reading: &payload)
      else { throw Unreadable(description: "the header of the recording makes no sense") }
      return header
    }
  }
}

/// Episodes put together chunk by chunk.
private struct RecordingAssembly {
  let header: RecordingHeader
  var numbersLeft: Int
  var episodes: [RecordedEpisode] = []

  private var isOpen: Bool { episodes.last.map { $0.end == nil } ?? false }

  init(header: RecordingHeader, numbersLeft: Int) {
    self.header = header
    self.numbersLeft = numbersLeft
  }

  /// Adds what a chunk says, or returns what is wrong with it. Kinds that a later program may add
  /// are passed over.
  mutating func add(_ chunk: RecordingChunk) -> String? {
    var payload = ByteReader(chunk.payload)
    switch RecordingFormat.Kind(rawValue: chunk.kind) {
    case .header: return "a second header"
    case .episode: return open(&payload)
    case .actions: return addActions(chunk.payload)
    case .digest: return addDigest(&payload)
    case .decision: return addDecision(&payload)
    case .result: return addResult(&payload)
    case .end: return close(&payload)
    case nil: return nil
    }
  }

  private mutating func open(_ payload: inout ByteReader) -> String? {
    guard !isOpen else { return "an episode starts inside another" }
    guard let seed = try? payload.number(UInt64.self) else { return "an episode has no seed" }
    episodes.append(RecordedEpisode(seed: seed, actions: [], checkpoints: []))
    return nil
  }

  private mutating func addActions(_ payload: ArraySlice<UInt8>) -> String? {
    guard isOpen else { return "actions outside an episode" }
    guard
      let actions = ActionBlock.unpack(payload, width: header.actionWidth, limit: numbersLeft)
    else { return "actions that cannot be unpacked" }
    numbersLeft -= actions.count
    episodes[episodes.count - 1].actions.append(contentsOf: actions)
    return nil
  }

  private mutating func addDigest(_ payload: inout ByteReader) -> String? {
    guard isOpen else { return "a digest outside an episode" }
    guard let step = try? payload.number(UInt64.self), step <= UInt64(Int.max),
      let digest = try? payload.number(UInt64.self)
    else { return "a digest without a number" }
    episodes[episodes.count - 1].checkpoints.append(.init(step: Int(step), digest: digest))
    return nil
  }

  private mutating func addDecision(_ payload: inout ByteReader) -> String? {
    guard isOpen else { return "a decision outside an episode" }
    guard let decision = try? Decision(reading: &payload) else {
      return "a decision that makes no sense"
    }
    episodes[episodes.count - 1].decisions.append(decision)
    return nil
  }

  /// Gives a decision its result; the latest decisions are the likeliest.
  private mutating func addResult(_ payload: inout ByteReader) -> String? {
    guard isOpen else { return "a result outside an episode" }
    guard let (seat, step, result) = try? Decision.Result.read(&payload) else {
      return "a result that makes no sense"
    }
    let last = episodes.count - 1
    guard
      let place = episodes[last].decisions.lastIndex(where: {
        $0.seat == seat && $0.step == step
      })
    else { return "a result without its decision" }
    episodes[last].decisions[place].result = result
    return nil
  }

  private mutating func close(_ payload: inout ByteReader) -> String? {
    guard isOpen else { return "an end outside an episode" }
    let episode = episodes[episodes.count - 1]
    guard let end = try? RecordedEpisode.End(reading: &payload),
      end.outcome.count == header.outcome.count
    else { return "an end that makes no sense" }
    guard header.actionWidth == 0 || episode.actions.count == end.steps * header.actionWidth else {
      return "an episode lacks some of its actions"
    }
    episodes[episodes.count - 1].end = end
    return nil
  }
}

extension RecordedEpisode.End {
  fileprivate init(reading payload: inout ByteReader) throws(ByteReader.Shortage) {
    guard let status = Status(rawValue: try payload.number(UInt8.self)) else {
      throw ByteReader.Shortage()
    }
    let steps = try payload.number(UInt64.self)
    guard steps <= 1 << 40 else { throw ByteReader.Shortage() }
    let digest = try payload.number(UInt64.self)
    let count = try payload.count(atMost: RecordingFormat.longestChunk)
    var outcome: [Float] = []
    for _ in 0..<count {
      outcome.append(Float(bitPattern: try payload.number(UInt32.self)))
    }
    self.init(status: status, steps: Int(steps), digest: digest, outcome: outcome)
  }
}
