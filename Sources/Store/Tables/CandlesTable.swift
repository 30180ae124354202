/// Candles: the first, highest, lowest and last price of an interval.
enum CandlesTable: Table {
  static let name = "candles"

  static let schema = [
    """
    CREATE TABLE candles (
      symbol TEXT NOT NULL,
      interval_seconds INTEGER NOT NULL CHECK (interval_seconds > 0),
      at INTEGER NOT NULL,         -- the beginning, in milliseconds since 1970-01-01T00:00:00Z
      open_paise INTEGER NOT NULL CHECK (open_paise BETWEEN 0 AND 1000000000000),
      high_paise INTEGER NOT NULL CHECK (high_paise >= max(open_paise, close_paise)),
      low_paise INTEGER NOT NULL CHECK (low_paise <= min(open_paise, close_paise)),
      close_paise INTEGER NOT NULL CHECK (close_paise BETWEEN 0 AND 1000000000000),
      volume INTEGER CHECK (volume >= 0),
      oi INTEGER CHECK (oi >= 0),
      PRIMARY KEY (symbol, interval_seconds, at)
    ) STRICT, WITHOUT ROWID
    """
  ]

  static let insert = RowInsert(
    table: name,
    columns: [
      "symbol", "interval_seconds", "at", "open_paise", "high_paise", "low_paise", "close_paise",
      "volume", "oi",
    ])

  static let ofSymbol = Query(
    "candles.of_symbol",
    """
    SELECT at, open_paise, high_paise, low_paise, close_paise, volume, oi FROM candles
    WHERE symbol = ?1 AND interval_seconds = ?2 AND at >= ?3 AND at < ?4 ORDER BY at
    """)

  static let queries = insert.queries + [ofSymbol]
}
