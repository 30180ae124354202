/// Positions, from the fill that opens one to the fill that closes it.
enum PositionsTable: Table {
  static let name = "positions"

  static let schema = [
    """
    CREATE TABLE positions (
      account TEXT NOT NULL,
      symbol TEXT NOT NULL,
      opened_at INTEGER NOT NULL,  -- milliseconds since 1970-01-01T00:00:00Z
      closed_at INTEGER,
      run TEXT NOT NULL REFERENCES runs (run),
      quantity INTEGER NOT NULL,   -- below 0 for a short one; 0 once closed
      average_paise INTEGER NOT NULL CHECK (average_paise >= 0),
      realised_paise INTEGER NOT NULL,
      CHECK ((closed_at IS NULL) = (quantity <> 0)),
      PRIMARY KEY (account, symbol, opened_at)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX positions_open ON positions (account, symbol) WHERE closed_at IS NULL",
    "CREATE INDEX positions_by_time ON positions (opened_at)",
  ]

  static let put = Query(
    "positions.put",
    """
    INSERT INTO positions (account, symbol, opened_at, closed_at, run, quantity, average_paise,
      realised_paise)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
    ON CONFLICT DO UPDATE SET closed_at = excluded.closed_at, run = excluded.run,
      quantity = excluded.quantity, average_paise = excluded.average_paise,
      realised_paise = excluded.realised_paise
    """)

  static let open = Query(
    "positions.open",
    """
    SELECT symbol, opened_at, run, quantity, average_paise, realised_paise FROM positions
    WHERE account = ?1 AND closed_at IS NULL ORDER BY symbol
    """)

  static let between = Query(
    "positions.between",
    """
    SELECT account, symbol, opened_at, closed_at, run, quantity, average_paise, realised_paise
    FROM positions WHERE opened_at >= ?1 AND opened_at < ?2 ORDER BY opened_at
    """)

  static let queries = [put, open, between]
}
