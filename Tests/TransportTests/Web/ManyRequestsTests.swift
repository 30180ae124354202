import TestSupport
import Testing
import Transport

/// Many requests at once: each gets its own answer, once, whatever happens to the others.
@Suite(.needsWeb) struct ManyRequestsTests {
  typealias Outcome = Result<WebAnswer, TransportError>

  /// What becomes of a request at one of the test servers.
  struct Fate: Sendable {
    let path: String
    var server = "good"
    let fits: @Sendable (Outcome, _ host: String) -> Bool

    static func fails(
      _ path: String, at server: String = "good",
      _ error: @escaping @Sendable (String) -> TransportError
    ) -> Fate {
      Fate(path: path, server: server) { outcome, host in
        if case .failure(let found) = outcome { found == error(host) } else { false }
      }
    }

    static func answers(_ path: String, at server: String = "good", _ status: Int) -> Fate {
      Fate(path: path, server: server) { outcome, _ in
        if case .success(let answer) = outcome { answer.status == status } else { false }
      }
    }
  }

  static let fates: [Fate] = [
    .answers("ok", 200), .answers("gzip", 200), .answers("ok", at: "plain", 200),
    .answers("status?status=404", 404), .answers("status?status=403", 403),
    .answers("steps?steps=503,200&after=1", 200), .answers("steps?steps=close,200", 200),
    .answers("steps?steps=500,502", 502), .answers("no-length", 200),
    .fails("cut-length") { .incomplete(host: $0) },
    .fails("cut-gzip") { .incomplete(host: $0) },
    .fails("reset-body", at: "plain") { .incomplete(host: $0) },
    .fails("broken-gzip") { .notTheProtocol(host: $0, .packing) },
    .fails("redirect?status=302") { .notTheProtocol(host: $0, .redirect(status: 302)) },
    .fails("ok", at: "hello-garbage") { .cannotEncrypt(host: $0) },
    .fails("many-headers") { .tooLarge(host: $0, .headers, limit: 64 << 10) },
    .fails("steps?steps=429&after=61") { .askedToWait(host: $0, seconds: 61) },
    .fails("ok", at: "unknown") { .certificateRefused(host: $0, .untrusted) },
    .fails("ok", at: "nobody") { .cannotConnect(host: $0) },
  ]

  static let stall = Fate.fails("stall-body") { .timedOut(host: $0, .answering) }

  /// The outcomes in the order in which they came; every request has one.
  private func outcomes(
    _ requests: [WebRequest], _ client: WebClient, atOnce: Int,
    admission: (Int) -> Duration = { _ in .zero }, _ location: SourceLocation = #_sourceLocation
  ) -> [(index: Int, outcome: Outcome)] {
    var found: [(index: Int, outcome: Outcome)] = []
    client.answers(to: requests, atOnce: atOnce, admission: admission) { found.append(($0, $1)) }
    #expect(found.map(\.index).sorted() == Array(requests.indices), sourceLocation: location)
    return found
  }

  @Test(arguments: [1, 7, 64])
  func noneIsLostAndNoneIsDoubled(atOnce: Int) throws {
    var random = SplitMix64(seed: UInt64(atOnce))
    // One at a time takes longer, and those that stall take long anyhow.
    let copies = atOnce == 1 ? 2 : 10
    let stalls = (0..<copies / 3).map { _ in Self.stall }
    let fates = (Array(repeating: Self.fates, count: copies).joined() + stalls).shuffled(
      using: &random)
    let requests = try fates.enumerated().map { number, fate in
      let sign = fate.path.contains("?") ? "&" : "?"
      return try Web.secretive("\(fate.path)\(sign)key=many-\(atOnce)-\(number)", at: fate.server)
    }
    var rules = try Web.rules(tries: 2, total: .seconds(4))
    rules.deadline = .seconds(600)
    rules.backOff.first = .milliseconds(1)
    let found = outcomes(requests, WebClient(rules, random: random), atOnce: atOnce)
    for (index, outcome) in found {
      let fate = fates[index]
      #expect(fate.fits(outcome, try Web.host(fate.server)), "\(fate.path): \(outcome)")
      Canary.expectNone(in: outcome)
      guard case .success = outcome, fate.path != "steps?steps=close,200" else { continue }
      let tries = fate.path.hasPrefix("steps") ? 2 : 1
      #expect(try Web.arrivals("many-\(atOnce)-\(index)").count == tries, "\(fate.path)")
    }
  }

  @Test func whatCannotBeSentFailsAloneAndIsNotAdmitted() throws {
    var rules = try Web.rules()
    rules.allowsPlain = false
    let good = WebRequest(.get, try Web.address("ok"))
    let bad = WebRequest(.get, try Web.address("ok"), headers: [WebHeader("X-A", "a\nb")])
    let plain = WebRequest(.get, try Web.address("ok", at: "plain"))
    var admitted: [Int] = []
    let found = outcomes([good, bad, plain, good], try Web.client(rules), atOnce: 4) { index in
      admitted.append(index)
      return .zero
    }
    let outcomes = found.sorted { $0.index < $1.index }.map(\.outcome)
    #expect(outcomes[1].error == .unsendable(host: try Web.host(), .header))
    #expect(outcomes[2].error == .badAddress(.plain))
    #expect(outcomes[0].error == nil && outcomes[3].error == nil && admitted == [0, 3])
  }

  @Test func noRequestsAreAnsweredAtOnce() throws {
    #expect(outcomes([], try Web.client(), atOnce: 3).isEmpty)
  }

  @Test(arguments: [1, 3, 8])
  func noMoreThanAllowedAreOnTheirWay(atOnce: Int) throws {
    let key = "peak-\(atOnce)"
    let request = WebRequest(.get, try Web.address("hold?key=\(key)", at: "plain"))
    let found = outcomes(
      Array(repeating: request, count: 24), try Web.client(), atOnce: atOnce)
    #expect(found.allSatisfy { $0.outcome.error == nil })
    let peak = try Web.client().answer(
      to: WebRequest(.get, Web.address("peak?key=\(key)", at: "plain")))
    let most = try #require(Int(String(decoding: peak.body, as: UTF8.self)))
    #expect(most <= atOnce && (atOnce == 1 || most > 1))
  }

  @Test func admissionKeepsStartsApartAndInOrder() throws {
    let time = FakeTime()
    let request = WebRequest(.get, try Web.address("ok"))
    var next = Duration.zero
    var starts: [(index: Int, time: Duration)] = []
    var asked = 0
    _ = outcomes(
      Array(repeating: request, count: 5), try Web.client(time: time), atOnce: 5
    ) { index in
      asked += 1
      let now = time.pauses.now()
      guard now >= next else { return next - now }
      next = now + .seconds(1)
      starts.append((index, now))
      return .zero
    }
    #expect(starts.map(\.index) == [0, 1, 2, 3, 4])
    #expect(starts.map(\.time) == (0..<5).map { .seconds($0) })
    // Each of them but the first is asked about twice: it is not let in, and after the wait it is.
    #expect(asked == 9)
  }

  @Test func everyTryIsAdmitted() throws {
    let request = WebRequest(.get, try Web.address("steps?key=admitted&steps=503,500,200"))
    var asked = 0
    let found = outcomes([request], try Web.client(Web.rules(tries: 3)), atOnce: 2) { _ in
      asked += 1
      return .zero
    }
    #expect(found.first?.outcome.error == nil && asked == 3)
  }

  @Test func whoIsNotAdmittedInTimeIsNotWaitedFor() throws {
    let time = FakeTime()
    let paths = ["ok?key=late", "steps?key=late-retry&steps=503"]
    let requests = try paths.map { WebRequest(.get, try Web.address($0)) }
    var asked = [0, 0]
    let client = try Web.client(Web.rules(tries: 3), time: time)
    let found = outcomes(requests, client, atOnce: 2) { index in
      asked[index] += 1
      return index == 1 && asked[1] == 1 ? .zero : .seconds(60)
    }.sorted { $0.index < $1.index }
    #expect(found[0].outcome.error == .timedOut(host: try Web.host(), .connecting))
    #expect(try Web.arrivals("late").isEmpty)
    // What was tried once has the answer of that.
    #expect(try found[1].outcome.get().status == 503)
    #expect(try Web.arrivals("late-retry").count == 1 && time.waits.count == 1)
  }

  @Test(arguments: [1, 4])
  func aWaitingRetryHoldsUpNoOther(atOnce: Int) throws {
    let time = FakeTime()
    let key = "retry-last-\(atOnce)"
    let paths = ["steps?key=\(key)&steps=503,200&after=9"] + Array(repeating: "ok", count: 8)
    let found = outcomes(
      try paths.map { WebRequest(.get, try Web.address($0)) },
      try Web.client(Web.rules(tries: 2), time: time), atOnce: atOnce)
    #expect(found.last?.index == 0 && found.allSatisfy { $0.outcome.error == nil })
    #expect(time.waits == [.seconds(9)])
  }

  @Test(arguments: ["good", "plain"], ["silence", "stall-body"])
  func aStalledAnswerHoldsUpNoOther(server: String, path: String) throws {
    let paths = [path] + Array(repeating: "ok", count: 12)
    let found = outcomes(
      try paths.map { WebRequest(.get, try Web.address($0, at: server)) },
      try Web.client(Web.rules(total: .seconds(3))), atOnce: 2)
    #expect(found.last?.index == 0)
    #expect(found.last?.outcome.error == .timedOut(host: try Web.host(server), .answering))
    #expect(found.dropLast().allSatisfy { $0.outcome.error == nil })
  }

  private struct Enough: Error {}

  @Test(arguments: [true, false])
  func whoAsksMayEndAllOfThem(isAtTheDoor: Bool) throws {
    let client = try Web.client()
    let requests = try (0..<20).map { _ in try Web.secretive("ok") }
    var (admitted, received) = (0, 0)
    #expect(throws: Enough.self) {
      try client.answers(to: requests, atOnce: 3) { _ in
        if isAtTheDoor, admitted == 5 { throw Enough() }
        admitted += 1
        return .zero
      } received: { _, _ in
        received += 1
        // Also those that come after are not wanted, and taken all the same.
        if !isAtTheDoor, received >= 5 { throw Enough() }
      }
    }
    #expect(isAtTheDoor ? admitted == 5 : (5...8).contains(admitted))
    #expect(received == admitted, "what was on its way came in")
    // Nothing of them is left, and the client is as good as before.
    #expect(try client.answer(to: Web.secretive("ok")).status == 200)
  }

  @Test func whatDoesNotComeSoonIsLeft() throws {
    let rules = try Web.rules(tries: 2, total: .seconds(25))
    let client = WebClient(rules, random: SplitMix64(seed: 1))
    let paths = ["ok", "ok", "silence", "steps?key=left&steps=503,200"]
    var found: Set<Int> = []
    let start = Pauses.real.now()
    #expect(throws: Enough.self) {
      try client.answers(to: paths.map { try Web.secretive($0) }, atOnce: 4) { index, _ in
        found.insert(index)
        if index > 0 { throw Enough() }
      }
    }
    // One that would have been tried again has what came of it.
    #expect(found == [0, 1, 3])
    #expect(Pauses.real.now() - start < .seconds(15))
  }

  @Test func theFirstFindsTheWayBeforeOthersAreLetIn() throws {
    var rules = try Web.rules(total: .seconds(60))
    rules.limits.connecting = .milliseconds(700)
    let requests = try (0..<4).map { _ in try Web.secretive("ok", at: "mute") }
    var (letIn, letInBeforeFirst) = (0, 0)
    WebClient(rules, random: SplitMix64(seed: 1)).answers(to: requests, atOnce: 4) { _ in
      letIn += 1
      return .zero
    } received: { _, _ in
      if letInBeforeFirst == 0 { letInBeforeFirst = letIn }
    }
    // Else what was let in one after the other would go out at once, when the connection stands.
    #expect(letInBeforeFirst == 1 && letIn == 4)
  }

  @Test func oneThatNeverShakesHandsDoesNotKeepTheOthersInALine() throws {
    var rules = try Web.rules(total: .seconds(60))
    rules.limits.connecting = .milliseconds(700)
    rules.deadline = .seconds(120)
    let requests = try (0..<8).map { _ in try Web.secretive("ok", at: "mute") }
    var ends: [Duration] = []
    let client = WebClient(rules, random: SplitMix64(seed: 1))
    try client.answers(to: requests, atOnce: 8) { _, outcome in
      ends.append(Pauses.real.now())
      #expect(outcome.error?.code == "timed-out")
      Canary.expectNone(in: outcome)
    }
    // One after the other they would be as far apart as the limit.
    #expect(ends.count == 8 && (ends.max() ?? .zero) - (ends.min() ?? .zero) < .seconds(7 * 0.7))
  }

  @Test func whoLosesInterestIsNotKeptWaiting() throws {
    let time = FakeTime()
    let paths = ["ok", "silence", "silence", "ok", "ok"]
    var found: [(index: Int, outcome: Outcome)] = []
    try Web.client(Web.rules(total: .seconds(25)), time: time).answers(
      to: try paths.map { try Web.secretive($0) }, atOnce: 3
    ) { index, outcome in
      found.append((index, outcome))
      time.interrupt()
    }
    let host = try Web.host()
    #expect(found.map(\.index) == [0, 1, 2, 3, 4] && found[0].outcome.error == nil)
    #expect(found.dropFirst().allSatisfy { $0.outcome.error == .interrupted(host: host) })
    found.forEach { Canary.expectNone(in: $0.outcome) }
  }

  @Test func whoLosesInterestInAPauseIsNotKeptWaiting() throws {
    let time = FakeTime()
    time.interrupt(at: .seconds(2))
    let client = try Web.client(Web.rules(tries: 2), time: time)
    let request = try Web.secretive("steps?key=lost-pause&steps=503,200&after=50")
    #expect(try Web.failure(of: request, client) == .interrupted(host: try Web.host()))
    #expect(time.pauses.now() <= .seconds(3))
    let second = FakeTime()
    second.interrupt(at: .seconds(2))
    let found = outcomes([request], try Web.client(time: second), atOnce: 1) { _ in .seconds(50) }
    #expect(found.first?.outcome.error == .interrupted(host: try Web.host()))
    #expect(second.pauses.now() <= .seconds(3))
  }

  @Test(arguments: ["good", "plain"])
  func connectionsAreKeptForAllKindsOfCalls(server: String) throws {
    let key = "kept-\(server)"
    let request = WebRequest(.get, try Web.address("ok?key=\(key)", at: server))
    let client = try Web.client()
    _ = try client.answer(to: request)
    _ = outcomes(Array(repeating: request, count: 5), client, atOnce: 1)
    _ = try client.answer(to: request)
    #expect(Set(try Web.arrivals(key).map(\.connection)).count == 1)
    _ = outcomes(Array(repeating: request, count: 40), client, atOnce: 10)
    _ = outcomes(Array(repeating: request, count: 40), client, atOnce: 10)
    let connections = Set(try Web.arrivals(key).map(\.connection)).count
    #expect(connections <= 10)
  }

  @Test func aServerThatGoesAwayDoesNotEndTheProgram() async {
    await #expect(processExitsWith: .success) {
      let requests = try (0..<20).map { number in
        WebRequest(
          .put, try Web.address(number % 2 == 0 ? "reset-before" : "early"),
          body: .init([UInt8](repeating: 1, count: 400_000), type: "text/plain"), mayRepeat: true)
      }
      var count = 0
      try Web.client().answers(to: requests, atOnce: 8) { _, _ in count += 1 }
      #expect(count == 20)
    }
  }

  @Test func onlyWhatMayBeRepeatedIsSentWithOthers() async {
    await #expect(processExitsWith: .failure) {
      let order = WebRequest(.post, try WebAddress("https://a.invalid"))
      try Web.client().answers(to: [order], atOnce: 1) { _, _ in }
    }
  }

  @Test func aClientIsNotAskedInTheMiddleOfAnAnswer() async {
    await #expect(processExitsWith: .failure) {
      let request = WebRequest(.get, try Web.address("ok"))
      let client = try Web.client()
      try client.answers(to: [request], atOnce: 1) { _, _ in
        _ = try? client.answer(to: request)
      }
    }
  }
}

extension Result {
  /// The failure, if it is one.
  fileprivate var error: Failure? {
    if case .failure(let error) = self { error } else { nil }
  }
}
