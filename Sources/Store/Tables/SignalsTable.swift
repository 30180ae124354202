/// Signals, and what became of them.
enum SignalsTable: Table {
  static let name = "signals"

  static let schema = [
    """
    CREATE TABLE signals (
      run TEXT NOT NULL REFERENCES runs (run),
      number INTEGER NOT NULL CHECK (number > 0),  -- in the order of the run
      at INTEGER NOT NULL,         -- milliseconds since 1970-01-01T00:00:00Z
      underlying TEXT NOT NULL,
      symbol TEXT NOT NULL,
      side TEXT NOT NULL CHECK (side IN ('BUY', 'SELL')),
      strategy TEXT,
      passed INTEGER NOT NULL CHECK (passed IN (0, 1)),
      confidence REAL CHECK (confidence BETWEEN 0 AND 100),
      reasons TEXT NOT NULL,       -- a JSON list
      PRIMARY KEY (run, number)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX signals_by_time ON signals (at)",
  ]

  static let insert = RowInsert(
    table: name,
    columns: [
      "run", "number", "at", "underlying", "symbol", "side", "strategy", "passed", "confidence",
      "reasons",
    ])

  static let between = Query(
    "signals.between",
    """
    SELECT run, number, at, underlying, symbol, side, strategy, passed, confidence, reasons
    FROM signals WHERE at >= ?1 AND at < ?2 ORDER BY at
    """)

  static let queries = insert.queries + [between]
}
