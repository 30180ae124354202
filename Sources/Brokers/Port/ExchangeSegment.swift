/// The part of an exchange on which something is listed, as brokers name it.
package enum ExchangeSegment: UInt8, CaseIterable, Sendable {
  /// Shares and indices of NSE and of BSE.
  case nse, bse
  /// Futures and options of NSE and of BSE on shares and indices.
  case nfo, bfo
  /// Commodities of MCX, and currencies.
  case mcx, cds
  /// Commodities of NCDEX and of NSE.
  case ncdex, nco
  /// Currencies of BSE.
  case bcd

  /// Its name.
  package var name: String {
    switch self {
    case .nse: "NSE"
    case .bse: "BSE"
    case .nfo: "NFO"
    case .bfo: "BFO"
    case .mcx: "MCX"
    case .cds: "CDS"
    case .ncdex: "NCDEX"
    case .nco: "NCO"
    case .bcd: "BCD"
    }
  }

  /// The segment of a name, written in capitals.
  package init?(name: String) {
    guard let found = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = found
  }

  /// Whether it lists futures and options, which alone have an open interest.
  package var listsDerivatives: Bool { self != .nse && self != .bse }
}
