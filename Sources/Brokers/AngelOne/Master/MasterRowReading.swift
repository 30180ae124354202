internal import Market
internal import Scalars

/// Why a row of a master is left out.
///
/// The others are read all the same.
package enum MasterFlaw: String, Error, Sendable, Hashable, CaseIterable {
  /// It has no token that is a text of digits.
  case token
  /// It has no symbol, or one with characters that symbols do not have.
  case symbol
  /// Its segment is missing or not known.
  case segment
  /// Its expiry is no day.
  case expiry
  /// A number is no whole one where it must be, or too large, or below zero.
  case number
  /// It is an option without a strike, a right or an expiry, or a future without an expiry.
  case contract
  /// It has more values or fewer than the first row names, or one that is no text.
  case cells
}

extension MasterFields {
  /// Understands the values of a row.
  func row(_ bytes: Span<UInt8>) throws(MasterFlaw) -> InstrumentRow {
    guard MasterFields.isToken(bytes.extracting(self[.token].range)) else { throw .token }
    guard let segment = MasterFields.segment(bytes.extracting(self[.segment].range)) else {
      throw .segment
    }
    let kind = MasterFields.kind(bytes.extracting(self[.type].range), in: segment)
    let symbol = self[.symbol].range
    let isContract = kind == .option || kind == .future
    guard MasterFields.isSymbol(bytes.extracting(symbol), isContract: isContract) else {
      throw .symbol
    }
    var row = InstrumentRow(
      token: self[.token].range, symbol: symbol, underlying: self[.name].range, segment: segment,
      kind: kind)
    row.expiry = try expiry(bytes)
    row.lot = try count(bytes, self[.lot])
    row.freeze = try count(bytes, self[.freeze])
    row.tick = try count(bytes, self[.tick]).map { Money(paise: $0) }
    if kind == .option {
      row.strike = try strike(bytes, in: segment)
      row.right = MasterText.right(bytes.extracting(symbol))
      guard row.strike != nil, row.right != nil else { throw .contract }
    }
    guard !isContract || row.expiry != nil && !self[.name].isEmpty else { throw .contract }
    return row
  }

  private func expiry(_ bytes: Span<UInt8>) throws(MasterFlaw) -> Day? {
    if self[.expiry].isEmpty { return nil }
    guard let day = MasterText.day(bytes.extracting(self[.expiry].range)) else { throw .expiry }
    return day
  }

  /// The strike in paise: what is written is a hundred times the rupees, and for currencies a
  /// hundred thousand times that.
  ///
  /// What is not above zero is no strike.
  private func strike(
    _ bytes: Span<UInt8>, in segment: ExchangeSegment
  ) throws(MasterFlaw) -> Money? {
    if self[.strike].isEmpty { return nil }
    guard let written = MasterText.whole(bytes.extracting(self[.strike].range)) else {
      throw .number
    }
    guard written > 0 else { return nil }
    guard segment == .cds else { return Money(paise: written) }
    let (paise, rest) = written.quotientAndRemainder(dividingBy: 100_000)
    guard rest == 0 else { throw .number }
    return Money(paise: paise)
  }

  /// A number of units or of paise; nil where it is missing or zero.
  private func count(_ bytes: Span<UInt8>, _ place: Place) throws(MasterFlaw) -> Int64? {
    if place.isEmpty { return nil }
    guard let number = MasterText.whole(bytes.extracting(place.range)),
      (0...Int64(Int32.max)).contains(number)
    else { throw .number }
    return number == 0 ? nil : number
  }

  static func isToken(_ text: Span<UInt8>) -> Bool {
    guard (1...20).contains(text.count) else { return false }
    for index in 0..<text.count where !MasterText.isDigit(text[index]) { return false }
    return true
  }

  /// Symbols of contracts are of capitals, digits and three marks; those of shares and indices may have
  /// blanks and small letters, but nothing beyond ASCII.
  static func isSymbol(_ text: Span<UInt8>, isContract: Bool) -> Bool {
    guard (1...64).contains(text.count) else { return false }
    for index in 0..<text.count {
      let byte = text[index]
      let isFit =
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
          UInt8(ascii: "&"), UInt8(ascii: "-"), UInt8(ascii: "_"):
          true
        // Strikes of currencies and of cheap shares have a point.
        case UInt8(ascii: "."): true
        default: !isContract && byte >= 0x20 && byte < 0x7F
        }
      guard isFit else { return false }
    }
    return true
  }

  static func segment(_ text: Span<UInt8>) -> ExchangeSegment? {
    switch MasterText.word(text) {
    case 0x4E_5345: .nse
    case 0x42_5345: .bse
    case 0x4E_464F: .nfo
    case 0x42_464F: .bfo
    case 0x4D_4358: .mcx
    case 0x43_4453: .cds
    case 0x4E_4344_4558: .ncdex
    case 0x4E_434F: .nco
    case 0x42_4344: .bcd
    default: nil
    }
  }

  private static func kind(_ text: Span<UInt8>, in segment: ExchangeSegment) -> InstrumentKind {
    guard text.count > 0 else { return segment.listsDerivatives ? .other : .equity }
    guard text.count == 6, let word = MasterText.word(text) else { return .other }
    switch word {
    case 0x414D_5849_4458: return .index
    // Options and futures of every sort begin alike.
    case let word where word >> 24 == 0x4F_5054: return .option
    case let word where word >> 24 == 0x46_5554: return .future
    default: return .other
    }
  }
}
