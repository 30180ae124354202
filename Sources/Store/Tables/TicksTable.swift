/// Trades and changes of the best prices, as a stream brought them.
enum TicksTable: Table {
  static let name = "ticks"

  static let schema = [
    """
    CREATE TABLE ticks (
      symbol TEXT NOT NULL,
      at INTEGER NOT NULL,         -- milliseconds since 1970-01-01T00:00:00Z
      ordinal INTEGER NOT NULL CHECK (ordinal >= 0),  -- among those of one millisecond
      ltp_paise INTEGER NOT NULL CHECK (ltp_paise BETWEEN 0 AND 1000000000000),
      bid_paise INTEGER CHECK (bid_paise BETWEEN 0 AND 1000000000000),
      ask_paise INTEGER CHECK (ask_paise BETWEEN 0 AND 1000000000000),
      bid_quantity INTEGER CHECK (bid_quantity >= 0),
      ask_quantity INTEGER CHECK (ask_quantity >= 0),
      volume INTEGER CHECK (volume >= 0),
      oi INTEGER CHECK (oi >= 0),
      PRIMARY KEY (symbol, at, ordinal)
    ) STRICT, WITHOUT ROWID
    """
  ]

  static let insert = RowInsert(
    table: name,
    columns: [
      "symbol", "at", "ordinal", "ltp_paise", "bid_paise", "ask_paise", "bid_quantity",
      "ask_quantity", "volume", "oi",
    ])

  static let isKept = Query(
    "ticks.is_kept", "SELECT 1 FROM ticks WHERE symbol = ?1 AND at = ?2 AND ordinal = ?3")

  /// Whether the market was the same in a tick of the same instant: the same tick that came again.
  private static let isSame = """
    SELECT 1 FROM ticks WHERE symbol = ?1 AND at = ?2 AND ltp_paise = ?3 AND bid_paise IS ?4
    AND ask_paise IS ?5 AND bid_quantity IS ?6 AND ask_quantity IS ?7 AND volume IS ?8 AND oi IS ?9
    """

  static let holds = Query("ticks.holds", isSame)

  /// Adds a tick behind those of its instant, unless it is one of them.
  static let add = Query(
    "ticks.add",
    """
    INSERT INTO ticks
    SELECT ?1, ?2, (SELECT COALESCE(MAX(ordinal) + 1, 0) FROM ticks WHERE symbol = ?1 AND at = ?2),
      ?3, ?4, ?5, ?6, ?7, ?8, ?9
    WHERE NOT EXISTS (\(isSame))
    """)

  static let ofSymbol = Query(
    "ticks.of_symbol",
    """
    SELECT at, ordinal, ltp_paise, bid_paise, ask_paise, bid_quantity, ask_quantity, volume, oi
    FROM ticks WHERE symbol = ?1 AND at >= ?2 AND at < ?3 ORDER BY at, ordinal
    """)

  static let queries = insert.queries + [isKept, holds, add, ofSymbol]
}

extension RowInsert {
  /// Ticks: symbol, time, ordinal, last price, bid, ask, their quantities, volume, open interest.
  package static let ticks = TicksTable.insert
}
