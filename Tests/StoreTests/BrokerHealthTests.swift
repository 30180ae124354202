import Scalars
import TestSupport
import Testing

@testable import Store

/// The calls of brokers in the store.
struct BrokerHealthTests {
  private let store: Store

  init() throws {
    store = try Place().open()
  }

  private func call(
    _ at: Int64, run: String = "run", number: Int64 = 0, _ failure: BrokerCall.Failure? = nil
  ) -> BrokerCall {
    BrokerCall(
      at: Timestamp(milliseconds: 1_800_000_000_000 + at), run: run, number: number,
      failure: failure, durationMicroseconds: 1000 + at)
  }

  @Test func theLatestComeInTheirOrder() throws {
    let calls = (0..<120 as Range<Int64>).map { number in
      call(number / 3, number: number, number % 2 == 0 ? nil : .network)
    }
    #expect(try store.keep(calls.shuffled(), of: "angelone") == 120)
    for most in [0, 1, 5, 119, 120, 121] {
      let found = try store.latestCalls(of: "angelone", most: most)
      #expect(found == calls.suffix(most))
    }
    #expect(try store.latestCalls(of: "angelone", most: -1) == [])
    #expect(try store.latestCalls(of: "kite", most: 5) == [])
  }

  @Test func thoseOfASpanComeInTheirOrder() throws {
    let calls = (0..<40 as Range<Int64>).map { call($0 * 10, number: $0) }
    try store.keep(calls.shuffled(), of: "kite")
    #expect(try store.calls(of: "kite", since: calls[7].at) == Array(calls[7...]))
    #expect(try store.calls(of: "kite", since: calls[39].at + TimeSpan(milliseconds: 1)) == [])
    #expect(try store.calls(of: "angelone", since: calls[0].at) == [])
    #expect(try store.calledBrokers() == ["kite"])
    try store.keep([call(1)], of: "angelone")
    #expect(try store.calledBrokers() == ["angelone", "kite"])
  }

  @Test func everyClassOfFailureComesBack() throws {
    let failures: [BrokerCall.Failure?] = [nil] + BrokerCall.Failure.allCases
    let calls = failures.enumerated().map { call(Int64($0.offset), $0.element) }
    try store.keep(calls, of: "kite")
    #expect(try store.latestCalls(of: "kite", most: 9) == calls)
  }

  @Test func aRunThatIsRepeatedAddsNothing() throws {
    let calls = [call(1), call(1, number: 1, .session), call(1, run: "other")]
    #expect(try store.keep(calls, of: "kite") == 3)
    #expect(try store.keep([call(1, .unknown)] + calls, of: "kite") == 0)
    #expect(try store.keep(calls, of: "angelone") == 3)
    #expect(try store.keep([], of: "kite") == 0)
    #expect(Set(try store.latestCalls(of: "kite", most: 9).map(\.run)) == ["run", "other"])
    #expect(try store.latestCalls(of: "kite", most: 9).compactMap(\.failure) == [.session])
  }

  @Test func aTimeBelowZeroIsRefusedWithAllThatCameWithIt() throws {
    let backwards = BrokerCall(
      at: Timestamp(milliseconds: 5), run: "run", number: 1, durationMicroseconds: -1)
    #expect(throws: StoreError.self) { try store.keep([call(1), backwards], of: "kite") }
    #expect(try store.latestCalls(of: "kite", most: 9) == [])
  }

  @Test func aClassThatIsNotKnownIsAFailureAllTheSame() throws {
    try store.database.run(
      "INSERT INTO broker_health VALUES ('kite', 1, 'run', 0, 0, 'later', 7)", name: "test")
    #expect(try store.latestCalls(of: "kite", most: 1).map(\.failure) == [.unknown])
  }
}
