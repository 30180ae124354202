import Scalars

/// The parts of a symbol as one grammar finds them, not yet looked at.
struct SymbolCandidate {
  let grammar: SymbolGrammar
  var year: Int
  var month: Int
  /// Nil where only the month is named.
  var day: Int?
  /// The digits of the strike; nil for a future.
  var strike: ArraySlice<UInt8>?
  var right: OptionRight?

  /// Takes what follows the underlying apart; nil where it has another shape.
  init?(_ grammar: SymbolGrammar, _ text: ArraySlice<UInt8>) {
    self.init(grammar, reading: SymbolCursor(text))
  }

  private init?(_ grammar: SymbolGrammar, reading start: SymbolCursor) {
    var cursor = start
    self.grammar = grammar
    (year, month) = (0, 0)
    let isRead =
      switch grammar {
      case .underscore:
        cursor.take("_") && readDayFirst(&cursor) && cursor.take("_") && readStrike(&cursor)
          && readRight(&cursor)
      case .fullDate: readDayFirst(&cursor) && readTerms(&cursor)
      case .kiteMonthly: readYear(&cursor) && readMonth(&cursor) && readTerms(&cursor)
      case .kiteWeekly: readYear(&cursor) && readShortMonthAndDay(&cursor) && readOption(&cursor)
      case .noren: readDayFirst(&cursor) && readLetter(&cursor) && readStrike(&cursor)
      case .nseIdentifier: readIdentifier(&cursor)
      case .yymmdd: readYear(&cursor) && readNumbers(&cursor) && readOption(&cursor)
      }
    guard isRead, cursor.isAtEnd else { return nil }
  }

  private mutating func readYear(_ cursor: inout SymbolCursor) -> Bool {
    guard let short = cursor.number(digits: 2) else { return false }
    year = 2000 + short
    return true
  }

  private mutating func readMonth(_ cursor: inout SymbolCursor) -> Bool {
    guard let found = cursor.month() else { return false }
    month = found
    return true
  }

  private mutating func readDayFirst(_ cursor: inout SymbolCursor) -> Bool {
    day = cursor.number(digits: 2)
    return day != nil && readMonth(&cursor) && readYear(&cursor)
  }

  private mutating func readShortMonthAndDay(_ cursor: inout SymbolCursor) -> Bool {
    guard let found = cursor.shortMonth() else { return false }
    month = found
    day = cursor.number(digits: 2)
    return day != nil
  }

  private mutating func readNumbers(_ cursor: inout SymbolCursor) -> Bool {
    guard let found = cursor.number(digits: 2) else { return false }
    month = found
    day = cursor.number(digits: 2)
    return day != nil
  }

  private mutating func readIdentifier(_ cursor: inout SymbolCursor) -> Bool {
    day = cursor.number(digits: 2)
    guard day != nil, cursor.take("-"), let month = cursor.number(digits: 2), cursor.take("-"),
      let year = cursor.number(digits: 4)
    else { return false }
    (self.year, self.month) = (year, month)
    guard readRight(&cursor), readStrike(&cursor) else { return false }
    return cursor.isAtEnd || cursor.take(".00")
  }

  private mutating func readTerms(_ cursor: inout SymbolCursor) -> Bool {
    cursor.take("FUT") || readOption(&cursor)
  }

  private mutating func readOption(_ cursor: inout SymbolCursor) -> Bool {
    readStrike(&cursor) && readRight(&cursor)
  }

  private mutating func readStrike(_ cursor: inout SymbolCursor) -> Bool {
    strike = cursor.digits()
    return strike != nil
  }

  private mutating func readRight(_ cursor: inout SymbolCursor) -> Bool {
    right = OptionRight.allCases.first { cursor.take($0.rawValue) }
    return right != nil
  }

  private mutating func readLetter(_ cursor: inout SymbolCursor) -> Bool {
    right = OptionRight.allCases.first { cursor.take($0.letter) }
    return right != nil
  }
}

extension SymbolCandidate {
  /// The years in which a symbol can be.
  private static let years = 2015...2040

  /// What the parts mean, where they can be.
  func reading(on underlying: Underlying) throws(SymbolProblem.Reason) -> SymbolReading {
    SymbolReading(
      grammar: grammar, underlying: underlying.name, expiry: try expiry(),
      terms: try terms(on: underlying))
  }

  private func expiry() throws(SymbolProblem.Reason) -> SymbolReading.NamedExpiry {
    guard Self.years.contains(year) else { throw .yearOutOfRange(year) }
    guard let day else {
      guard (1...12).contains(month) else { throw .noSuchDay }
      return .month(year: year, month: month)
    }
    guard let date = Day(year: year, month: month, day: day) else { throw .noSuchDay }
    return .day(date)
  }

  private func terms(on underlying: Underlying) throws(SymbolProblem.Reason) -> Contract.Terms {
    guard let strike, let right else { return .future }
    guard let band = underlying.strikes else { throw .noOptions }
    guard strike.first != UInt8(ascii: "0") else { throw .leadingZero }
    let rupees = strike.reduce(Int64(0)) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
    let price = Money(rupees: rupees)
    guard band.contains(price) else { throw .outsideBand(strike: price, band: band) }
    return .option(strike: price, right: right)
  }
}
