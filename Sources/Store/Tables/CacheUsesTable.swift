/// How often the cache had an answer, by its kind.
enum CacheUsesTable: Table {
  static let name = "cache_uses"

  static let schema = [
    """
    CREATE TABLE cache_uses (
      kind TEXT NOT NULL PRIMARY KEY,
      hits INTEGER NOT NULL CHECK (hits >= 0),
      misses INTEGER NOT NULL CHECK (misses >= 0),
      evictions INTEGER NOT NULL CHECK (evictions >= 0),
      expiries INTEGER NOT NULL CHECK (expiries >= 0),
      invalidations INTEGER NOT NULL CHECK (invalidations >= 0)
    ) STRICT, WITHOUT ROWID
    """
  ]

  static let add = Query(
    "cache_uses.add",
    """
    INSERT INTO cache_uses (kind, hits, misses, evictions, expiries, invalidations)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6)
    ON CONFLICT DO UPDATE SET hits = hits + excluded.hits, misses = misses + excluded.misses,
      evictions = evictions + excluded.evictions, expiries = expiries + excluded.expiries,
      invalidations = invalidations + excluded.invalidations
    """)

  static let read = Query(
    "cache_uses.read", plan: .reading,
    """
    SELECT kind, hits, misses, evictions, expiries, invalidations FROM cache_uses ORDER BY kind
    """)

  static let queries = [add, read]
}
