/// What a contract is on.
public struct Underlying: Sendable, Hashable {
  /// Its name in symbols, such as `NIFTY`.
  public let name: String
  /// The exchange on which its contracts trade.
  public let exchange: Exchange
  /// The part of that exchange.
  public let segment: Segment
  /// The strikes that are plausible; nil for an underlying that is known only by name, so that its
  /// symbols are not taken for those of another.
  public let strikes: ClosedRange<Money>?
}

/// The underlyings.
public struct UnderlyingTable: Sendable {
  /// All of them, those with the longest names first.
  public let all: [Underlying]

  /// The underlying of a name.
  public func named(_ name: String) -> Underlying? {
    all.first { $0.name == name }
  }

  /// The names of those that are traded, for hints.
  public var tradedNames: [String] { all.filter { $0.strikes != nil }.map(\.name).sorted() }

  private enum Scope: String, CaseIterable { case traded, known }

  init(_ reader: TableReader) throws(TableProblem) {
    var found: [Underlying] = []
    let columns = [
      "underlying", "exchange", "segment", "scope", "lowest_strike", "highest_strike",
    ]
    for row in try reader.rows(.underlyings, columns: columns) {
      let name = try row.text("underlying")
      let isName = name.utf8.allSatisfy {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
      }
      guard isName else { throw row.problem("underlying", "a name has only A-Z and 0-9") }
      // A row of the user's takes the place of ours.
      found.removeAll { $0.name == name }
      found.append(
        Underlying(
          name: name, exchange: try row.choice("exchange"), segment: try row.choice("segment"),
          strikes: try row.choice("scope", of: Scope.self) == .traded ? Self.band(row) : nil))
    }
    all = found.sorted {
      ($1.name.utf8.count, $0.name) < ($0.name.utf8.count, $1.name)
    }
  }

  private static func band(_ row: TableRow) throws(TableProblem) -> ClosedRange<Money> {
    let (lowest, highest) = (try row.money("lowest_strike"), try row.money("highest_strike"))
    guard lowest <= highest else {
      throw row.problem("highest_strike", "lies below the lowest strike")
    }
    return lowest...highest
  }
}

extension TableRow {
  /// The underlying that a row is about.
  func underlying(in table: UnderlyingTable) throws(TableProblem) -> Underlying {
    let name = try text("underlying")
    guard let underlying = table.named(name) else {
      throw problem(
        "underlying", "\"\(name)\" is no underlying",
        hint: "add it to \(MarketTables.File.underlyings.rawValue)")
    }
    return underlying
  }
}
