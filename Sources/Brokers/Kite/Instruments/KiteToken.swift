/// The number by which Kite knows an instrument: that of the exchange, and behind it a segment.
///
/// Indices of all exchanges share a segment of their own and have numbers that no exchange gave them.
/// They are known by the whole number, so that none is taken for a share.
package struct KiteToken: Sendable, Hashable {
  /// The number.
  package let number: UInt32

  /// The segment of indices.
  static let indices: UInt8 = 9

  /// Takes a number of Kite's.
  package init(_ number: UInt32) { self.number = number }

  /// The number of an instrument; nil where it is on an exchange that Kite does not have, or its key
  /// does not fit into one.
  package init?(_ key: InstrumentKey, isIndex: Bool = false) {
    guard let own = UInt32(key.token), key.token.utf8.first != UInt8(ascii: "+") else { return nil }
    if isIndex {
      guard UInt8(truncatingIfNeeded: own) == Self.indices else { return nil }
      number = own
      return
    }
    guard let segment = key.segment.kiteNumber, own >> 24 == 0 else { return nil }
    number = own << 8 | UInt32(segment)
  }

  /// The number of an instrument of Kite's list.
  package init?(_ instrument: ListedInstrument) {
    self.init(instrument.key, isIndex: instrument.kind == .index)
  }

  /// The part that says where it is listed.
  var segment: UInt8 { UInt8(truncatingIfNeeded: number) }

  /// Whether it is that of an index.
  var isIndex: Bool { segment == Self.indices }

  /// What it stands for; nil for an index, whose number does not say on which exchange it is, and for
  /// a segment that is not known.
  package var key: InstrumentKey? {
    ExchangeSegment(kiteNumber: segment).map { InstrumentKey($0, String(number >> 8)) }
  }
}

extension ExchangeSegment {
  /// The number by which Kite knows it; nil where Kite does not have it.
  var kiteNumber: UInt8? {
    switch self {
    case .nse: 1
    case .nfo: 2
    case .cds: 3
    case .bse: 4
    case .bfo: 5
    case .bcd: 6
    case .mcx: 7
    case .nco: 12
    case .ncdex: nil
    }
  }

  /// The segment of such a number.
  init?(kiteNumber: UInt8) {
    switch kiteNumber {
    case 1: self = .nse
    case 2: self = .nfo
    case 3: self = .cds
    case 4: self = .bse
    case 5: self = .bfo
    case 6: self = .bcd
    case 7: self = .mcx
    case 12: self = .nco
    default: return nil
    }
  }
}
