import Market
import Records
import Scalars

/// Finds out what a row is about, by its fields or by its symbol.
struct OptionRowReader: ~Copyable {
  /// What a row is about.
  enum Subject {
    case option(expiry: Int, strike: Double, isCall: Bool)
    /// A future with its price.
    case future(expiry: Int, price: Double)
    /// An index with its price.
    case index(name: BorrowedText, price: Double)
    /// Something else, which goes on as it is.
    case other
  }

  /// The fields that are read, in the order of their slots.
  enum Slot: Int, CaseIterable {
    case kind, ts, underlying, symbol, exchange, expiry, strike, right, lot, spot, forward, ltp
    case bid, ask, previousClose, age, volatility, price, oi, volume, forwardSource

    var name: String {
      switch self {
      case .previousClose: "prev_close"
      case .age: "age_ms"
      case .volatility: "iv"
      case .forwardSource: "forward_source"
      default: "\(self)"
      }
    }
  }

  /// The slots of these fields, and of those that are added behind them.
  static func slots(adding names: [String]) -> FieldSlots {
    FieldSlots(Slot.allCases.map { [$0.name] } + names.map { [$0] })
  }

  var directory: ExpiryDirectory
  private var contracts: ContractCache
  /// The fields that the expiry of the last option was found by.
  private var lastDay = FieldMemory(of: Slot.expiry.rawValue)
  private var lastUnderlying = FieldMemory(of: Slot.underlying.rawValue)
  private var lastExchange = FieldMemory(of: Slot.exchange.rawValue)
  private var lastExpiry = -1

  init(_ plan: ValuationPlan) {
    directory = ExpiryDirectory(plan)
    contracts = ContractCache(plan.symbols)
  }

  /// Forgets the expiries that were met.
  mutating func forgetExpiries() {
    directory.removeAll()
    lastDay = FieldMemory(of: Slot.expiry.rawValue)
    lastUnderlying = FieldMemory(of: Slot.underlying.rawValue)
  }

  /// What a row is about.
  mutating func subject(_ reader: inout RecordReader) throws(RecordProblem) -> Subject {
    let (hasStrike, hasRight) = (
      reader.hasValue(Slot.strike.rawValue), reader.hasValue(Slot.right.rawValue)
    )
    if hasStrike && hasRight { return try optionByFields(&reader) }
    if isKind("index", &reader) { return try index(&reader) }
    guard reader.hasValue(Slot.symbol.rawValue), reader.mayHave("ltp") else {
      if hasStrike != hasRight { try refuseHalf(&reader, lacking: hasStrike ? .right : .strike) }
      return .other
    }
    return try bySymbol(&reader)
  }

  /// Refuses a quote that says in part which option it is of: passed on as something else it would be
  /// missed.
  private func refuseHalf(
    _ reader: inout RecordReader, lacking slot: Slot
  ) throws(RecordProblem) {
    guard !reader.hasValue(Slot.kind.rawValue) || isKind("quote", &reader) else { return }
    throw reader.refusal("missing", slot.rawValue, "an option needs this field, or a symbol")
  }

  private mutating func optionByFields(
    _ reader: inout RecordReader
  ) throws(RecordProblem) -> Subject {
    let strike = try reader.amount(Slot.strike.rawValue)
    guard let right = try reader.text(Slot.right.rawValue) else { return .other }
    let isCall = right.withBytes { $0[0] == UInt8(ascii: "C") }
    guard let expiry = try expiryByFields(&reader) else {
      guard reader.hasValue(Slot.symbol.rawValue) else {
        let slot: Slot = reader.hasValue(Slot.expiry.rawValue) ? .underlying : .expiry
        throw reader.refusal("missing", slot.rawValue, "an option needs this field, or a symbol")
      }
      let subject = try bySymbol(&reader)
      guard case .option(_, let named, let isNamedCall) = subject, named == strike,
        isNamedCall == isCall
      else {
        throw reader.refusal(
          "contradiction", Slot.symbol.rawValue,
          "the symbol is not of the option that strike and right say")
      }
      return subject
    }
    return .option(expiry: expiry, strike: strike, isCall: isCall)
  }

  /// The number of the expiry of an option; nil where the fields that say so are not there.
  private mutating func expiryByFields(
    _ reader: inout RecordReader
  ) throws(RecordProblem) -> Int? {
    if reader.agrees(with: lastDay), reader.agrees(with: lastUnderlying) {
      if reader.agrees(with: lastExchange) { return lastExpiry }
      if directory.entries[lastExpiry].isKnown {
        // It decides nothing, but one that is broken must be found whatever row stood before.
        _ = try exchange(&reader)
        return lastExpiry
      }
    }
    // A quote must have these fields, but here a symbol says as much.
    guard reader.hasValue(Slot.expiry.rawValue), reader.hasValue(Slot.underlying.rawValue),
      let day = try reader.day(Slot.expiry.rawValue),
      let underlying = try reader.text(Slot.underlying.rawValue)
    else { return nil }
    lastExpiry = try directory.number(
      of: underlying, day, exchange: try exchange(&reader), &reader)
    reader.remember(in: &lastDay)
    reader.remember(in: &lastUnderlying)
    reader.remember(in: &lastExchange)
    return lastExpiry
  }

  /// The exchange of a row, which the tables know of most underlyings.
  private func exchange(
    _ reader: inout RecordReader
  ) throws(RecordProblem) -> BorrowedText? {
    guard reader.hasValue(Slot.exchange.rawValue) else { return nil }
    return try reader.text(Slot.exchange.rawValue)
  }

  private func isKind(_ name: String, _ reader: inout RecordReader) -> Bool {
    guard let kind = try? reader.text(Slot.kind.rawValue) else { return false }
    let wanted = name.utf8.span
    return kind.withBytes { bytes in
      guard bytes.count == wanted.count else { return false }
      for place in 0..<bytes.count where bytes[place] != wanted[place] { return false }
      return true
    }
  }

  /// A row of kind `index`: a future where it has an expiry or the symbol of one, else a spot price.
  private mutating func index(_ reader: inout RecordReader) throws(RecordProblem) -> Subject {
    guard let underlying = try reader.text(Slot.underlying.rawValue) else { return .other }
    let price = try reader.amount(Slot.ltp.rawValue)
    if let day = try reader.day(Slot.expiry.rawValue) {
      let expiry = try directory.number(
        of: underlying, day, exchange: try exchange(&reader), &reader)
      return .future(expiry: expiry, price: price)
    }
    if let symbol = try reader.text(Slot.symbol.rawValue),
      let contract = try? contracts.contract(of: symbol), contract.terms == .future
    {
      let expiry = try directory.number(of: contract, &reader)
      return .future(expiry: expiry, price: price)
    }
    return .index(name: underlying, price: price)
  }

  private mutating func bySymbol(_ reader: inout RecordReader) throws(RecordProblem) -> Subject {
    guard let symbol = try reader.text(Slot.symbol.rawValue) else { return .other }
    let contract: Contract
    do throws(SymbolProblem) {
      contract = try contracts.contract(of: symbol)
    } catch {
      if error.isOfNoDerivative, !Self.endsLikeOption(symbol) { return .other }
      throw reader.refusal("symbol", Slot.symbol.rawValue, error.message, hint: error.hint)
    }
    let expiry = try directory.number(of: contract, &reader)
    switch contract.terms {
    case .future: return .future(expiry: expiry, price: try reader.amount(Slot.ltp.rawValue))
    case .option(let strike, let right):
      return .option(
        expiry: expiry, strike: strike.approximateRupees, isCall: right == .call)
    }
  }

  /// Whether a symbol was surely meant to be that of an option.
  private static func endsLikeOption(_ symbol: BorrowedText) -> Bool {
    symbol.withBytes { bytes in
      guard bytes.count > 4, bytes[bytes.count - 1] == UInt8(ascii: "E") else { return false }
      let letter = bytes[bytes.count - 2]
      // Before it stands a strike: RELIANCE is a stock.
      let digit = bytes[bytes.count - 3]
      return (letter == UInt8(ascii: "C") || letter == UInt8(ascii: "P"))
        && digit >= UInt8(ascii: "0") && digit <= UInt8(ascii: "9")
    }
  }
}

extension SymbolProblem {
  /// Whether the symbol may be that of a stock or an index.
  fileprivate var isOfNoDerivative: Bool {
    switch self {
    case .noShape, .unknownUnderlying: true
    case .impossible, .ambiguous, .unknownExpiry: false
    }
  }
}
