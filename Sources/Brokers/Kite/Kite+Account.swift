internal import Records
package import Scalars

/// What Zerodha says of an account.
extension Kite {
  package var profile: BrokerQuery<Profile> {
    Self.single(KiteRequests.profile) { data throws(WireFault) in try KiteDecoding.profile(data) }
  }

  package var funds: BrokerQuery<Funds> {
    Self.single(KiteRequests.funds()) { data throws(WireFault) in try KiteDecoding.funds(data) }
  }

  package var orders: BrokerQuery<[BrokerOrder]> {
    Self.list(KiteRequests.orderBook) { data throws(WireFault) in try KiteDecoding.orders(data) }
  }

  package func fills(on day: Day) -> BrokerQuery<[BrokerFill]> {
    Self.list(KiteRequests.tradeBook) { data throws(WireFault) in
      try KiteDecoding.fills(data, on: day)
    }
  }

  package var positions: BrokerQuery<[BrokerPosition]> {
    Self.list(KiteRequests.positions) { data throws(WireFault) in
      try KiteDecoding.positions(data).net
    }
  }

  package var holdings: BrokerQuery<[Holding]> {
    Self.list(KiteRequests.holdings) { data throws(WireFault) in try KiteDecoding.holdings(data) }
  }

  package func margin(of positions: [MarginPosition]) -> BrokerQuery<MarginEstimate>? {
    Self.single(KiteRequests.basketMargin(positions, countsPositions: false)) {
      data throws(WireFault) in try KiteDecoding.basketMargin(data)
    }
  }

  package func charges(of orders: [ChargedOrder]) -> [BrokerQuery<[ChargeEstimate]>] {
    if orders.isEmpty { return [] }
    return [
      Self.list(KiteRequests.charges(orders)) { data throws(WireFault) in
        try KiteDecoding.charges(data)
      }
    ]
  }
}
