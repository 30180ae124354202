/// How the calls of brokers went, from which their state follows.
enum BrokerHealthTable: Table {
  static let name = "broker_health"

  static let schema = [
    """
    CREATE TABLE broker_health (
      broker TEXT NOT NULL,
      at INTEGER NOT NULL,         -- milliseconds since 1970-01-01T00:00:00Z
      run TEXT NOT NULL,
      number INTEGER NOT NULL,     -- among the calls of the run
      succeeded INTEGER NOT NULL CHECK (succeeded IN (0, 1)),
      failure TEXT,                -- its class; NULL for a success
      duration_us INTEGER NOT NULL CHECK (duration_us >= 0),
      CHECK ((failure IS NULL) = (succeeded = 1)),
      PRIMARY KEY (broker, at, run, number)
    ) STRICT, WITHOUT ROWID
    """
  ]

  static let insert = RowInsert(
    table: name,
    columns: ["broker", "at", "run", "number", "succeeded", "failure", "duration_us"])

  static let latest = Query(
    "broker_health.latest",
    """
    SELECT at, run, number, succeeded, failure, duration_us FROM broker_health
    WHERE broker = ?1 ORDER BY at DESC, run DESC, number DESC LIMIT ?2
    """)

  static let since = Query(
    "broker_health.since",
    """
    SELECT at, run, number, succeeded, failure, duration_us FROM broker_health
    WHERE broker = ?1 AND at >= ?2 ORDER BY at, run, number
    """)

  static let nextBroker = Query(
    "broker_health.next_broker", "SELECT min(broker) FROM broker_health WHERE broker > ?1")

  static let queries = insert.queries + [latest, since, nextBroker]
}
