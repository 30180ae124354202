internal import Market
internal import Scalars

/// A broker's list of instruments, packed: some sixty bytes a row, their texts included.
///
/// Rows are numbered in the order in which they came.
package struct InstrumentTable: Sendable, InstrumentSink {
  /// A row, whose texts stand among those of all rows: the token, and behind it the symbol.
  struct Row: Sendable {
    var textStart: UInt32
    var name: UInt32
    var strike: Int64
    var expiry: Int32
    var lot: Int32
    var freeze: Int32
    var tick: Int32
    var tokenCount: UInt8
    var symbolCount: UInt8
    var segment: ExchangeSegment
    var kind: InstrumentKind
    /// 1 for a call, 2 for a put.
    var right: UInt8
  }

  /// Stands for a whole number that a row does not have.
  static let none = Int32.min

  private(set) var rows: [Row] = []
  private(set) var texts: [UInt8] = []
  private(set) var names: [String] = []
  private var nameRanges: [Range<Int>] = []
  private var nameTexts: [UInt8] = []
  private var nameIndex = RowIndex(rows: 1 << 15)
  /// How many rows had a number that does not fit, or were more than an index can count.
  package private(set) var unfit = 0

  /// Creates an empty table.
  package init() {}

  /// How many rows there are.
  package var count: Int { rows.count }

  /// Takes a row.
  package mutating func take(_ row: InstrumentRow, in bytes: Span<UInt8>) {
    guard let lot = Self.packed(row.lot), let freeze = Self.packed(row.freeze),
      let tick = Self.packed(row.tick?.paise), row.token.count < 256, row.symbol.count < 256,
      texts.count + 512 < UInt32.max
    else {
      unfit += 1
      return
    }
    let start = texts.count
    append(bytes.extracting(row.token))
    append(bytes.extracting(row.symbol))
    rows.append(
      Row(
        textStart: UInt32(start), name: name(bytes.extracting(row.underlying)),
        strike: row.strike?.paise ?? .min, expiry: row.expiry?.daysSince1970 ?? Self.none,
        lot: lot, freeze: freeze, tick: tick, tokenCount: UInt8(row.token.count),
        symbolCount: UInt8(row.symbol.count), segment: row.segment, kind: row.kind,
        right: Self.code(row.right)))
  }

  /// A number in 32 bits; nil where it does not fit.
  private static func packed(_ number: Int64?) -> Int32? {
    guard let number else { return none }
    guard number >= 0 else { return nil }
    return Int32(exactly: number)
  }

  private static func code(_ right: OptionRight?) -> UInt8 {
    switch right {
    case nil: 0
    case .call: 1
    case .put: 2
    }
  }

  private mutating func append(_ bytes: Span<UInt8>) {
    for index in 0..<bytes.count { texts.append(bytes[index]) }
  }

  /// The number of a name, which all rows of an underlying share.
  private mutating func name(_ bytes: Span<UInt8>) -> UInt32 {
    var hash = RowHash()
    hash.add(bytes)
    let found = nameIndex.first(hash: hash.value) { number in
      let range = nameRanges[number]
      guard range.count == bytes.count else { return false }
      for index in 0..<bytes.count where nameTexts[range.lowerBound + index] != bytes[index] {
        return false
      }
      return true
    }
    if let found { return UInt32(found) }
    return addName(bytes, hash.value)
  }

  private mutating func addName(_ bytes: Span<UInt8>, _ hash: UInt64) -> UInt32 {
    let start = nameTexts.count
    for index in 0..<bytes.count { nameTexts.append(bytes[index]) }
    let number = names.count
    nameRanges.append(start..<nameTexts.count)
    names.append(String(decoding: nameTexts[start...], as: UTF8.self))
    // An index keeps at least half of its slots free.
    if number & (number - 1) == 0, number >= 1 << 15 {
      nameIndex = RowIndex(rows: 2 * number)
      for earlier in 0..<number { nameIndex.add(earlier, hash: nameHash(earlier)) }
    }
    nameIndex.add(number, hash: hash)
    return UInt32(number)
  }

  private func nameHash(_ number: Int) -> UInt64 {
    var hash = RowHash()
    hash.add(nameTexts.span.extracting(nameRanges[number]))
    return hash.value
  }

  /// The number of a name; nil where no row has it.
  func number(of name: String) -> UInt32? {
    var hash = RowHash()
    hash.add(Array(name.utf8).span)
    return nameIndex.first(hash: hash.value) { names[$0] == name }.map { UInt32($0) }
  }
}

extension InstrumentTable {
  /// A row.
  package subscript(_ index: Int) -> ListedInstrument {
    let row = rows[index]
    return ListedInstrument(
      key: InstrumentKey(row.segment, text(row.tokenRange)), symbol: text(row.symbolRange),
      underlying: names[Int(row.name)], kind: row.kind,
      expiry: row.expiry == Self.none ? nil : Day(daysSince1970: row.expiry),
      strike: row.strike == .min ? nil : Money(paise: row.strike),
      right: row.right == 0 ? nil : row.right == 1 ? .call : .put, lot: Self.unpacked(row.lot),
      tick: Self.unpacked(row.tick).map { Money(paise: $0) }, freeze: Self.unpacked(row.freeze))
  }

  private static func unpacked(_ number: Int32) -> Int64? { number == none ? nil : Int64(number) }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: texts[range], as: UTF8.self)
  }
}

extension InstrumentTable.Row {
  var tokenRange: Range<Int> { Int(textStart)..<Int(textStart) + Int(tokenCount) }
  var symbolRange: Range<Int> { tokenRange.upperBound..<tokenRange.upperBound + Int(symbolCount) }
}
