internal import Files

/// The keeping of rows as it would go, with nothing kept.
///
/// What would be new goes into a store that passes, so that a row that comes twice is new once, and memory
/// stays constant however many there are.
package final class Rehearsal {
  /// The store that the rows are meant for; nil where there is none yet.
  private let present: Store?
  private let passing: Store

  /// Opens the store of a path, if it is there.
  package init(path: String, _ limits: StoreLimits) throws(StoreError) {
    present = try Self.present(path, limits)
    passing = try Store(passing: limits)
  }

  private static func present(
    _ path: String, _ limits: StoreLimits
  ) throws(StoreError) -> Store? {
    // An empty file is one that is about to become a store.
    let status = try? SystemCalls.real.statusOfName(path)
    if let status, status.kind == .regular, status.size == 0 { return nil }
    do throws(StoreError) {
      return try Store(path: path, access: .looking, limits: limits)
    } catch .missing {
      return nil
    }
  }

  /// How many rows would be new.
  package func keep<Row: KeptRow>(_ rows: [Row]) throws -> Int {
    guard let present else { return try Row.keep(rows, in: passing) }
    return try Row.keep(rows.filter { try !$0.isKept(in: present) }, in: passing)
  }
}
