/// The list of instruments that is kept of each broker, and when it was last found to be good.
enum InstrumentListsTable: Table {
  static let name = "instrument_lists"

  static let schema = [
    """
    CREATE TABLE instrument_lists (
      broker TEXT PRIMARY KEY NOT NULL,
      listed_on INTEGER NOT NULL,  -- the day of its rows, in days since 1970-01-01
      checked_on INTEGER NOT NULL, -- the last day on which the broker had no other
      rows INTEGER NOT NULL CHECK (rows > 0),
      tag TEXT,                    -- by which the broker's server knows this version of it
      modified TEXT                -- when the server says it was made
    ) STRICT, WITHOUT ROWID
    """
  ]

  static let get = Query(
    "instrument_lists.get",
    "SELECT listed_on, checked_on, rows, tag, modified FROM instrument_lists WHERE broker = ?1")

  static let put = Query(
    "instrument_lists.put",
    "INSERT OR REPLACE INTO instrument_lists VALUES (?1, ?2, ?3, ?4, ?5, ?6)")

  static let queries = [get, put]
}
