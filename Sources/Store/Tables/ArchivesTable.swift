/// Parts of the archive, each a file that was written, read back and proved.
enum ArchivesTable: Table {
  static let name = "archives"

  static let schema = [
    """
    CREATE TABLE archives (
      source TEXT NOT NULL,        -- the table that the rows came from
      day INTEGER NOT NULL,        -- days since 1970-01-01
      underlying TEXT NOT NULL,
      sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
      file TEXT NOT NULL,
      rows INTEGER NOT NULL CHECK (rows > 0),
      bytes INTEGER NOT NULL CHECK (bytes > 0),
      archived_at INTEGER NOT NULL,  -- milliseconds since 1970-01-01T00:00:00Z
      remote TEXT,                 -- where a proved copy is
      PRIMARY KEY (source, day, underlying, sha256)
    ) STRICT, WITHOUT ROWID
    """
  ]

  static let put = Query(
    "archives.put",
    """
    INSERT INTO archives (source, day, underlying, sha256, file, rows, bytes, archived_at, remote)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
    ON CONFLICT DO UPDATE SET remote = coalesce(excluded.remote, remote)
    """)

  static let ofDays = Query(
    "archives.of_days",
    """
    SELECT day, underlying, sha256, file, rows, bytes, archived_at, remote FROM archives
    WHERE source = ?1 AND day >= ?2 AND day < ?3 ORDER BY day, underlying
    """)

  static let queries = [put, ofDays]
}
