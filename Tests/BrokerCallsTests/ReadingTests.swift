import BrokerCalls
import Brokers
import Market
import Scalars
import TestSupport
import Testing
import Transport

/// What brokers say of contracts and of the account, each asked for all there is.
@Suite(.needsBrokers, .serialized) struct ReadingTests {
  /// One fake for all of these, with a session at both brokers.
  private static let shared = Result {
    let (brokers, home) = (try FakeBrokers(at: "11:00:00"), try Scratch())
    let desk = try TestDesk(brokers, in: home)
    try brokers.limit(false)
    try desk.desk([.kite]).logIn(
      at: .kite, token: KiteRequestToken(pasted: Secret(try brokers.redirect())))
    return (brokers: brokers, home: home)
  }

  private func ask<Value>(
    _ broker: BrokerID, _ question: (BrokerLine, InstrumentListing) throws -> Value
  ) throws -> Value {
    let (brokers, home) = try Self.shared.get()
    return try TestDesk(brokers, in: home).desk([broker]).ask(question)
  }

  private func option(_ listing: InstrumentListing) throws -> ListedInstrument {
    let options = try listing.instruments(of: "NIFTY").filter { $0.kind == .option }
    let first = try #require(options.compactMap(\.expiry).min())
    let near = options.filter { $0.expiry == first }.sorted {
      ($0.strike?.paise ?? 0, $0.symbol) < ($1.strike?.paise ?? 0, $1.symbol)
    }
    return near[near.count / 2]
  }

  @Test(arguments: BrokerID.allCases)
  func openInterestStandsBesideTheCandlesOfAContract(broker: BrokerID) throws {
    let candles = try ask(broker) { line, listing in
      let today = line.now.day
      let span = try #require(
        HistorySpan(
          from: Timestamp(today, hour: 9, minute: 15),
          through: Timestamp(today, hour: 10, minute: 14)))
      let option = try option(listing)
      let pieces = try line.answers(to: line.broker.candles(of: option, .fiveMinutes, span))
      let points = try line.answers(to: line.broker.openInterest(of: option, .fiveMinutes, span))
      return History.joined(
        History.joined(pieces.map(\.value)), with: History.joined(points.map(\.value)))
    }
    #expect(candles.count == 12)
    #expect(candles.allSatisfy { ($0.openInterest ?? 0) > 0 && $0.low <= $0.high })
  }

  @Test func theBrokersGreeksAreThoseOfTheExpiry() throws {
    let (greeks, expiry) = try ask(.angelOne) { line, listing in
      let expiry = try #require(try option(listing).expiry)
      let question = try #require(line.broker.greeks(of: "NIFTY", expiry: expiry))
      return (try line.answers(to: [question]).flatMap(\.value), expiry)
    }
    #expect(greeks.count > 20)
    for row in greeks {
      #expect(row.contract.underlying == "NIFTY" && row.contract.expiry == expiry)
      guard case .option(_, let right) = row.contract.terms else { throw Absent() }
      #expect(right == .call ? row.delta.doubleValue >= 0 : row.delta.doubleValue <= 0)
    }
    try ask(.kite) { line, _ in #expect(line.broker.greeks(of: "NIFTY", expiry: expiry) == nil) }
  }

  private struct Absent: Error {}

  @Test(arguments: BrokerID.allCases)
  func theBooksOfTheAccountAgree(broker: BrokerID) throws {
    try ask(broker) { line, _ in
      let asked = line.broker
      let funds = try line.answers(to: [asked.funds])
      #expect(funds.first?.value.derived.map { $0.available.paise > 0 } == true)
      let orders = try line.answers(to: [asked.orders]).flatMap(\.value)
      let fills = try line.answers(to: [asked.fills(on: line.now.day)]).flatMap(\.value)
      let positions = try line.answers(to: [asked.positions]).flatMap(\.value)
      let holdings = try line.answers(to: [asked.holdings]).flatMap(\.value)
      #expect(!orders.isEmpty && !fills.isEmpty && !positions.isEmpty && !holdings.isEmpty)
      // Every trade is one of an order, and no order has more than its trades.
      for fill in fills { #expect(orders.contains { $0.id == fill.orderID }) }
      for order in orders {
        let traded = fills.filter { $0.orderID == order.id }.map(\.quantity).reduce(0, +)
        #expect(order.filled == traded, "order \(order.id)")
      }
    }
  }

  @Test(arguments: BrokerID.allCases)
  func theCalculatorsAnswerForEachOrder(broker: BrokerID) throws {
    try ask(broker) { line, listing in
      let option = try option(listing)
      let lot = try #require(option.lot)
      let position = MarginPosition(
        option.key, symbol: option.symbol, .buy, lot, price: Number(100))
      let question = try #require(line.broker.margin(of: [position]))
      let margin = try #require(try line.answers(to: [question]).first?.value)
      #expect(margin.total.doubleValue > 0)
      let orders = [1, 4].map { lots in
        ChargedOrder(
          option.key, name: "NIFTY", symbol: option.symbol, .sell, .carryForward,
          quantity: lot * lots, price: Number(100))
      }
      let charges = try line.answers(to: line.broker.charges(of: orders)).flatMap(\.value)
      #expect(charges.count == 2)
      #expect(charges.map(\.tradeValue.doubleValue) == [1, 4].map { Double(lot * $0) * 100 })
      #expect(charges[0].total.doubleValue < charges[1].total.doubleValue)
    }
  }

  @Test func aMarginForTooManyIsNotAskedFor() throws {
    try ask(.angelOne) { line, listing in
      let position = MarginPosition(try option(listing).key, .buy, 1)
      #expect(line.broker.margin(of: Array(repeating: position, count: 51)) == nil)
      #expect(line.broker.margin(of: Array(repeating: position, count: 50)) != nil)
    }
  }
}

extension BrokerDesk {
  /// Has a question answered by the only broker.
  fileprivate func ask<Value>(
    _ question: (BrokerLine, InstrumentListing) throws -> Value
  ) throws -> Value {
    try router.ask({ _ in LimitGroup.AngelOne.other }) { line in
      try question(line, shelf.listing(of: line))
    }
  }
}
