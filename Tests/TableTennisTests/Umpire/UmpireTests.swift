import Math
import TableTennis
import Testing

private let rallies =
  serviceRallies + houseServiceRallies + returnRallies + conductRallies

struct UmpireTests {
  @Test("The umpire calls", arguments: rallies)
  func call(of rally: NamedRally) {
    check(rally)
  }

  @Test("The umpire calls the same for exchanged players", arguments: rallies)
  func mirroredCall(of rally: NamedRally) {
    check(rally.mirrored)
  }

  /// The call comes at the last event, not before, and nothing changes after it.
  private func check(_ rally: NamedRally) {
    var umpire = rally.umpire
    for event in rally.events.dropLast() {
      #expect(umpire.observe(event) == nil, "\(event.kind) came too early")
    }
    let call = rally.events.last.flatMap { umpire.observe($0) }
    #expect(call == rally.call)
    #expect(umpire.call == rally.call)
    guard call != nil else { return }
    let decided = umpire
    for event in rally.events { #expect(umpire.observe(event) == nil) }
    #expect(umpire == decided)
  }

  @Test("There are many rallies, each with its own name")
  func names() {
    #expect(rallies.count >= 110)
    for (index, rally) in rallies.enumerated() {
      #expect(!rallies[..<index].contains { $0.name == rally.name }, "\(rally.name)")
    }
  }

  @Test("Every reason but the one that needs a clock has a rally")
  func reasons() {
    for reason in Reason.allCases where reason != .expediteBegins {
      #expect(rallies.contains { $0.call?.reason == reason }, "\(reason.rawValue)")
    }
  }

  @Test("Every reason is one sentence of its own")
  func sentences() {
    for reason in Reason.allCases {
      let sentence = reason.description
      #expect(sentence.first?.isLowercase == true && sentence.last != ".")
      #expect(Reason.allCases.filter { $0.description == sentence } == [reason])
    }
    let call = Call.point(to: .home, .obstruction)
    #expect(
      "\(call)"
        == "Point to home: the ball was touched over or towards the table before it had bounced"
        + " (law 2.10.1.6).")
    #expect("\(Call.let(.highBall))" == "Let: the ball rose too high above the table.")
  }

  @Test("Play is interrupted when the expedite system is due, but only with the ball in play")
  func expediteClock() {
    var umpire = Umpire(rules: .ittf, server: .home, time: 595, expediteStart: 600)
    #expect(umpire.observe(.tick().at(601)) == nil)
    for event in [ContactEvent.toss(.home).at(602), .peak(0.4).at(602.2)] {
      #expect(umpire.observe(event) == nil)
    }
    #expect(umpire.observe(.tick().at(602.3)) == .let(.expediteBegins))
  }

  @Test("The umpire knows whose stroke is next, and counts strokes and returns")
  func counts() {
    var umpire = Umpire(rules: .ittf, server: .home)
    #expect(umpire.nextStriker == .home)
    for event in [ContactEvent].rally(.home, returns: 5).timed() { _ = umpire.observe(event) }
    #expect(umpire.strokes == 6)
    #expect(umpire.receiverReturns == 3)
    #expect(umpire.nextStriker == .home)
    #expect(umpire.observe(.bounce(.home).at(9)) == .point(to: .away, .secondBounce))
    #expect(umpire.nextStriker == nil)
  }

  @Test("Equal rallies have equal digests, and every event of a rally changes the digest")
  func digests() {
    var one = Umpire(rules: .ittf, server: .home)
    var two = one
    var seen: [Digest] = []
    for event in ([ContactEvent].rally(.home, returns: 4) + [.bounce(.home)]).timed() {
      _ = one.observe(event)
      _ = two.observe(event)
      #expect(one.digest == two.digest)
      #expect(!seen.contains(one.digest))
      seen.append(one.digest)
    }
  }
}

extension Umpire {
  fileprivate var digest: Digest {
    var digest = Digest()
    combine(into: &digest)
    return digest
  }
}
