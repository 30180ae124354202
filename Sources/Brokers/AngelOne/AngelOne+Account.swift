internal import Records
package import Scalars

/// What Angel One says of an account.
extension AngelOne {
  package var profile: BrokerQuery<Profile> {
    Self.single(SmartAPIRequests.profile) { data throws(WireFault) in
      try SmartAPIDecoding.profile(data)
    }
  }

  package var funds: BrokerQuery<Funds> {
    Self.single(SmartAPIRequests.funds) { data throws(WireFault) in
      try SmartAPIDecoding.funds(data)
    }
  }

  package var orders: BrokerQuery<[BrokerOrder]> {
    Self.list(SmartAPIRequests.orderBook) { data throws(WireFault) in
      try SmartAPIDecoding.orders(data)
    }
  }

  package func fills(on day: Day) -> BrokerQuery<[BrokerFill]> {
    Self.list(SmartAPIRequests.tradeBook) { data throws(WireFault) in
      try SmartAPIDecoding.fills(data, on: day)
    }
  }

  package var positions: BrokerQuery<[BrokerPosition]> {
    Self.list(SmartAPIRequests.positions) { data throws(WireFault) in
      try SmartAPIDecoding.positions(data)
    }
  }

  package var holdings: BrokerQuery<[Holding]> {
    Self.list(SmartAPIRequests.holdings) { data throws(WireFault) in
      try SmartAPIDecoding.holdings(data)
    }
  }

  package func margin(of positions: [MarginPosition]) -> BrokerQuery<MarginEstimate>? {
    guard positions.count <= SmartAPIRequests.mostMarginPositions else { return nil }
    return Self.single(SmartAPIRequests.margin(positions)) { data throws(WireFault) in
      try SmartAPIDecoding.margin(data)
    }
  }

  package func charges(of orders: [ChargedOrder]) -> [BrokerQuery<[ChargeEstimate]>] {
    // Asked for several it gives their sum alone.
    orders.map { order in
      Self.single(SmartAPIRequests.charges([order])) { data throws(WireFault) in
        [try SmartAPIDecoding.charges(data)]
      }
    }
  }
}
