import Testing

@testable import Math

@Suite("Digests")
struct DigestTests {
  private func digest(_ add: (inout Digest) -> Void) -> UInt64 {
    var digest = Digest()
    add(&digest)
    return digest.value
  }

  @Test("Changing any bit, the order or the number of parts changes the digest")
  func sensitivity() {
    var seen = Set<UInt64>()
    for bit in 0..<64 { seen.insert(digest { $0.combine(UInt64(1) << bit) }) }
    seen.insert(digest { $0.combine(UInt64(0)) })
    seen.insert(
      digest {
        $0.combine(1)
        $0.combine(2)
      })
    seen.insert(
      digest {
        $0.combine(2)
        $0.combine(1)
      })
    seen.insert(digest { $0.combine(1) })
    seen.insert(digest { _ in })
    // 1 alone is also the lowest bit alone.
    #expect(seen.count == 64 + 5 - 1)
  }

  @Test("Zero and minus zero are one number; texts are not confused with their parts")
  func values() {
    #expect(digest { $0.combine(0.0) } == digest { $0.combine(-0.0) })
    #expect(digest { $0.combine(1.0) } != digest { $0.combine(1.0.nextUp) })
    #expect(
      digest {
        $0.combine("ab")
        $0.combine("c")
      }
        != digest {
          $0.combine("a")
          $0.combine("bc")
        })
    #expect(digest { $0.combine(true) } != digest { $0.combine(false) })
  }

  @Test("It prints as sixteen digits")
  func text() {
    #expect("\(Digest(value: 255))" == "00000000000000ff")
  }
}
