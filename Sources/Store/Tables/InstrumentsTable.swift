/// The contracts that a broker lists, by the day on which it listed them.
enum InstrumentsTable: Table {
  static let name = "instruments"

  static let schema = [
    """
    CREATE TABLE instruments (
      broker TEXT NOT NULL,
      listed_on INTEGER NOT NULL,  -- days since 1970-01-01
      token TEXT NOT NULL,
      exchange TEXT NOT NULL,
      symbol TEXT NOT NULL,
      underlying TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('index', 'future', 'option', 'other')),
      expiry INTEGER,              -- days since 1970-01-01
      strike_paise INTEGER CHECK (strike_paise > 0),
      right TEXT CHECK (right IN ('CE', 'PE')),
      lot INTEGER NOT NULL CHECK (lot > 0),
      tick_paise INTEGER NOT NULL CHECK (tick_paise >= 0),
      PRIMARY KEY (broker, listed_on, underlying, token)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX instruments_by_symbol ON instruments (broker, symbol, listed_on)",
  ]

  static let insert = RowInsert(
    table: name,
    columns: [
      "broker", "listed_on", "token", "exchange", "symbol", "underlying", "kind", "expiry",
      "strike_paise", "right", "lot", "tick_paise",
    ])

  static let remove = Query("instruments.remove", "DELETE FROM instruments WHERE broker = ?1")

  static let matching = Query(
    "instruments.matching",
    """
    SELECT token, exchange, symbol, underlying, kind, expiry, strike_paise, right, lot, tick_paise
    FROM instruments WHERE broker = ?1 AND listed_on = ?2
      AND (instr(symbol, ?3) > 0 OR instr(underlying, ?3) > 0)
    ORDER BY underlying, expiry, strike_paise, right, symbol
    """)

  static let ofUnderlying = Query(
    "instruments.of_underlying",
    """
    SELECT token, exchange, symbol, underlying, kind, expiry, strike_paise, right, lot, tick_paise
    FROM instruments WHERE broker = ?1 AND listed_on = ?2 AND underlying = ?3
    """)

  static let bySymbol = Query(
    "instruments.by_symbol",
    """
    SELECT token, exchange, symbol, underlying, kind, expiry, strike_paise, right, lot, tick_paise
    FROM instruments WHERE broker = ?1 AND symbol = ?2 AND listed_on = ?3
    """)

  static let queries = insert.queries + [remove, ofUnderlying, bySymbol, matching]
}
