import BrokerCalls
import Brokers
import Scalars
import Store
import Market
import TestSupport
import Testing
import Transport

/// Streams of ticks beside real servers of sockets: what comes, and what is done where nothing does.
@Suite(.serialized, .needsBrokers) struct TickStreamTests {
  private static let shared = Result { (brokers: try FakeBrokers(), home: try Scratch()) }

  private let desk: StreamDesk

  init() throws {
    desk = try StreamDesk(Self.shared.get())
  }

  @Test(arguments: BrokerID.allCases)
  func tellsOfEverythingThatWasAskedFor(id: BrokerID) throws {
    let stream = try desk.stream(id)
    try stream.open(within: .seconds(60))
    let brought = try stream.brought { $0.places == 7 && $0.ticks.count > 10 }
    #expect(brought.places == 7 && brought.gaps.isEmpty && brought.complaints.isEmpty)
    for tick in brought.ticks {
      let isIndex = stream.instruments[tick.place].kind == .index
      #expect(tick.market.last.paise > 0 && tick.time.day.description == FakeBrokers.day)
      #expect((tick.market.volume == nil) == isIndex)
      #expect((tick.market.openInterest == nil) == isIndex)
      if isIndex { #expect(tick.market.bid == nil && tick.market.ask == nil) }
      if let bid = tick.market.bid, let ask = tick.market.ask { #expect(bid.price < ask.price) }
    }
    #expect(brought.ticks.contains { $0.market.bid != nil && $0.market.ask != nil })
    #expect(stream.close().isEmpty && stream.connections == 0)
    let figures = stream.figures
    #expect(figures.ticks == brought.ticks.count && figures.unreadable == 0 && figures.strays == 0)
    #expect(figures.lags.count == figures.ticks - 7, "the first of each says how things stand")
  }

  /// What is cut into pieces is whole again, and words between ticks cost none.
  @Test(arguments: BrokerID.allCases, ["fragments", "text-between", "flood"])
  func bringsAllTheSame(id: BrokerID, fault: String) throws {
    try desk.order(fault, of: id, count: 3)
    let stream = try desk.stream(id)
    try stream.open(within: .seconds(60))
    let brought = try stream.brought { $0.places == 7 && $0.ticks.count > 20 }
    #expect(brought.places == 7 && brought.gaps.isEmpty)
    let isForeignText = fault == "text-between" && id == .angelOne
    #expect((stream.figures.faults[.text, default: 0] > 0) == isForeignText)
    #expect(stream.figures.faults.keys.allSatisfy { $0 == .text })
    _ = stream.close()
  }

  /// What cannot be read is counted, and costs neither what came before it nor the connection.
  static let spoilt: [(id: BrokerID, kind: String, fault: TickFault?)] = [
    (.angelOne, "wrong-length", .length), (.kite, "wrong-length", .length),
    (.kite, "longer-packets", .length),
    (.angelOne, "empty-packets", .mode), (.kite, "empty-packets", .length),
    (.angelOne, "unknown-mode", .mode), (.angelOne, "bad-token", .token),
    (.angelOne, "unknown-token", nil), (.kite, "unknown-token", nil),
  ]

  @Test(arguments: spoilt)
  func countsWhatCannotBeRead(id: BrokerID, kind: String, fault: TickFault?) throws {
    try desk.order(kind, of: id, count: 4)
    let stream = try desk.stream(id)
    try stream.open(within: .seconds(60))
    _ = try stream.brought { _ in stream.figures.unreadable + stream.figures.strays > 3 }
    let figures = stream.figures
    #expect(figures.ticks == 4 && figures.gaps == 0 && stream.connections == 1)
    #expect(Array(figures.faults.keys) == [fault].compactMap(\.self))
    #expect((figures.strays > 0) == (fault == nil))
    _ = stream.close()
  }

  static let losses: [(kind: String, reason: String)] = [
    ("drop", "the connection was cut"), ("close", "the broker hung up (1011)"),
    ("silence", "nothing came for 700ms"),
  ]

  @Test(arguments: BrokerID.allCases, losses)
  func aLineThatIsLostIsMadeAnew(id: BrokerID, loss: (kind: String, reason: String)) throws {
    try desk.order(loss.kind, of: id, count: 9)
    let rules = StreamDesk.rules { if loss.kind == "silence" { $0.silence = .milliseconds(700) } }
    let stream = try desk.stream(id, rules)
    try stream.open(within: .seconds(60))
    let before = stream.now
    var since = 0
    let brought = try stream.brought { brought in
      if brought.gaps.isEmpty { since = brought.ticks.count }
      return brought.ticks.count > since + 7
    }
    let gap = try #require(brought.gaps.first)
    #expect(gap.reason == loss.reason && gap.places == 0..<7)
    #expect(before <= gap.from && gap.from < gap.until && gap.until <= stream.now)
    if loss.kind == "silence" { #expect(gap.length.milliseconds >= 700) }
    #expect(brought.gaps.count == 1 && stream.figures.reconnections == 1)
    #expect(stream.figures.missed == gap.length)
    _ = stream.close()
  }

  @Test func aGapThatLastsEndsWithTheStream() throws {
    let stream = try desk.stream(.angelOne, StreamDesk.rules { $0.patience.pause = .seconds(60) })
    try stream.open(within: .seconds(60))
    try stream.brought { $0.places == 7 }
    try desk.desk.brokers.dropStreams()
    _ = try stream.brought { _ in stream.connections == 0 }
    let gaps = stream.close()
    #expect(gaps.count == 1 && gaps.first?.reason == "the connection was cut")
    #expect(stream.figures.gaps == 1 && stream.figures.reconnections == 0)
  }

  /// As long as it is not made again there is one gap, however often that is tried.
  @Test func triesAgainAndAgain() throws {
    let stream = try desk.stream(.kite)
    try stream.open(within: .seconds(60))
    try stream.brought { $0.places == 7 }
    try desk.order("refuse-503", of: .kite, times: 3)
    try desk.desk.brokers.dropStreams()
    let brought = try stream.brought { !$0.gaps.isEmpty }
    #expect(brought.gaps.count == 1 && brought.setbacks.count == 3)
    #expect(brought.setbacks.allSatisfy { $0.kind == .tryLater })
    _ = stream.close()
  }

  /// Words are no ticks: a broker that lets somebody in only to complain has not mended the gap.
  @Test(arguments: BrokerID.allCases)
  func complaintsEndNoGap(id: BrokerID) throws {
    let stream = try desk.stream(id)
    try stream.open(within: .seconds(60))
    try stream.brought { $0.places == 7 }
    try desk.order("complain", of: id, times: 3)
    try desk.desk.brokers.dropStreams()
    let brought = try stream.brought { !$0.gaps.isEmpty }
    #expect(brought.complaints.count == 3 && brought.gaps.count == 1)
    // They name the key, which is for nobody else.
    #expect(brought.complaints.allSatisfy { $0.message == "not now, ‹secret›" })
    #expect(brought.gaps.first?.reason == "the connection was cut", "as it was in the beginning")
    #expect(stream.figures.reconnections == 4)
    _ = stream.close()
  }

  static let refusals: [(kind: String, expected: CallFailure.Kind)] = [
    ("refuse-503", .tryLater), ("refuse-429", .tryLater), ("refuse-403", .login),
  ]

  @Test(arguments: refusals)
  func isNotOpenedWhereItIsRefused(kind: String, expected: CallFailure.Kind) throws {
    try desk.order(kind, of: .kite, times: 0)
    let stream = try desk.stream(.kite)
    let failure = try #require(throws: CallFailure.self) { try stream.open(within: .seconds(60)) }
    #expect(failure.kind == expected && failure.broker == .kite)
    let tries = try desk.desk.brokers.calls().reversed()
      .prefix { $0.broker == "kite-stream" && $0.fault == kind }.count
    #expect(tries == (expected == .login ? 1 : 3))
    for canary in FakeBrokers.canaries {
      #expect(!failure.problem.contains(canary) && failure.remedy?.contains(canary) != true)
    }
  }

  @Test func nobodyThereIsSaid() throws {
    let other = try TestDesk(
      desk.desk.brokers, in: desk.desk.home, replacing: "SMARTAPI_FEED_URL",
      with: "wss://localhost:1/smart-stream")
    let asked = try other.desk()
    let wanted = try desk.stream(.angelOne).instruments
    let stream = TickStream(
      try #require(asked.feedDoor(at: .angelOne)), of: wanted, StreamDesk.rules())
    #expect(
      try #require(throws: CallFailure.self) { try stream.open(within: .seconds(60)) }.kind
        == .unavailable)
    #expect(asked.calls.count { $0.group == "connect" && $0.call.failure == .network } == 3)
  }

  // MARK: Many instruments

  @Test func manyInstrumentsTakeSeveralConnections() throws {
    let stream = try desk.stream(.angelOne, options: 1100)
    #expect(stream.instruments.count == 1101)
    try stream.open(within: .seconds(60))
    // Of some nothing was traded yet.
    let brought = try stream.brought { $0.places + stream.figures.strays >= 1101 }
    #expect(brought.places > 500 && stream.figures.messages >= 1101)
    #expect(stream.connections == 2 && brought.complaints.isEmpty)
    _ = stream.close()
  }

  @Test func whatDoesNotFitIsLeftOut() throws {
    let rules = StreamDesk.rules { $0.mostConnections = 1 }
    let stream = try desk.stream(.angelOne, options: 1100, rules)
    #expect(stream.instruments.count == 1000)
    #expect(stream.instruments.first?.kind == .index, "what is most wanted stays")
  }

  /// The rate of the stream and a reader who takes nothing do not decide how much waits.
  @Test func aFloodFillsNoMemory() throws {
    try desk.order("flood", of: .angelOne)
    let rules = StreamDesk.rules {
      $0.relay.capacity = 3
      $0.relay.throttle = .zero
    }
    let stream = try desk.stream(.angelOne, rules)
    try stream.open(within: .seconds(60))
    var relay = TickRelay(count: stream.instruments.count, rules.relay)
    var haul = TickStream.Haul()
    let end = stream.pauses.now() + .seconds(5)
    var (received, most) = (0, 0)
    while received < 20_000, stream.pauses.now() < end {
      try stream.read(into: &haul, within: .milliseconds(50), before: end)
      #expect(haul.ticks.count <= rules.messagesTogether)
      for tick in haul.ticks {
        relay.take(tick, at: stream.pauses.now())
        most = max(most, relay.waiting)
      }
      received += haul.ticks.count
      haul.removeAll()
    }
    #expect(received >= 20_000 && most <= 7)
    _ = stream.close()
  }
}
