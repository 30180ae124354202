/// Orders, each with the state that it has come to.
enum OrdersTable: Table {
  static let name = "orders"

  static let schema = [
    """
    CREATE TABLE orders (
      run TEXT NOT NULL REFERENCES runs (run),
      id TEXT NOT NULL,            -- the tag by which a broker's book names it
      at INTEGER NOT NULL,         -- milliseconds since 1970-01-01T00:00:00Z
      changed_at INTEGER NOT NULL,
      broker TEXT NOT NULL,
      symbol TEXT NOT NULL,
      side TEXT NOT NULL CHECK (side IN ('BUY', 'SELL')),
      kind TEXT NOT NULL,
      quantity INTEGER NOT NULL CHECK (quantity > 0),
      filled INTEGER NOT NULL DEFAULT 0 CHECK (filled BETWEEN 0 AND quantity),
      price_paise INTEGER CHECK (price_paise > 0),
      trigger_paise INTEGER CHECK (trigger_paise > 0),
      state TEXT NOT NULL CHECK (state IN ('intent', 'sent', 'acknowledged', 'partly_filled',
        'filled', 'cancelled', 'rejected', 'expired', 'unknown')),
      reason TEXT,
      PRIMARY KEY (run, id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX orders_by_time ON orders (at)",
    """
    CREATE INDEX orders_open ON orders (broker, at)
      WHERE state IN ('intent', 'sent', 'acknowledged', 'partly_filled', 'unknown')
    """,
  ]

  static let insert = RowInsert(
    table: name,
    columns: [
      "run", "id", "at", "changed_at", "broker", "symbol", "side", "kind", "quantity", "filled",
      "price_paise", "trigger_paise", "state", "reason",
    ])

  static let move = Query(
    "orders.move",
    """
    UPDATE orders SET state = ?3, filled = ?4, changed_at = ?5, reason = ?6
    WHERE run = ?1 AND id = ?2
    """)

  static let between = Query(
    "orders.between",
    """
    SELECT run, id, at, changed_at, broker, symbol, side, kind, quantity, filled, price_paise,
      trigger_paise, state, reason
    FROM orders WHERE at >= ?1 AND at < ?2 ORDER BY at
    """)

  static let open = Query(
    "orders.open",
    """
    SELECT run, id, at, symbol, side, quantity, filled, state FROM orders
    WHERE broker = ?1
      AND state IN ('intent', 'sent', 'acknowledged', 'partly_filled', 'unknown')
    ORDER BY at
    """)

  static let queries = insert.queries + [move, between, open]
}
