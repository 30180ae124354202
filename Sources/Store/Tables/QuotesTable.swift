/// Quotes of options, as they were fetched; the rows of a snapshot lie together.
enum QuotesTable: Table {
  static let name = "quotes"

  static let schema = [
    """
    CREATE TABLE quotes (
      underlying TEXT NOT NULL,
      at INTEGER NOT NULL,         -- milliseconds since 1970-01-01T00:00:00Z
      symbol TEXT NOT NULL,
      expiry INTEGER NOT NULL,     -- days since 1970-01-01
      strike_paise INTEGER NOT NULL CHECK (strike_paise > 0),
      right TEXT NOT NULL CHECK (right IN ('CE', 'PE')),
      spot_paise INTEGER CHECK (spot_paise > 0),
      ltp_paise INTEGER CHECK (ltp_paise BETWEEN 0 AND 1000000000000),
      bid_paise INTEGER CHECK (bid_paise BETWEEN 0 AND 1000000000000),
      ask_paise INTEGER CHECK (ask_paise BETWEEN 0 AND 1000000000000),
      bid_quantity INTEGER CHECK (bid_quantity >= 0),
      ask_quantity INTEGER CHECK (ask_quantity >= 0),
      volume INTEGER CHECK (volume >= 0),
      oi INTEGER CHECK (oi >= 0),
      broker TEXT NOT NULL,
      PRIMARY KEY (underlying, at, symbol)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX quotes_by_symbol ON quotes (symbol, at)",
  ]

  static let insert = RowInsert(
    table: name,
    columns: [
      "underlying", "at", "symbol", "expiry", "strike_paise", "right", "spot_paise", "ltp_paise",
      "bid_paise", "ask_paise", "bid_quantity", "ask_quantity", "volume", "oi", "broker",
    ])

  static let isKept = Query(
    "quotes.is_kept", "SELECT 1 FROM quotes WHERE underlying = ?1 AND at = ?2 AND symbol = ?3")

  /// The open interest of the options of an underlying within a span, by time.
  static let openInterest = Query(
    "quotes.open_interest",
    """
    SELECT expiry, strike_paise, right, oi FROM quotes
    WHERE underlying = ?1 AND at >= ?2 AND at < ?3 AND oi IS NOT NULL
    ORDER BY at
    """)

  /// The time of the last snapshot of an underlying.
  static let latest = Query(
    "quotes.latest", "SELECT max(at) FROM quotes WHERE underlying = ?1")

  static let ofSnapshots = Query(
    "quotes.of_snapshots",
    """
    SELECT at, symbol, expiry, strike_paise, right, spot_paise, ltp_paise, bid_paise, ask_paise,
      bid_quantity, ask_quantity, volume, oi, broker
    FROM quotes WHERE underlying = ?1 AND at >= ?2 AND at < ?3 ORDER BY at, symbol
    """)

  static let ofSymbol = Query(
    "quotes.of_symbol",
    """
    SELECT at, spot_paise, ltp_paise, bid_paise, ask_paise, volume, oi
    FROM quotes WHERE symbol = ?1 AND at >= ?2 AND at < ?3 ORDER BY at
    """)

  static let queries = insert.queries + [isKept, openInterest, latest, ofSnapshots, ofSymbol]
}
