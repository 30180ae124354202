/// Trades: positions that were closed, with what they earned.
enum TradesTable: Table {
  static let name = "trades"

  static let schema = [
    """
    CREATE TABLE trades (
      account TEXT NOT NULL,
      run TEXT NOT NULL REFERENCES runs (run),
      number INTEGER NOT NULL CHECK (number > 0),  -- in the order of the run
      symbol TEXT NOT NULL,
      underlying TEXT NOT NULL,
      side TEXT NOT NULL CHECK (side IN ('BUY', 'SELL')),
      quantity INTEGER NOT NULL CHECK (quantity > 0),
      opened_at INTEGER NOT NULL,  -- milliseconds since 1970-01-01T00:00:00Z
      closed_at INTEGER NOT NULL CHECK (closed_at >= opened_at),
      entry_paise INTEGER NOT NULL CHECK (entry_paise >= 0),
      exit_paise INTEGER NOT NULL CHECK (exit_paise >= 0),
      charges_paise INTEGER NOT NULL CHECK (charges_paise >= 0),
      pnl_paise INTEGER NOT NULL,  -- after charges
      risk_paise INTEGER CHECK (risk_paise > 0),
      reason TEXT NOT NULL,
      strategy TEXT,
      PRIMARY KEY (account, run, number)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX trades_by_time ON trades (account, closed_at)",
    "CREATE INDEX trades_by_symbol ON trades (symbol, closed_at)",
  ]

  static let insert = RowInsert(
    table: name,
    columns: [
      "account", "run", "number", "symbol", "underlying", "side", "quantity", "opened_at",
      "closed_at", "entry_paise", "exit_paise", "charges_paise", "pnl_paise", "risk_paise",
      "reason", "strategy",
    ])

  static let between = Query(
    "trades.between",
    """
    SELECT run, number, symbol, underlying, side, quantity, opened_at, closed_at, entry_paise,
      exit_paise, charges_paise, pnl_paise, risk_paise, reason, strategy
    FROM trades WHERE account = ?1 AND closed_at >= ?2 AND closed_at < ?3 ORDER BY closed_at
    """)

  static let ofSymbol = Query(
    "trades.of_symbol",
    """
    SELECT account, run, number, side, quantity, opened_at, closed_at, entry_paise, exit_paise,
      pnl_paise
    FROM trades WHERE symbol = ?1 AND closed_at >= ?2 AND closed_at < ?3 ORDER BY closed_at
    """)

  static let queries = insert.queries + [between, ofSymbol]
}
