import Store
import Synchronization

/// The store as the threads of a run put their rows into it, one batch at a time.
///
/// A batch is in the store whole or not at all. After a failure nothing more goes in, and the run ends with
/// that failure once all rows were written. A rehearsal counts the same, and changes nothing.
final class RowDepot<Row: KeptRow>: Sendable {
  /// What became of the rows, or would.
  struct Counts: Sendable, Equatable {
    var new = 0
    /// Those that were there before, or came before.
    var present = 0
  }

  private enum Target {
    case store(Store)
    case rehearsal(Rehearsal)

    func keep(_ rows: [Row]) throws -> Int {
      switch self {
      case .store(let store): try Row.keep(rows, in: store)
      case .rehearsal(let rehearsal): try rehearsal.keep(rows)
      }
    }
  }

  private struct State {
    let target: Target
    var counts = Counts()
    var failure: (any Error)?
  }

  private let state: Mutex<State>

  /// Opens a store, and begins it where there is none; only to be read for a rehearsal.
  init(path: String, _ limits: StoreLimits, rehearses: Bool) throws(StoreError) {
    let target: Target =
      rehearses
      ? .rehearsal(try Rehearsal(path: path, limits))
      : .store(try Store(path: path, access: .creating, limits: limits))
    state = Mutex(State(target: target))
  }

  /// Adds a row to those that wait; with enough of them all are kept.
  func add(_ row: Row, to waiting: inout [Row]) {
    waiting.append(row)
    // A batch is one wait for the disk; more rows gain little.
    guard waiting.count == 1000 else { return }
    keep(waiting)
    waiting.removeAll(keepingCapacity: true)
  }

  /// Keeps a batch.
  func keep(_ rows: [Row]) {
    state.withLock { state in
      guard state.failure == nil else { return }
      do {
        let new = try state.target.keep(rows)
        state.counts.new += new
        state.counts.present += rows.count - new
      } catch {
        state.failure = error
      }
    }
  }

  /// What became of the rows.
  ///
  /// - Throws: what went wrong on the way.
  func finish() throws -> Counts {
    let (counts, failure) = state.withLock { ($0.counts, $0.failure) }
    if let failure { throw failure }
    return counts
  }
}
