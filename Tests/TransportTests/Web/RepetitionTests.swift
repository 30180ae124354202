import TestSupport
import Testing
import Transport

/// When a request is tried again, and how long is waited before.
@Suite(.needsWeb) struct RepetitionTests {
  private func read(
    _ path: String, tries: Int = 3, time: FakeTime, seed: UInt64 = 1
  ) throws -> WebAnswer {
    try Web.client(Web.rules(tries: tries), time: time, seed: seed)
      .answer(to: WebRequest(.get, Web.address(path)))
  }

  /// Whether a pause is that long, give or take a fifth.
  private func isPause(_ pause: Duration, around seconds: Double) -> Bool {
    (0.8..<1.2).contains(pause / .seconds(seconds))
  }

  @Test func aBusyServerIsAskedOnceMore() throws {
    let time = FakeTime()
    #expect(try read("steps?key=busy&steps=503,200", time: time).status == 200)
    #expect(try Web.arrivals("busy").count == 2)
    #expect(time.waits.count == 1 && isPause(time.waits[0], around: 0.5))
  }

  @Test(arguments: ["503", "429", "500", "502", "504", "408"])
  func afterTheLastTryTheAnswerIsReturned(status: String) throws {
    let time = FakeTime()
    let answer = try read("steps?key=last-\(status)&steps=\(status)", time: time)
    #expect("\(answer.status)" == status)
    #expect(try Web.arrivals("last-\(status)").count == 3)
    #expect(time.waits.count == 2 && isPause(time.waits[1], around: 1))
  }

  @Test(arguments: ["400", "401", "403", "404", "409", "501"])
  func aClearAnswerIsNotAskedForAgain(status: String) throws {
    let time = FakeTime()
    _ = try read("steps?key=clear-\(status)&steps=\(status)", time: time)
    #expect(try Web.arrivals("clear-\(status)").count == 1)
  }

  @Test func aConnectionThatEndsIsTriedAgain() throws {
    let time = FakeTime()
    #expect(try read("steps?key=ends&steps=close,close,200", time: time).status == 200)
    #expect(try Web.arrivals("ends").count == 3)
  }

  @Test(arguments: ["old", "unknown", "nobody"])
  func whatCannotBeHelpedFailsWithTheRightError(server: String) throws {
    let time = FakeTime()
    let client = try Web.client(Web.rules(tries: 3), time: time)
    let error = try Web.failure(of: Web.secretive("ok", at: server), client)
    #expect(time.waits.count == (error.code == "certificate" ? 0 : 2))
  }

  @Test(arguments: ["503,200", "429,200", "close,200", "500,200"])
  func nothingIsRepeatedThatMustNotBe(steps: String) throws {
    let key = "once-\(steps.prefix(3))"
    let client = try Web.client(Web.rules(tries: 3))
    let request = WebRequest(
      .post, try Web.address("steps?key=\(key)&steps=\(steps)&after=1"),
      body: .init([1], type: "text/plain"))
    _ = try? client.answer(to: request)
    #expect(try Web.arrivals(key).count == 1)
  }

  @Test func whatIsSaidToBeRepeatableIsRepeated() throws {
    let client = try Web.client(Web.rules(tries: 3))
    let request = WebRequest(
      .put, try Web.address("steps?key=repeatable&steps=503,close,200"),
      body: .init([1], type: "text/plain"), mayRepeat: true)
    #expect(try client.answer(to: request).status == 200)
    #expect(try Web.arrivals("repeatable").map { Array($0.body) } == [[1], [1], [1]])
  }

  @Test(arguments: ["good", "plain"], ["", "&reset"])
  func anOrderOnAConnectionThatEndsIsSentOnce(server: String, way: String) throws {
    let key = "order-\(server)\(way.count)"
    let client = try Web.client(Web.rules(tries: 3))
    let path = "once-a-connection?key=\(key)\(way)"
    // The connection is there and was good; the server closes it on the second request.
    for _ in 0..<2 {
      _ = try client.answer(to: WebRequest(.get, Web.address("ok", at: server)))
      let order = WebRequest(
        .post, try Web.address(path, at: server), body: .init([1], type: "text/plain"))
      #expect(try client.answer(to: order).status == 200)
    }
    #expect(try Web.arrivals(key).count == 2)
  }

  @Test(arguments: ["close-before", "reset-before", "cut-length", "cut-headers"])
  func anOrderWithoutAnAnswerIsSentOnce(path: String) throws {
    let key = "lost-\(path)"
    let client = try Web.client(Web.rules(tries: 3))
    _ = try client.answer(to: WebRequest(.get, Web.address("ok")))
    let order = try Web.secretive("\(path)?key=\(key)", method: .post)
    #expect(try Web.failure(of: order, client) == .incomplete(host: try Web.host()))
    #expect(try Web.arrivals(key).count == 1)
  }

  @Test(arguments: [
    ("1", 1), ("60", 60), ("%2060%20", 60), ("Fri,%2020%20Nov%202026%2010:00:30%20GMT", 30),
    ("Friday,%2020-Nov-26%2010:00:05%20GMT", 5), ("Fri%20Nov%2020%2010:00:09%202026", 9),
  ])
  func theServersWishIsObeyed(after: String, seconds: Int) throws {
    let time = FakeTime()
    let key = "wish-\(after.count)-\(seconds)"
    var rules = try Web.rules(tries: 2)
    rules.deadline = .seconds(100)
    let answer = try Web.client(rules, time: time).answer(
      to: WebRequest(.get, Web.address("steps?key=\(key)&steps=429,200&after=\(after)")))
    #expect(answer.status == 200)
    #expect(time.waits == [.seconds(seconds)])
  }

  @Test(arguments: [
    "0", "-5", "soon", "1.5", "1e3", "99999999999999999999999", "100000", "%2B5", "0x10", "5s",
    "Fri,%2020%20Nov%202026%2009:59:00%20GMT", "Fri,%2020%20Nov%202099%2010:00:00%20GMT", "",
    "Mon,%2020%20Nov%202026%2010:00:30%20GMT", "2026-11-20T10:00:30Z", "%FF%FE",
  ])
  func nonsenseIsNoWish(after: String) throws {
    let time = FakeTime()
    let key = "nonsense-\(abs(after.hashValue))"
    let answer = try read("steps?key=\(key)&steps=503,200&after=\(after)", time: time)
    #expect(answer.status == 200)
    #expect(time.waits.count == 1 && isPause(time.waits[0], around: 0.5))
  }

  @Test(arguments: [
    ("61", 61), ("3600", 3600), ("Fri,%2020%20Nov%202026%2011:00:00%20GMT", 3600),
  ])
  func aLongWishEndsTheWork(after: String, seconds: Int) throws {
    let time = FakeTime()
    let path = "steps?key=long-\(seconds)-\(after.count)&steps=429,200&after=\(after)"
    let client = try Web.client(Web.rules(tries: 3), time: time)
    let error = try Web.failure(of: Web.secretive(path), client)
    #expect(error == .askedToWait(host: try Web.host(), seconds: seconds))
    #expect(error.exitClass == .tryLater && time.waits.isEmpty)
  }

  @Test func theWishIsReadByTheClockOfTheServer() throws {
    let time = FakeTime()
    let date = "Fri,%2020%20Nov%202026%2009:00:00%20GMT"
    let after = "Fri,%2020%20Nov%202026%2009:00:20%20GMT"
    let answer = try read(
      "steps?key=skewed&steps=503,200&after=\(after)&date=\(date)", time: time)
    #expect(answer.status == 200 && time.waits == [.seconds(20)])
  }

  @Test func allTriesTogetherHaveADeadline() throws {
    let time = FakeTime()
    var rules = try Web.rules(tries: 100)
    rules.deadline = .seconds(30)
    let answer = try Web.client(rules, time: time)
      .answer(to: WebRequest(.get, Web.address("steps?key=deadline&steps=503")))
    #expect(answer.status == 503)
    #expect(time.waits.reduce(.zero, +) < .seconds(30) && time.waits.count < 100)
    let wish = try Web.failure(
      of: Web.secretive("steps?key=deadline-wish&steps=503&after=31"),
      Web.client(rules, time: FakeTime()))
    #expect(wish == .askedToWait(host: try Web.host(), seconds: 31))
  }

  @Test func thePausesFollowFromTheSeed() throws {
    let waits = try [1, 1, 2].map { (seed: UInt64) in
      let time = FakeTime()
      _ = try read("steps?key=seed&steps=503", tries: 5, time: time, seed: seed)
      return time.waits
    }
    #expect(waits[0] == waits[1] && waits[0] != waits[2] && waits[0].count == 4)
  }
}
