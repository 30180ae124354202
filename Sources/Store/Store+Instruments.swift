package import Scalars

/// A contract or an index that a broker lists, as it is kept.
package struct InstrumentRecord: Sendable, Equatable {
  /// What is listed.
  package enum Kind: String, Sendable {
    case index, future, option, other
  }

  package var token: String
  package var exchange: String
  package var symbol: String
  package var underlying: String
  package var kind: Kind
  package var expiry: Day?
  package var strikePaise: Int64?
  package var isCall: Bool?
  package var lot: Int64
  package var tickPaise: Int64

  /// Creates a record.
  package init(
    token: String, exchange: String, symbol: String, underlying: String, kind: Kind,
    expiry: Day? = nil, strikePaise: Int64? = nil, isCall: Bool? = nil, lot: Int64,
    tickPaise: Int64
  ) {
    self.token = token
    self.exchange = exchange
    self.symbol = symbol
    self.underlying = underlying
    self.kind = kind
    self.expiry = expiry
    self.strikePaise = strikePaise
    self.isCall = isCall
    self.lot = lot
    self.tickPaise = tickPaise
  }
}

/// A broker's list of instruments, but for its rows.
package struct InstrumentList: Sendable, Equatable {
  /// The day of its rows.
  package var listedOn: Day
  /// The last day on which the broker had no other.
  package var checkedOn: Day
  /// How many rows the broker's own list has; not all of them are kept.
  package var rows: Int
  /// By what the broker's server knows this version, and when it says it was made.
  package var tag, modified: String?

  /// Creates a list.
  package init(
    listedOn: Day, checkedOn: Day, rows: Int, tag: String? = nil, modified: String? = nil
  ) {
    self.listedOn = listedOn
    self.checkedOn = checkedOn
    self.rows = rows
    self.tag = tag
    self.modified = modified
  }
}

extension Store {
  /// The list that is kept of a broker.
  package func instrumentList(of broker: String) throws -> InstrumentList? {
    try with(InstrumentListsTable.get) { statement in
      try statement.bind(1, broker)
      guard try statement.step() else { return nil }
      return InstrumentList(
        listedOn: Day(daysSince1970: Int32(truncatingIfNeeded: statement.whole(0))),
        checkedOn: Day(daysSince1970: Int32(truncatingIfNeeded: statement.whole(1))),
        rows: Int(statement.whole(2)), tag: statement.textOrNil(3),
        modified: statement.textOrNil(4))
    }
  }

  /// Puts a list in the place of the one that is kept of a broker.
  ///
  /// - Parameter rows: gives its rows one by one, and nil after the last.
  package func keep(
    _ list: InstrumentList, of broker: String, rows next: () -> InstrumentRecord?
  ) throws {
    try withRoomForPages {
      try transaction {
        try change(InstrumentsTable.remove) { try $0.bind(1, broker) }
        _ = try insert(InstrumentsTable.insert) { buffer in
          while let row = next() {
            add(row, of: broker, list.listedOn, to: &buffer)
            try buffer.endRow(in: self)
          }
        }
        try put(list, of: broker)
      }
    }
  }

  /// Puts down that the list which is kept of a broker is good on another day too.
  package func confirm(_ list: InstrumentList, of broker: String) throws {
    try transaction { try put(list, of: broker) }
  }

  private func put(_ list: InstrumentList, of broker: String) throws {
    try change(InstrumentListsTable.put) { statement in
      try statement.bind(1, broker)
      try statement.bind(2, Int(list.listedOn.daysSince1970))
      try statement.bind(3, Int(list.checkedOn.daysSince1970))
      try statement.bind(4, list.rows)
      try statement.bind(5, list.tag)
      try statement.bind(6, list.modified)
    }
  }

  private func add(
    _ row: InstrumentRecord, of broker: String, _ day: Day, to buffer: inout RowBuffer
  ) {
    buffer.add(broker)
    buffer.add(Int64(day.daysSince1970))
    buffer.add(row.token)
    buffer.add(row.exchange)
    buffer.add(row.symbol)
    buffer.add(row.underlying)
    buffer.add(row.kind.rawValue)
    buffer.add(row.expiry.map { Int64($0.daysSince1970) })
    buffer.add(row.strikePaise)
    buffer.add(row.isCall.map { $0 ? "CE" : "PE" })
    buffer.add(row.lot)
    buffer.add(row.tickPaise)
  }

  // MARK: Rows

  /// What a list has on an underlying.
  package func instruments(
    of underlying: String, in list: InstrumentList, of broker: String
  ) throws -> [InstrumentRecord] {
    try rows(InstrumentsTable.ofUnderlying) { statement in
      try statement.bind(1, broker)
      try statement.bind(2, Int(list.listedOn.daysSince1970))
      try statement.bind(3, underlying)
    }
  }

  /// What a list has of a symbol, which may be listed in several segments.
  package func instruments(
    named symbol: String, in list: InstrumentList, of broker: String
  ) throws -> [InstrumentRecord] {
    try rows(InstrumentsTable.bySymbol) { statement in
      try statement.bind(1, broker)
      try statement.bind(2, symbol)
      try statement.bind(3, Int(list.listedOn.daysSince1970))
    }
  }

  /// What of a list has a text in its symbol or its underlying, in order.
  package func instruments(
    matching text: String, in list: InstrumentList, of broker: String
  ) throws -> [InstrumentRecord] {
    try rows(InstrumentsTable.matching) { statement in
      try statement.bind(1, broker)
      try statement.bind(2, Int(list.listedOn.daysSince1970))
      try statement.bind(3, text)
    }
  }

  private func rows(
    _ query: Query, _ values: (Statement) throws -> Void
  ) throws -> [InstrumentRecord] {
    try with(query) { statement in
      try values(statement)
      var found: [InstrumentRecord] = []
      while try statement.step() { found.append(InstrumentRecord(statement)) }
      return found
    }
  }
}

extension InstrumentRecord {
  fileprivate init(_ statement: Statement) {
    token = statement.text(0)
    exchange = statement.text(1)
    symbol = statement.text(2)
    underlying = statement.text(3)
    // A kind that a later version has kept is none that this one asks for.
    kind = Kind(rawValue: statement.text(4)) ?? .other
    expiry = statement.wholeOrNil(5).map { Day(daysSince1970: Int32(truncatingIfNeeded: $0)) }
    strikePaise = statement.wholeOrNil(6)
    isCall = statement.textOrNil(7).map { $0 == "CE" }
    lot = statement.whole(8)
    tickPaise = statement.whole(9)
  }
}
