import CommandLineKit
import Operations
import Store
import Synchronization

/// The store as the threads of a run put their quotes into it, one batch at a time.
///
/// A batch is in the store whole or not at all. After a failure nothing more goes in, and the run ends with
/// that failure once all rows were written.
final class QuoteDepot: Sendable {
  /// A batch is one wait for the disk; more rows gain little.
  static let batch = 1000

  private struct State {
    let store: Store
    var added = 0
    var failure: (any Error)?
  }

  private let state: Mutex<State>

  /// Opens a store, and begins it where there is none.
  init(path: String, _ limits: StoreLimits) throws(StoreError) {
    let store = try Store(path: path, access: .creating, limits: limits)
    state = Mutex(State(store: store))
  }

  /// Keeps a batch.
  func keep(_ quotes: [QuoteRecord]) {
    state.withLock { state in
      guard state.failure == nil else { return }
      do {
        state.added += try state.store.keep(quotes)
      } catch {
        state.failure = error
      }
    }
  }

  /// How many quotes were new.
  ///
  /// - Throws: what went wrong on the way.
  func finish() throws -> Int {
    let (added, failure) = state.withLock { ($0.added, $0.failure) }
    if let failure { throw failure }
    return added
  }
}

extension QuoteDepot {
  /// Opens the store that a run of `fetch-chain` keeps its rows in.
  convenience init(_ options: FetchChain.Options, _ surroundings: Surroundings) throws {
    let settings = try ConfigurationFiles.found(
      base: options.common.configuration?.path, environment: options.common.environment,
      surroundings.environment
    ).settings
    if options.place.store == nil { try options.place.home(surroundings.environment).make() }
    try self.init(
      path: options.place.store(settings, surroundings.environment), StoreLimits(settings))
  }
}
