import Foundation
import Scalars
import TestSupport
import Testing

@testable import Store

/// Answers that are kept, given again, and ended.
struct CacheTests {
  private let place: Place
  private let store: Store

  init() throws {
    place = try Place()
    store = try place.open()
  }

  private func cache(_ rules: CacheRules = CacheRules()) -> Cache { Cache(in: store, rules) }

  private func time(_ milliseconds: Int64) -> Timestamp {
    Timestamp(milliseconds: 1_800_000_000_000 + milliseconds)
  }

  @Test(
    "lifetimes by kind",
    arguments: [
      (CacheRules.Kind.marketData, 60_000), (.lastPrice, 5_000), (.history, 3_600_000),
      (.greeks, 30_000), (.positions, 30_000), (.cash, 10_000), (.margin, 10_000),
      (.other, 300_000),
    ] as [(CacheRules.Kind, Int64)])
  func lifetimes(kind: CacheRules.Kind, lifetime: Int64) throws {
    let cache = cache()
    try cache.keep([1, 2], kind, "key", at: time(0))
    // From another process as well as from memory.
    for cache in [cache, self.cache()] {
      #expect(try cache.answer(kind, "key", at: time(0))?.body == [1, 2])
      #expect(try cache.answer(kind, "key", at: time(lifetime - 1))?.body == [1, 2])
      #expect(try cache.answer(kind, "key", at: time(lifetime)) == nil)
      #expect(try cache.answer(kind, "other", at: time(0)) == nil)
    }
  }

  @Test func anAnswerFromTheFutureIsNoAnswer() throws {
    let cache = cache()
    try cache.keep([1], .history, "key", at: time(1000))
    #expect(try cache.answer(.history, "key", at: time(999)) == nil)
  }

  @Test func ofTwoAnswersTheNewerStays() throws {
    let (first, second) = (cache(), cache())
    try first.keep([2], .history, "key", at: time(20))
    try second.keep([1], .history, "key", at: time(10))
    #expect(try second.answer(.history, "key", at: time(30))?.body == [2])
    try second.keep([3], .history, "key", at: time(30))
    #expect(try first.answer(.history, "key", at: time(30))?.body == [3])
  }

  @Test func whatAWrongClockKeptIsReplaced() throws {
    let cache = cache()
    try cache.keep([1], .history, "key", at: time(3_600_000))
    try cache.keep([2], .history, "key", at: time(0))
    #expect(try cache.answer(.history, "key", at: time(1))?.body == [2])
  }

  @Test func whatAnotherProcessEndsIsEndedHere() throws {
    let here = cache()
    try here.keep([1], .positions, "book", at: time(0))
    #expect(try here.answer(.positions, "book", at: time(1)) != nil)
    let there = Cache(in: try place.open(), CacheRules())
    #expect(try there.end(because: .orderFilled) == 1)
    #expect(try here.answer(.positions, "book", at: time(2)) == nil)
  }

  @Test(
    "what an event ends",
    arguments: [
      (CacheRules.Event.positionChange, [.positions]),
      (.priceChange, [.marketData, .greeks]), (.orderFilled, [.positions, .cash, .margin]),
    ] as [(CacheRules.Event, [CacheRules.Kind])])
  func events(event: CacheRules.Event, kinds: [CacheRules.Kind]) throws {
    let cache = cache()
    for kind in CacheRules.Kind.allCases { try cache.keep([1], kind, "key", at: time(0)) }
    #expect(try cache.end(because: event) == kinds.count)
    for kind in CacheRules.Kind.allCases {
      let isThere = try cache.answer(kind, "key", at: time(1)) != nil
      #expect(isThere == !kinds.contains(kind), "\(kind)")
    }
    #expect(try self.cache(CacheRules(endedBy: [:])).end(because: event) == 0)
  }

  @Test func beyondTheLimitTheLongestUnusedGoes() throws {
    let rules = CacheRules(most: 3)
    let first = cache(rules)
    for number in 0..<3 { try first.keep([UInt8(number)], .other, "\(number)", at: time(0)) }
    #expect(try first.answer(.other, "0", at: time(5)) != nil)
    try first.finish(at: time(5))
    let second = cache(rules)
    try second.keep([3], .other, "3", at: time(6))
    let left = try (0..<4).filter { try second.answer(.other, "\($0)", at: time(7)) != nil }
    #expect(left == [0, 2, 3] || left == [0, 1, 3], "\(left)")
    #expect(left.contains(0))
  }

  @Test func whatIsTooOldGoesFirst() throws {
    let cache = cache(CacheRules(lifetimes: [.lastPrice: 10], most: 3))
    for number in 0..<3 { try cache.keep([1], .history, "\(number)", at: time(0)) }
    try cache.keep([1], .lastPrice, "old", at: time(1))
    // The price pushed one out; the next one finds the price too old.
    try cache.keep([1], .history, "3", at: time(50))
    let left = try (0..<4).filter { try cache.answer(.history, "\($0)", at: time(51)) != nil }
    #expect(left.count == 3)
    try cache.finish(at: time(60))
    #expect(try store.cacheUses()[.lastPrice]?.expiries == 1)
  }

  @Test func usesAreCountedForAll() throws {
    for _ in 0..<3 {
      let cache = cache()
      _ = try cache.answer(.history, "key", at: time(1))
      try cache.keep([1], .history, "key", at: time(1))
      for _ in 0..<4 { _ = try cache.answer(.history, "key", at: time(2)) }
      try cache.finish(at: time(3))
      // A second time there is nothing to put down.
      try cache.finish(at: time(3))
    }
    let uses = try #require(try store.cacheUses()[.history])
    #expect(uses.hits == 14 && uses.misses == 1)
    #expect(try #require(uses.hitRate) == 14.0 / 15)
    #expect(CacheUses().hitRate == nil)
  }

  @Test func nothingIsKeptWhereThatIsOff() throws {
    var rules = CacheRules(lifetimes: [.history: 0])
    let none = cache(rules)
    try none.keep([1], .history, "key", at: time(0))
    #expect(try none.answer(.history, "key", at: time(0)) == nil)
    try none.keep([1], .other, "key", at: time(0))
    rules.isOn = false
    let off = cache(rules)
    #expect(try off.answer(.other, "key", at: time(0)) == nil)
    try off.keep([1], .greeks, "key", at: time(0))
    #expect(try store.number("SELECT count(*) FROM cache") == 1)
  }

  @Test func moreThanFitInHandAreFoundInTheStore() throws {
    let cache = cache()
    for number in 0..<200 { try cache.keep([UInt8(number)], .other, "\(number)", at: time(0)) }
    for number in 0..<200 {
      #expect(try cache.answer(.other, "\(number)", at: time(1))?.body == [UInt8(number)])
    }
  }

  @Test func twelveProcessesAgree() throws {
    let line = """
      for name in A B C D E F G H I J K L; do
        "$1" cache "$2" $name 400 >"$2.$name" 2>&1 &
      done
      wait
      """
    #expect(try Program.run("/bin/sh", ["-c", line, "sh", Writer.path, place.path]).status == 0)
    var (hits, misses, ended) = (0, 0, 0)
    for name in "ABCDEFGHIJKL" {
      let said = try String(contentsOfFile: "\(place.path).\(name)", encoding: .utf8)
      let numbers = said.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
      try #require(numbers.count == 3, "\(said)")
      #expect(numbers[0] + numbers[1] == 400)
      hits += numbers[0]
      misses += numbers[1]
      ended += numbers[2]
    }
    let uses = try store.cacheUses().values
    #expect(uses.reduce(0) { $0 + $1.hits } == hits && hits > 0)
    #expect(uses.reduce(0) { $0 + $1.misses } == misses)
    #expect(uses.reduce(0) { $0 + $1.invalidations } == ended)
    #expect(try #require(try store.number("SELECT count(*) FROM cache")) <= 20)
  }
}
