package import Brokers
package import Market
private import Scalars
package import Store

/// What a broker lists, wherever its list lies.
package enum InstrumentListing {
  /// In the store.
  case kept(Store, InstrumentList, broker: String)
  /// In memory.
  case held(InstrumentIndex, IndexNames)

  /// What is listed on an underlying, the underlying itself included where it is an index.
  package func instruments(of underlying: String) throws -> [ListedInstrument] {
    switch self {
    case .kept(let store, let list, let broker):
      try store.instruments(of: underlying, in: list, of: broker).compactMap {
        ListedInstrument($0)
      }
    case .held(let index, let names):
      index.candidates(for: underlying).filter { $0.subject(names) == underlying }
    }
  }

  /// What is listed under a symbol.
  package func instruments(named symbol: String) throws -> [ListedInstrument] {
    switch self {
    case .kept(let store, let list, let broker):
      try store.instruments(named: symbol, in: list, of: broker).compactMap { ListedInstrument($0) }
    case .held(let index, _): index.named(symbol)
    }
  }

  /// What has a text in its symbol or its underlying; by underlying, expiry and strike.
  package func instruments(matching text: String) throws -> [ListedInstrument] {
    switch self {
    case .kept(let store, let list, let broker):
      return try store.instruments(matching: text, in: list, of: broker)
        .compactMap { ListedInstrument($0) }
    case .held(let index, _):
      return index.table.filter {
        $0.symbol.contains(text: text) || $0.underlying.contains(text: text)
      }
      .sorted { $0.order < $1.order }
    }
  }
}

extension InstrumentTable {
  fileprivate func filter(_ isWanted: (ListedInstrument) -> Bool) -> [ListedInstrument] {
    (0..<count).lazy.map { self[$0] }.filter { row in
      (row.kind == .index || row.kind == .future || row.kind == .option) && isWanted(row)
    }
  }
}

extension ListedInstrument {
  /// What it is on: of an index its usual name, whatever the broker calls it.
  func subject(_ names: IndexNames) -> String {
    guard kind == .index else { return underlying }
    let exchange: Exchange = key.segment == .bse ? .bse : .nse
    return names.index(named: symbol, exchange) ?? names.index(named: underlying, exchange)
      ?? underlying
  }

  /// A row of the store.
  fileprivate init?(_ record: InstrumentRecord) {
    guard let segment = ExchangeSegment(name: record.exchange) else { return nil }
    let kind: InstrumentKind
    switch record.kind {
    case .index: kind = .index
    case .future: kind = .future
    case .option: kind = .option
    case .other: return nil
    }
    self.init(
      key: InstrumentKey(segment, record.token), symbol: record.symbol,
      underlying: record.underlying, kind: kind, expiry: record.expiry,
      strike: record.strikePaise.map { Money(paise: $0) },
      right: record.isCall.map { $0 ? .call : .put }, lot: record.lot,
      tick: record.tickPaise == 0 ? nil : Money(paise: record.tickPaise), freeze: nil)
  }

  fileprivate var order: (String, Int32, Int64, Int, String) {
    (
      underlying, expiry?.daysSince1970 ?? .min, strike?.paise ?? .min, right == .put ? 1 : 0,
      symbol
    )
  }
}
