import TestSupport
import Testing

@testable import Transport

@Suite struct RequestQueueTests {
  @Test(arguments: 0..<50 as Range<UInt64>)
  func everyRequestHasItsTurnAndNoneTooEarly(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let count = Int.random(in: 0...12, using: &random)
    let deadline = Duration.seconds(Int.random(in: 5...60, using: &random))
    var queue = RequestQueue(Array(0..<count), until: deadline)
    var now = Duration.zero
    var notBefore = [Duration](repeating: .zero, count: count)
    var firsts: [Int] = []
    var ends: [Int] = []
    while let earliest = queue.earliest {
      now = max(now, earliest)
      let turn = queue.next(now: now) { index in
        #expect(now >= notBefore[index] && now < deadline)
        guard Int.random(in: 0..<3, using: &random) == 0 else { return .zero }
        let wait = Duration.seconds(Int.random(in: 1...4, using: &random))
        notBefore[index] = now + wait
        return wait
      }
      switch turn {
      case nil: continue
      case .expired(let entry):
        #expect(now >= deadline || notBefore[entry.index] >= deadline)
        ends.append(entry.index)
      case .begin(var entry):
        #expect(now >= notBefore[entry.index])
        if entry.tries == 0 { firsts.append(entry.index) }
        guard Bool.random(using: &random) else {
          ends.append(entry.index)
          continue
        }
        entry.tries += 1
        entry.earliest = now + .seconds(Int.random(in: 0...9, using: &random))
        notBefore[entry.index] = entry.earliest
        queue.add(entry)
      }
    }
    #expect(ends.sorted() == Array(0..<count))
    #expect(firsts == firsts.sorted())
  }

  @Test func whatIsLeftCanBeTakenOut() {
    var queue = RequestQueue([3, 5, 8], until: .seconds(10))
    guard case .begin(let first) = queue.next(now: .zero, admission: { _ in .zero }) else {
      Issue.record("nothing begins")
      return
    }
    queue.add(first)
    #expect(queue.removeAll().map(\.index) == [3, 5, 8] && queue.earliest == nil)
  }
}
