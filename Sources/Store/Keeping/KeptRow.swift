/// A row that the store keeps once, by its natural key.
package protocol KeptRow: Sendable {
  /// Keeps rows as one change: all of them, or none. What is there already is left as it is.
  ///
  /// - Returns: how many were new.
  static func keep(_ rows: [Self], in store: Store) throws -> Int

  /// Whether a row with the key of this one is there.
  func isKept(in store: Store) throws -> Bool
}
