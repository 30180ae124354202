/// The last line of each chained log, kept apart from it so that a cut end shows.
enum AuditHeadsTable: Table {
  static let name = "audit_heads"

  static let schema = [
    """
    CREATE TABLE audit_heads (
      log TEXT NOT NULL PRIMARY KEY,
      seq INTEGER NOT NULL CHECK (seq >= 0),
      hash TEXT NOT NULL CHECK (length(hash) = 64),
      size INTEGER NOT NULL CHECK (size >= 0),
      written_at INTEGER NOT NULL  -- milliseconds since 1970-01-01T00:00:00Z
    ) STRICT, WITHOUT ROWID
    """
  ]

  /// A head never goes back: of two writers the one with the longer log is right.
  static let put = Query(
    "audit_heads.put",
    """
    INSERT INTO audit_heads (log, seq, hash, size, written_at) VALUES (?1, ?2, ?3, ?4, ?5)
    ON CONFLICT DO UPDATE SET seq = excluded.seq, hash = excluded.hash, size = excluded.size,
      written_at = excluded.written_at
    WHERE excluded.seq > seq
    """)

  static let get = Query(
    "audit_heads.get", "SELECT seq, hash, size, written_at FROM audit_heads WHERE log = ?1")

  static let forget = Query("audit_heads.forget", "DELETE FROM audit_heads WHERE log = ?1")

  static let queries = [put, get, forget]
}
