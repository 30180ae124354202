/// Answers that are kept for their lifetime and given again.
enum CacheTable: Table {
  static let name = "cache"

  static let schema = [
    """
    CREATE TABLE cache (
      kind TEXT NOT NULL,
      key TEXT NOT NULL,
      stored_at INTEGER NOT NULL,  -- milliseconds since 1970-01-01T00:00:00Z
      expires_at INTEGER NOT NULL CHECK (expires_at > stored_at),
      used_at INTEGER NOT NULL,
      body BLOB NOT NULL,
      UNIQUE (kind, key)
    ) STRICT
    """,
    "CREATE INDEX cache_by_end ON cache (kind, expires_at)",
    "CREATE INDEX cache_by_use ON cache (used_at)",
  ]

  static let find = Query(
    "cache.find", "SELECT stored_at, expires_at, body FROM cache WHERE kind = ?1 AND key = ?2")

  static let put = Query(
    "cache.put",
    """
    INSERT INTO cache (kind, key, stored_at, expires_at, used_at, body)
    VALUES (?1, ?2, ?3, ?4, ?3, ?5)
    ON CONFLICT DO UPDATE SET stored_at = excluded.stored_at, expires_at = excluded.expires_at,
      used_at = max(used_at, excluded.used_at), body = excluded.body
    WHERE excluded.stored_at >= stored_at
      OR stored_at > excluded.stored_at + \(ClockSkew.tolerated)
    """)

  static let use = Query(
    "cache.use", "UPDATE cache SET used_at = max(used_at, ?3) WHERE kind = ?1 AND key = ?2")

  static let sweep = Query(
    "cache.sweep", "DELETE FROM cache WHERE kind = ?1 AND expires_at <= ?2")

  /// A number that is another one after each change by another connection.
  static let version = Query("cache.version", "PRAGMA data_version")

  static let count = Query("cache.count", plan: .reading, "SELECT count(*) FROM cache")

  static let evict = Query(
    "cache.evict", plan: .inOrder,
    "DELETE FROM cache WHERE rowid IN (SELECT rowid FROM cache ORDER BY used_at, rowid LIMIT ?1)")

  static let invalidate = Query("cache.invalidate", "DELETE FROM cache WHERE kind = ?1")

  static let queries = [find, put, use, sweep, version, count, evict, invalidate]
}
