/// Volatilities and Greeks of a snapshot, with what they were worked out from.
enum GreeksTable: Table {
  static let name = "greeks"

  static let schema = [
    """
    CREATE TABLE greeks (
      underlying TEXT NOT NULL,
      at INTEGER NOT NULL,         -- milliseconds since 1970-01-01T00:00:00Z
      symbol TEXT NOT NULL,
      expiry INTEGER NOT NULL,     -- days since 1970-01-01
      forward REAL CHECK (abs(forward) < 1e12),
      iv REAL CHECK (iv BETWEEN 0 AND 1e6),  -- percent
      price REAL CHECK (abs(price) < 1e12),
      delta REAL CHECK (abs(delta) < 1e12),
      gamma REAL CHECK (abs(gamma) < 1e12),
      theta REAL CHECK (abs(theta) < 1e12),  -- rupees a day
      vega REAL CHECK (abs(vega) < 1e12),    -- rupees a point of volatility
      rho REAL CHECK (abs(rho) < 1e12),      -- rupees a percent of interest
      PRIMARY KEY (underlying, at, symbol)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX greeks_by_symbol ON greeks (symbol, at)",
  ]

  static let insert = RowInsert(
    table: name,
    columns: [
      "underlying", "at", "symbol", "expiry", "forward", "iv", "price", "delta", "gamma", "theta",
      "vega", "rho",
    ])

  static let isKept = Query(
    "greeks.is_kept", "SELECT 1 FROM greeks WHERE underlying = ?1 AND at = ?2 AND symbol = ?3")

  static let latest = Query("greeks.latest", "SELECT max(at) FROM greeks WHERE underlying = ?1")

  static let ofSnapshots = Query(
    "greeks.of_snapshots",
    """
    SELECT at, symbol, expiry, forward, iv, price, delta, gamma, theta, vega, rho FROM greeks
    WHERE underlying = ?1 AND at >= ?2 AND at < ?3 ORDER BY at, symbol
    """)

  static let ofSymbol = Query(
    "greeks.of_symbol",
    """
    SELECT at, forward, iv, price, delta, gamma, theta, vega, rho FROM greeks
    WHERE symbol = ?1 AND at >= ?2 AND at < ?3 ORDER BY at DESC
    """)

  static let queries = insert.queries + [isKept, latest, ofSnapshots, ofSymbol]
}
