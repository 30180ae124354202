/// Fills: parts of orders that were traded.
enum FillsTable: Table {
  static let name = "fills"

  static let schema = [
    """
    CREATE TABLE fills (
      run TEXT NOT NULL,
      order_id TEXT NOT NULL,
      number INTEGER NOT NULL CHECK (number > 0),  -- among the fills of the order
      at INTEGER NOT NULL,         -- milliseconds since 1970-01-01T00:00:00Z
      quantity INTEGER NOT NULL CHECK (quantity > 0),
      price_paise INTEGER NOT NULL CHECK (price_paise BETWEEN 0 AND 1000000000000),
      charges_paise INTEGER NOT NULL CHECK (charges_paise >= 0),
      liquidity TEXT CHECK (liquidity IN ('maker', 'taker')),
      PRIMARY KEY (run, order_id, number),
      FOREIGN KEY (run, order_id) REFERENCES orders (run, id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX fills_by_time ON fills (at)",
  ]

  static let insert = RowInsert(
    table: name,
    columns: [
      "run", "order_id", "number", "at", "quantity", "price_paise", "charges_paise", "liquidity",
    ])

  static let between = Query(
    "fills.between",
    """
    SELECT run, order_id, number, at, quantity, price_paise, charges_paise, liquidity FROM fills
    WHERE at >= ?1 AND at < ?2 ORDER BY at
    """)

  static let queries = insert.queries + [between]
}
