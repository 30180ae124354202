import TestSupport
import Testing
import Transport

/// Bodies that are handed on in pieces.
@Suite(.needsWeb) struct BodyReceiverTests {
  /// Keeps all that it takes.
  private final class Keeper: BodyReceiver {
    let canForget: Bool
    /// After how many bytes it has had enough.
    let most: Int
    private(set) var bytes: [UInt8] = []
    private(set) var forgotten = 0

    init(canForget: Bool = false, most: Int = .max) {
      self.canForget = canForget
      self.most = most
    }

    func take(_ piece: Span<UInt8>) -> Bool {
      #expect(piece.count > 0)
      unsafe piece.withUnsafeBufferPointer { unsafe bytes += $0 }
      return bytes.count < most
    }

    func forget() -> Bool {
      guard canForget else { return false }
      forgotten += 1
      bytes = []
      return true
    }
  }

  private static func rows(_ count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(10 * count)
    for row in 0..<count {
      let digits = Array("\(row)".utf8)
      bytes += [UInt8](repeating: 0x30, count: 9 - digits.count) + digits + [0x0A]
    }
    return bytes
  }

  private func failure(
    _ path: String, at server: String = "good", into keeper: Keeper, limit: Int = 64 << 20,
    _ rules: WebRules? = nil, time: FakeTime = FakeTime()
  ) throws -> TransportError {
    let request = try Web.secretive(path, at: server)
    let error = try #require(throws: TransportError.self) {
      _ = try Web.client(rules, time: time).answer(to: request, into: keeper, limit: limit)
    }
    Canary.expectNone(in: error)
    return error
  }

  @Test(arguments: ["ok", "gzip", "gzip-members", "no-length", "notices"], ["good", "plain"])
  func bringsTheBodyWhole(path: String, server: String) throws {
    let keeper = Keeper()
    let answer = try Web.client().answer(
      to: WebRequest(.get, Web.address(path, at: server)), into: keeper, limit: 1000)
    #expect(answer.status == 200 && answer.body.isEmpty)
    #expect(String(decoding: keeper.bytes, as: UTF8.self) == WebClientTests.body)
  }

  @Test(arguments: ["", "&packed"])
  func bringsMoreThanABodyThatIsKeptMayHave(packed: String) throws {
    let keeper = Keeper()
    let path = "rows?rows=1200000&key=long-list\(packed)"
    let rules = try Web.rules(total: .seconds(60))
    _ = try Web.client(rules).answer(
      to: WebRequest(.get, Web.address(path, at: "plain")), into: keeper, limit: 12_000_000)
    #expect(keeper.bytes == Self.rows(1_200_000))
    let kept = try Web.failure(of: Web.secretive(path), Web.client(rules))
    #expect(kept == .tooLarge(host: try Web.host(), .body, limit: 8 << 20))
  }

  @Test(arguments: ["", "&packed"])
  func keepsItsOwnLimit(packed: String) throws {
    let keeper = Keeper(canForget: true)
    let path = "rows?rows=100000&key=limited\(packed)"
    let error = try failure(path, into: keeper, limit: 999_999, Web.rules(tries: 3))
    #expect(error == .tooLarge(host: try Web.host(), .body, limit: 999_999))
    #expect(keeper.bytes.count < 1_000_000 && keeper.forgotten == 0)
    #expect(Self.rows(100_000).starts(with: keeper.bytes))
    let bomb = try failure("bomb", into: Keeper(), limit: 1 << 20)
    #expect(bomb == .tooLarge(host: try Web.host(), .body, limit: 1 << 20))
  }

  @Test(arguments: [404, 500])
  func theWordsOfARefusalAreKept(status: Int) throws {
    let keeper = Keeper()
    let answer = try Web.client().answer(
      to: WebRequest(.get, Web.address("status?status=\(status)")), into: keeper, limit: 10)
    #expect(answer.status == status && keeper.bytes.isEmpty)
    #expect(String(decoding: answer.body, as: UTF8.self) == WebClientTests.body)
  }

  @Test(arguments: WebFaultTests.cut + WebFaultTests.packing + WebFaultTests.redirects)
  func whatIsNotWholeIsAnErrorInTheEnd(_ fault: WebFaultTests.Fault) throws {
    let keeper = Keeper()
    let error = try failure(fault.path, at: fault.server, into: keeper)
    #expect(error == fault.error(try Web.host(fault.server)))
    // What was packed wrongly may come out as anything.
    let sent = fault.path.contains("chunk") ? "abc" : WebClientTests.body
    #expect(sent.utf8.starts(with: keeper.bytes) || fault.path == "broken-gzip")
  }

  @Test(arguments: ["", "&packed"])
  func whoCanForgetGetsItOnceMore(packed: String) throws {
    let keeper = Keeper(canForget: true)
    let key = "forgets\(packed.count)"
    let path = "rows?rows=50000&cut=2&key=\(key)\(packed)"
    let answer = try Web.client(Web.rules(tries: 3)).answer(
      to: WebRequest(.get, Web.address(path)), into: keeper, limit: 64 << 20)
    #expect(answer.status == 200 && keeper.forgotten == 2 && keeper.bytes == Self.rows(50_000))
    #expect(try Web.arrivals(key).count == 3)
  }

  @Test func whoCanForgetIsNotAskedToWhereThereIsNoOtherTry() throws {
    let keeper = Keeper(canForget: true)
    let path = "rows?rows=50000&cut=9&key=forgets-no-more"
    #expect(
      try failure(path, into: keeper, Web.rules(tries: 2)) == .incomplete(host: try Web.host()))
    #expect(keeper.forgotten == 1 && !keeper.bytes.isEmpty)
  }

  @Test func whoCannotForgetGetsItOnce() throws {
    let keeper = Keeper()
    let path = "rows?rows=50000&cut=1&key=remembers"
    #expect(
      try failure(path, into: keeper, Web.rules(tries: 3)) == .incomplete(host: try Web.host()))
    #expect(Self.rows(50_000).starts(with: keeper.bytes))
    #expect(try Web.arrivals("remembers").count == 1)
  }

  @Test(arguments: ["503,close,200", "close,500,200"])
  func whereNothingWasHandedOnItIsTriedAgain(steps: String) throws {
    let keeper = Keeper()
    let path = "steps?key=untouched-\(steps.prefix(3))&steps=\(steps)"
    let answer = try Web.client(Web.rules(tries: 3)).answer(
      to: WebRequest(.get, Web.address(path)), into: keeper, limit: 1000)
    #expect(answer.status == 200 && keeper.forgotten == 0)
    #expect(String(decoding: keeper.bytes, as: UTF8.self) == WebClientTests.body)
  }

  @Test(arguments: ["", "&packed"])
  func whoHasEnoughEndsTheTransfer(packed: String) throws {
    let keeper = Keeper(canForget: true, most: 1)
    let key = "enough\(packed.count)"
    let path = "rows?rows=500000&key=\(key)\(packed)"
    #expect(
      try failure(path, into: keeper, Web.rules(tries: 3)) == .interrupted(host: try Web.host()))
    #expect(keeper.forgotten == 0 && keeper.bytes.count <= 64 << 10)
    #expect(try Web.arrivals(key).count == 1)
  }

  @Test func whatMustNotBeRepeatedIsNot() throws {
    let keeper = Keeper(canForget: true)
    let order = WebRequest(.post, try Web.address("rows?rows=50000&cut=1&key=once-handed-on"))
    #expect(throws: TransportError.incomplete(host: try Web.host())) {
      try Web.client(Web.rules(tries: 3)).answer(to: order, into: keeper, limit: 64 << 20)
    }
    #expect(try Web.arrivals("once-handed-on").count == 1 && keeper.forgotten == 0)
  }

  @Test func whoLosesInterestIsNotKeptWaiting() throws {
    let time = FakeTime()
    time.interrupt()
    let error = try failure(
      "slow-body", into: Keeper(), Web.rules(total: .seconds(25)), time: time)
    #expect(error == .interrupted(host: try Web.host()))
  }
}
