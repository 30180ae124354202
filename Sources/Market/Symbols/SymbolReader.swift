import Scalars

/// Understands symbols.
public struct SymbolReader: Sendable {
  private let tables: MarketTables
  private let grammars: [SymbolGrammar]

  /// Creates a reader.
  ///
  /// - Parameters:
  ///   - tables: the underlyings with their bands of strikes, and the expiries.
  ///   - grammars: the grammars that are tried.
  public init(_ tables: MarketTables, grammars: [SymbolGrammar] = SymbolGrammar.automatic) {
    self.tables = tables
    self.grammars = grammars
  }

  /// The contract that a symbol names.
  ///
  /// - Throws: Why it names none, or which ones it may name.
  public func contract(of symbol: String) throws(SymbolProblem) -> ResolvedSymbol {
    let reading = try reading(of: symbol)
    let expiry: Day
    switch reading.expiry {
    case .day(let day): expiry = day
    case .month(let year, let month):
      do throws(NotCovered) {
        expiry = try tables.expiries.monthly(of: reading.underlying, year: year, month: month).day
      } catch {
        throw .unknownExpiry(error)
      }
    }
    return ResolvedSymbol(
      contract: Contract(
        underlying: reading.underlying, expiry: expiry, terms: reading.terms),
      grammar: reading.grammar,
      listing: tables.expiries.listing(of: expiry, reading.underlying))
  }

  /// The one way in which a symbol can be read.
  public func reading(of symbol: String) throws(SymbolProblem) -> SymbolReading {
    let text = Self.plain(symbol)
    let (grammars, start) = shapes(of: text)
    let (underlying, rest) = try root(of: text[start...])
    var readings: [SymbolReading] = []
    var misfits: [SymbolProblem.Misfit] = []
    for grammar in SymbolGrammar.allCases where grammars.contains(grammar) {
      guard let candidate = SymbolCandidate(grammar, rest) else { continue }
      do throws(SymbolProblem.Reason) {
        readings.append(try candidate.reading(on: underlying))
      } catch {
        misfits.append(SymbolProblem.Misfit(grammar: grammar, reason: error))
      }
    }
    if readings.count > 1 { throw .ambiguous(readings) }
    guard let reading = readings.first else {
      throw misfits.isEmpty ? .noShape : .impossible(misfits)
    }
    return reading
  }

  /// The symbol in capitals, without blanks around it and without the name of an exchange.
  private static func plain(_ symbol: String) -> [UInt8] {
    let capitals = symbol.utf8.map { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) ? byte - 32 : byte
    }
    let isBlank = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    var text = capitals[...].drop(while: isBlank)
    while let last = text.last, isBlank(last) { text = text.dropLast() }
    for prefix in ["NSE:", "NFO:", "BSE:", "BFO:"] where text.starts(with: prefix.utf8) {
      text = text.dropFirst(prefix.utf8.count)
    }
    return Array(text)
  }

  /// The grammars that the marks of a symbol leave, and where its underlying begins.
  private func shapes(of text: [UInt8]) -> (grammars: [SymbolGrammar], start: Int) {
    let identifier = "OPTIDX"
    if text.starts(with: identifier.utf8) {
      return (grammars.filter { $0 == .nseIdentifier }, identifier.utf8.count)
    }
    if text.contains(UInt8(ascii: "_")) { return (grammars.filter { $0 == .underscore }, 0) }
    return (grammars.filter { $0 != .nseIdentifier && $0 != .underscore }, 0)
  }

  /// The longest name of an underlying with which a text begins, and what follows it.
  private func root(
    of text: ArraySlice<UInt8>
  ) throws(SymbolProblem) -> (underlying: Underlying, rest: ArraySlice<UInt8>) {
    for underlying in tables.underlyings.all where text.starts(with: underlying.name.utf8) {
      let rest = text.dropFirst(underlying.name.utf8.count)
      guard let next = rest.first else { continue }
      let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(next)
      if isDigit || next == UInt8(ascii: "_") { return (underlying, rest) }
    }
    let letters = text.prefix { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    throw .unknownUnderlying(
      nearest: nearest(
        to: String(decoding: letters, as: UTF8.self), in: tables.underlyings.tradedNames))
  }
}
