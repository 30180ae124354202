import Foundation
import Scalars
import TestSupport
import Testing

@testable import Store

/// Quotes and Greeks that are kept once, and rehearsals of it.
struct KeepingTests {
  private let place: Place

  init() throws {
    place = try Place()
  }

  private func time(_ milliseconds: Int64) -> Timestamp {
    Timestamp(milliseconds: 1_800_000_000_000 + milliseconds)
  }

  private func greeks(_ symbol: String, at moment: Int64 = 0, delta: Double = 0.5) -> GreeksRecord {
    var record = GreeksRecord(
      underlying: "NIFTY", time: time(moment), symbol: symbol, expiry: Day(daysSince1970: 20_900))
    (record.forward, record.volatility, record.price) = (24_000, 14, 120)
    (record.delta, record.gamma, record.theta) = (delta, 0.001, -17)
    (record.vega, record.rho) = (8, -0.01)
    return record
  }

  private func quote(_ symbol: String, isOption: Bool, last: Int64?) -> QuoteRecord {
    let terms = QuoteRecord.Terms(
      expiry: Day(daysSince1970: 20_900), strikePaise: 2_400_000, isCall: true)
    var quote = QuoteRecord(
      underlying: "NIFTY", time: time(0), symbol: symbol, terms: isOption ? terms : nil,
      source: "test")
    quote.lastPaise = last
    return quote
  }

  @Test func theFirstRowOfAMomentStays() throws {
    let store = try place.open()
    #expect(try store.keep([greeks("A"), greeks("B"), greeks("A", delta: 0.6)]) == 2)
    #expect(try store.keep([greeks("A", delta: 0.7), greeks("A", at: 1)]) == 1)
    #expect(try store.number("SELECT count(*) FROM greeks WHERE delta = 0.5") == 3)
    #expect(try store.keep([GreeksRecord]()) == 0)
  }

  @Test func aBatchIsKeptWholeOrNotAtAll() throws {
    let store = try place.open()
    #expect(throws: StoreError.self) { try store.keep([greeks("A"), greeks("B", delta: 1e13)]) }
    #expect(try store.number("SELECT count(*) FROM greeks") == 0)
  }

  @Test func whatTheTableRefusesIsNotWorthKeeping() throws {
    #expect(greeks("A").isWorthKeeping)
    let fields: [WritableKeyPath<GreeksRecord, Double?>] = [
      \.forward, \.volatility, \.price, \.delta, \.gamma, \.theta, \.vega, \.rho,
    ]
    for field in fields {
      for value in [nil, Double.nan, .infinity, 1e12] {
        var record = greeks("A")
        record[keyPath: field] = value
        #expect(!record.isWorthKeeping)
      }
    }
  }

  @Test func whatIsWorthKeepingIsKept() throws {
    let store = try place.open()
    for (isOption, last) in [(true, nil), (true, 5), (false, nil), (false, 5)] as [(Bool, Int64?)] {
      let quote = quote("S\(isOption)\(last ?? 0)", isOption: isOption, last: last)
      #expect(try !quote.isKept(in: store))
      #expect(try store.keep([quote]) == (quote.isWorthKeeping ? 1 : 0))
      #expect(try quote.isKept(in: store) == quote.isWorthKeeping)
    }
  }

  @Test(arguments: [false, true])
  func aRehearsalCountsAsTheStoreWould(isThere: Bool) throws {
    let rows = (0..<200).map { greeks("S\($0 % 150)") }
    let others = [quote("S", isOption: true, last: 1), quote("F", isOption: false, last: 1)]
    if isThere {
      let store = try place.open()
      try store.keep(Array(rows[..<60]))
      try store.keep(Array(others[1...]))
    }
    let before = try names()
    let bytes = place.bytes
    do {
      let rehearsal = try Rehearsal(path: place.path, StoreLimits())
      let counts = try [rows[..<100], rows[100...]].map { try rehearsal.keep(Array($0)) }
      #expect(counts == [isThere ? 40 : 100, 50])
      #expect(try rehearsal.keep(others) == (isThere ? 1 : 2))
      #expect(try rehearsal.keep(others) == 0)
    }
    #expect(try names() == before)
    #expect(place.bytes == bytes)
  }

  @Test func aRehearsalMakesNoSignBesideAStore() throws {
    do { try place.open().keep([greeks("A")]) }
    try FileManager.default.removeItem(atPath: place.path + ".lock")
    do {
      let rehearsal = try Rehearsal(path: place.path, StoreLimits())
      #expect(try rehearsal.keep([greeks("A"), greeks("B")]) == 1)
    }
    #expect(try names() == ["angelx.db"])
  }

  @Test func anEmptyFileIsNoStoreYet() throws {
    try place.scratch.put("angelx.db", [UInt8](), permissions: 0o600)
    #expect(try Rehearsal(path: place.path, StoreLimits()).keep([greeks("A")]) == 1)
    #expect(place.bytes.isEmpty)
  }

  @Test func whoLooksMayNotWrite() throws {
    do { _ = try place.open() }
    let store = try place.open(.looking)
    #expect(throws: StoreError.readOnly(path: place.path)) { try store.keep([greeks("A")]) }
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: place.scratch.path).sorted()
  }

  // MARK: Ticks

  private func tick(_ last: Int64, at moment: Int64 = 0, bid: Int64? = nil) -> TickRecord {
    var tick = TickRecord(symbol: "A", time: time(moment), lastPaise: last)
    tick.bidPaise = bid
    return tick
  }

  /// Several ticks of one instant are several, but none of them twice.
  @Test func ticksOfOneInstantAreKeptInTheirOrder() throws {
    let store = try place.open()
    let ticks = [tick(5), tick(6), tick(6, bid: 4), tick(5, at: 1), tick(5)]
    #expect(try store.keep(ticks) == 4)
    #expect(try store.keep(ticks) == 0, "the same ticks may come twice")
    #expect(try store.keep([tick(7)]) == 1)
    for (last, ordinal) in [(5, 0), (7, 3)] {
      let found = try store.number(
        "SELECT ordinal FROM ticks WHERE at = \(time(0).milliseconds) AND ltp_paise = \(last)")
      #expect(found == ordinal)
    }
    #expect(try store.number("SELECT count(*) FROM ticks") == 5)
    #expect(try store.keep([TickRecord]()) == 0)
  }

  @Test func ticksAreRehearsedAsTheyAreKept() throws {
    do { try place.open().keep([tick(5)]) }
    let rehearsal = try Rehearsal(path: place.path, StoreLimits())
    #expect(try rehearsal.keep([tick(5), tick(6), tick(6)]) == 1)
    #expect(try rehearsal.keep([tick(6)]) == 0)
    #expect(try place.open().number("SELECT count(*) FROM ticks") == 1)
  }

  @Test func aTickThatTheTableRefusesIsNotWorthKeeping() throws {
    #expect(tick(0).isWorthKeeping && tick(5, bid: 0).isWorthKeeping)
    let store = try place.open()
    var odd = tick(5)
    odd.volume = -1
    for record in [tick(-1), tick(1_000_000_000_001), tick(5, bid: -1), odd] {
      #expect(!record.isWorthKeeping)
      #expect(throws: StoreError.self) { try store.keep([record]) }
    }
  }
}
