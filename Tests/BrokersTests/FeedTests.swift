import Brokers
import Market
import Scalars
import TestSupport
import Testing
import Transport

/// The streams of the brokers, as whoever does not know one from another sees them.
@Suite struct FeedTests {
  private static let angelOne = AngelOne(
    SmartAPIClient(apiKey: Secret("key-of-the-app")), clientCode: "A1"
  ).feed
  private static let kite = Kite(
    KiteClient(apiKey: Secret("key-of-the-app"), apiSecret: Secret(""))
  ).feed

  private static func instrument(
    _ segment: ExchangeSegment, _ token: String, _ kind: InstrumentKind = .option
  ) -> ListedInstrument {
    ListedInstrument(
      key: InstrumentKey(segment, token), symbol: "S\(token)", underlying: "NIFTY", kind: kind,
      expiry: nil, strike: nil, right: nil, lot: nil, tick: nil, freeze: nil)
  }

  private func read(_ message: SocketMessage, by feed: any BrokerFeed) -> TickBatch {
    var batch = TickBatch()
    feed.read(message, into: &batch)
    return batch
  }

  @Test func aTickIsKnownByTheNumberOfItsInstrument() throws {
    let option = Self.instrument(.nfo, "58784")
    let smart = read(.binary(TickTests.snapshot().bytes), by: Self.angelOne).ticks
    #expect(smart.map(\.token) == [Self.angelOne.token(of: option)])
    let traded = Self.instrument(.nfo, "47164")
    let packet = KiteStreamTests.full()
    let kite = read(.binary([0, 1, 0, 184] + packet.bytes), by: Self.kite).ticks
    #expect(kite.map(\.token) == [Self.kite.token(of: traded)])
    let index = Self.instrument(.nse, "256265", .index)
    #expect(Self.kite.token(of: index) == FeedToken(256_265))
  }

  @Test func whatHasNoStreamHasNoNumber() {
    #expect(Self.angelOne.token(of: Self.instrument(.nco, "1")) == nil)
    #expect(Self.angelOne.token(of: Self.instrument(.nfo, "X1")) == nil)
    #expect(Self.kite.token(of: Self.instrument(.ncdex, "1")) == nil)
  }

  @Test func indicesAreAskedForTheirLastPriceAlone() {
    let asked = Self.angelOne.subscription(to: [
      Self.instrument(.nfo, "58784"), Self.instrument(.nse, "99926000", .index),
    ])
    #expect(
      asked == [
        #"{"correlationID":"angelx0","action":1,"params":{"mode":1,"#
          + #""tokenList":[{"exchangeType":1,"tokens":["99926000"]}]}}"#,
        #"{"correlationID":"angelx1","action":1,"params":{"mode":3,"#
          + #""tokenList":[{"exchangeType":2,"tokens":["58784"]}]}}"#,
      ])
  }

  @Test func manyAreAskedForPieceByPiece() {
    let many = (1...1000).map { Self.instrument(.nfo, "\($0)") }
    #expect(Self.angelOne.subscription(to: many).count == 10)
    let messages = Self.kite.subscription(to: many)
    #expect(messages.count == 4 && messages.allSatisfy { $0.utf8.count < 1 << 13 })
    #expect(messages[1].hasPrefix(#"{"a":"mode","v":["full",["#))
    #expect(Self.kite.subscription(to: []).isEmpty && Self.angelOne.subscription(to: []).isEmpty)
  }

  static let texts: [(text: String, complaints: [String], faults: Int)] = [
    ("pong", [], 0),
    (#"{"correlationID":"angelx0","errorCode":"E1002","errorMessage":"limit"}"#, ["limit"], 0),
    (#"{"errorMessage":"limit"}"#, [], 1), ("", [], 1), ("ping", [], 1),
  ]

  @Test(arguments: texts)
  func angelOneSpeaks(text: String, complaints: [String], faults: Int) {
    let batch = read(.text(Array(text.utf8)), by: Self.angelOne)
    #expect(batch.complaints.map(\.message) == complaints)
    #expect(batch.faults[.text, default: 0] == faults && batch.ticks.isEmpty)
  }

  @Test func kiteSpeaks() {
    func read(_ text: String) -> TickBatch { self.read(.text(Array(text.utf8)), by: Self.kite) }
    #expect(read(#"{"type":"error","data":"no such token"}"#).complaints.count == 1)
    for text in [#"{"type":"message","data":"hello"}"#, #"{"type":"news","data":{}}"#] {
      #expect(read(text).complaints.isEmpty && read(text).faults.isEmpty)
    }
    #expect(read("pong").faults == [.text: 1])
  }

  /// Memory for a batch is used again, and nothing of it comes a second time.
  @Test func aBatchIsForgotten() {
    var batch = read(.binary(TickTests.snapshot().bytes + [0]), by: Self.angelOne)
    Self.angelOne.read(.binary(TickTests.snapshot().bytes), into: &batch)
    Self.angelOne.read(.text(Array("pong".utf8)), into: &batch)
    #expect(batch.ticks.count == 1 && batch.faults == [.length: 1])
    batch.removeAll()
    #expect(batch.ticks.isEmpty && batch.faults.isEmpty)
  }
}
