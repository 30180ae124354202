import BrokerCalls
import Brokers
import TestSupport
import Testing

/// What becomes of calls that fail on their way or come back with something else than asked for.
@Suite(.serialized, .needsBrokers) struct CallFaultTests {
  /// One login serves all of these: a code of the app is good once.
  private static let shared = Result {
    let (brokers, home) = (try FakeBrokers(), try Scratch())
    try brokers.limit(false)
    let whole = try TestDesk(brokers, in: home).desk().quotes().1.map(\.key)
    return (brokers: brokers, home: home, whole: whole)
  }

  private let desk: TestDesk
  /// What is there to be found.
  private let whole: [InstrumentKey]

  init() throws {
    let (brokers, home, whole) = try Self.shared.get()
    desk = try TestDesk(brokers, in: home)
    self.whole = whole
    try desk.brokers.order("")
  }

  /// Long enough for a busy machine, and short where an answer is waited for that does not come.
  private static func deadline(_ fault: String) -> Duration {
    fault.hasPrefix("stall") || fault.hasPrefix("slow") ? .milliseconds(700) : .seconds(10)
  }

  /// Faults that the second try need not meet.
  static let passing = [
    "empty", "blank", "html-502", "429", "429-text", "429-after", "429-after-garbage", "limit-text",
    "limit-json", "500", "500-json", "502", "502-json", "503", "503-json", "504", "504-json",
    "cut-json", "json-and-more", "json-twice", "no-json", "no-envelope", "close", "close-before",
    "close-kept", "reset-before", "reset-headers", "reset-after-headers", "reset-body",
    "cut-headers", "cut-length", "cut-chunks", "cut-without-length", "cut-below-tls",
    "short-length", "cut-gzip", "cut-gzip-trailer", "broken-gzip", "gzip-checksum", "not-gzip",
    "garbage", "stall-before", "stall-body", "stall-headers", "slow-status", "slow-chunks",
    "AB1004", "AB2000", "AB2001", "deep", "rows-not-objects",
    "data-text", "data-number",
  ]

  @Test(arguments: passing) func theSecondTryBringsEverything(fault: String) throws {
    try desk.brokers.order("{\"broker\":\"smartapi\",\"call\":\"quotes\",\"kind\":\"\(fault)\"}")
    let found = try desk.desk(deadline: Self.deadline(fault)).quotes().1.map(\.key)
    #expect(found == whole)
    let met = try desk.brokers.calls().contains { $0.fault == fault }
    #expect(met, "the fault came to pass")
  }

  /// Faults that go on, and what the program that asked is told.
  static let lasting: [(fault: String, kind: CallFailure.Kind)] = [
    ("empty", .unavailable), ("503", .unavailable), ("cut-length", .unavailable),
    ("reset-before", .unavailable), ("stall-before", .unavailable), ("AB2001", .unavailable),
    ("cut-json", .notTheProtocol), ("no-envelope", .notTheProtocol), ("no-json", .notTheProtocol),
    ("html-200", .notTheProtocol), ("rows-not-objects", .notTheProtocol),
    ("data-number", .notTheProtocol), ("redirect-302", .notTheProtocol),
    ("redirect-307", .notTheProtocol), ("huge-header", .notTheProtocol),
    ("gzip-bomb", .notTheProtocol), ("endless-body", .notTheProtocol),
    ("other-broker", .refused), ("AB1000", .refused), ("AB1006", .refused), ("AG8001", .login),
    ("html-403", .login),
  ]

  @Test(arguments: lasting) func whatLastsIsSaid(fault: String, kind: CallFailure.Kind) throws {
    _ = try desk.desk().quotes()
    try desk.brokers.order(
      "{\"broker\":\"smartapi\",\"call\":\"quotes\",\"times\":0,\"kind\":\"\(fault)\"}")
    let failure = try #require(throws: CallFailure.self) {
      try desk.desk(deadline: Self.deadline(fault)).quotes()
    }
    #expect(failure.kind == kind, "\(failure.problem)")
    #expect(failure.broker == .angelOne)
    for canary in FakeBrokers.canaries {
      #expect(!failure.problem.contains(canary) && failure.remedy?.contains(canary) != true)
    }
  }

  @Test func aBurstOfRefusalsIsOneRefusal() throws {
    try desk.brokers.order(
      "{\"broker\":\"smartapi\",\"call\":\"quotes\",\"times\":4,\"kind\":\"429\"}")
    // One after the other, so many would keep everybody waiting for a minute.
    #expect(try desk.desk(deadline: .seconds(10)).quotes(300).1.count == 300)
    #expect(try desk.brokers.calls().count { $0.fault == "429" } >= 4)
  }

  @Test func whatThereIsNoQuoteOfCostsNoNeighbour() throws {
    try desk.brokers.order(
      "{\"broker\":\"smartapi\",\"call\":\"quotes\",\"kind\":\"missing-rows\",\"rows\":3}")
    let broker = try desk.desk()
    let batches = try broker.router.ask({ _ in LimitGroup.AngelOne.quotes }) { line in
      let rows = try broker.shelf.listing(of: line).instruments(of: "NIFTY")
        .filter { $0.kind == .option }.prefix(50)
      return try line.answers(to: line.broker.quotes(Array(rows), .full, batch: nil))
    }
    #expect(batches.flatMap(\.value.quotes).count == 47)
    let missing = batches.flatMap(\.value.unfetched)
    #expect(missing.count == 3 && missing.allSatisfy { $0.reason == .notMentioned })
  }
}
