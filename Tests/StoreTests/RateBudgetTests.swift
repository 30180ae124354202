import Scalars
import TestSupport
import Testing

@testable import Store

/// Limits that all processes keep together.
struct RateBudgetTests {
  private func time(_ milliseconds: Int64) -> Timestamp {
    Timestamp(milliseconds: 1_800_000_000_000 + milliseconds)
  }

  @Test func theWindowRolls() throws {
    let store = try Place().open()
    let budget = RateBudget("mail", [.init(3, inMilliseconds: 1000)])
    for moment in [0, 400, 500] as [Int64] {
      #expect(try store.spend(budget, at: time(moment)) == nil)
    }
    #expect(try store.spend(budget, at: time(600)) == time(1000))
    #expect(try store.spend(budget, at: time(999)) == time(1000))
    #expect(try store.spend(budget, at: time(1000)) == nil)
    #expect(try store.spend(budget, at: time(1001)) == time(1400))
    // Another scope has a budget of its own.
    #expect(try store.spend(RateBudget("other", budget.windows), at: time(1001)) == nil)
  }

  @Test func whatAWrongClockSpentIsForgotten() throws {
    let store = try Place().open()
    let budget = RateBudget("mail", [.init(1, inMilliseconds: 1000)])
    #expect(try store.spend(budget, at: time(3_600_000)) == nil)
    #expect(try store.spend(budget, at: time(0)) == nil)
    #expect(try store.spend(budget, at: time(0)) == time(1000))
    // A clock that is a little ahead is no wrong one.
    #expect(try store.spend(budget, at: time(5000)) == nil)
    #expect(try store.spend(budget, at: time(0)) == time(6000))
  }

  @Test func allWindowsHold() throws {
    let store = try Place().open()
    let budget = RateBudget(
      "calls", [.init(2, inMilliseconds: 100), .init(3, inMilliseconds: 10_000)])
    #expect(try store.spend(budget, at: time(0)) == nil)
    #expect(try store.spend(budget, at: time(0)) == nil)
    #expect(try store.spend(budget, at: time(0)) == time(100))
    #expect(try store.spend(budget, at: time(100)) == nil)
    #expect(try store.spend(budget, at: time(300)) == time(10_000))
  }

  /// Over many draws no window ever holds more than it may, and nothing is refused without need.
  @Test(arguments: [1, 2, 3, 4])
  func neverMoreThanAllowed(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let store = try Place().open()
    let budget = RateBudget("x", [.init(4, inMilliseconds: 50), .init(9, inMilliseconds: 300)])
    var (now, taken) = (Int64(0), [Int64]())
    for _ in 0..<300 {
      now += Int64.random(in: 0...25, using: &random)
      let isFree = budget.windows.allSatisfy { window in
        taken.filter { $0 > now - window.milliseconds }.count < window.count
      }
      let later = try store.spend(budget, at: time(now))
      #expect((later == nil) == isFree)
      if later == nil { taken.append(now) }
    }
    #expect(try #require(try store.number("SELECT count(*) FROM rate_budget")) <= 10)
  }
}
