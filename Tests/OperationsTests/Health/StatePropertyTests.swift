import Operations
import Scalars
import TestSupport
import Testing

/// The watch says over any list of events what the rules say when they are read anew.
@Suite struct StatePropertyTests {
  /// How often each kind of event comes: a broker that is mostly up, mostly down, and prices.
  static let mixes: [[Int]] = [
    [6, 2, 1, 1, 6, 1, 1, 0, 1], [1, 8, 0, 0, 0, 0, 0, 0, 1], [1, 12, 1, 0, 20, 0, 0, 0, 0],
    [2, 1, 3, 2, 12, 1, 1, 1, 1], [1, 0, 0, 0, 0, 2, 1, 0, 0],
  ]

  private static func event(
    _ mix: [Int], _ random: inout SplitMix64
  ) -> SystemEvent {
    var draw = Int.random(in: 0..<mix.reduce(0, +), using: &random)
    var kind = 0
    while draw >= mix[kind] {
      draw -= mix[kind]
      kind += 1
    }
    let symbol = ["A", "B", "C"][Int.random(in: 0..<3, using: &random)]
    let age: Int64 = [0, 1, 500, 9999, 10_000, 10_001].randomElement(using: &random) ?? 0
    let session: Int64 = [0, 14_399_999, 14_400_000, 14_400_001].randomElement(using: &random) ?? 0
    return switch kind {
    case 0: .callSucceeded
    case 1: .callFailed
    case 2: .subscribed(symbol)
    case 3: .unsubscribed(symbol)
    case 4: .age(of: symbol, TimeSpan(milliseconds: age))
    case 5: .sessionAge(TimeSpan(milliseconds: session))
    case 6: .sessionEnded
    case 7: .killSwitch(isOn: Bool.random(using: &random))
    default: .released
    }
  }

  @Test(arguments: mixes.indices)
  func anyEvents(mix: Int) {
    var random = SplitMix64(seed: 12_100 + UInt64(mix))
    var seen: [SystemState: Int] = [:]
    for _ in 0..<60 {
      var watch = SystemWatch(StateRules())
      var rules = ReadRules()
      var now: Int64 = 0
      for _ in 0..<Int.random(in: 1...40, using: &random) {
        now +=
          [0, 1, 100, 5000, 9999, 10_000, 29_999, 30_000, 30_001]
          .randomElement(using: &random) ?? 0
        let event = Self.event(Self.mixes[mix], &random)
        watch.note(event, now)
        rules.events.append((event, now))
        let later = now + ([0, 1, 10_000, 29_999, 30_000].randomElement(using: &random) ?? 0)
        let state = watch.state(later)
        let ages = rules.ages(at: later)
        let isFresh = (ages["A"] ?? nil).map { $0 <= 10_000 } ?? false
        let mayEnter = isFresh && (state == .healthy || state == .degraded)
        if state != rules.state(at: later)
          || watch.staleSymbols(at: moment(later)) != rules.stale(at: later)
          || watch.allowsEntry(in: ["A"], at: moment(later)) != mayEnter
        {
          Issue.record("\(state) after \(rules.events) at \(later)")
          return
        }
        seen[state, default: 0] += 1
      }
    }
    // A mix that never leaves a state would show nothing.
    #expect(seen.count >= 2, "\(seen)")
  }
}
