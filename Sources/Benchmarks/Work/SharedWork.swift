import Files

/// A contender whose work several threads share, each of them with a part of its own.
///
/// Beside a subject on several threads it shows what so many of them are worth just now: two may have a
/// core each, or one between them.
package final class SharedWork: Contender {
  package let operations: Int
  private let parts: [any Contender & Sendable]

  /// Shares parts among threads, one thread for each.
  package init(_ parts: [any Contender & Sendable]) {
    self.parts = parts
    operations = parts.reduce(0) { $0 + $1.operations }
  }

  private struct Progress {
    var sum = 0.0
    var missing: Int
    var failure: (any Error)?
  }

  package func run() throws -> Double {
    let progress = Monitor(Progress(missing: parts.count - 1))
    for part in parts.dropFirst() {
      let finish: @Sendable () -> Void = {
        let result = Result { try part.run() }
        progress.withLock { progress in
          progress.missing -= 1
          switch result {
          case .success(let number): progress.sum += number
          case .failure(let error): progress.failure = error
          }
        }
      }
      // Where the system gives no thread, this one does that part too.
      if !WorkerThreads.start(finish) { finish() }
    }
    let own = try parts.first?.run() ?? 0
    return try progress.withLock(when: { $0.missing == 0 }) { progress in
      if let failure = progress.failure { throw failure }
      return own + progress.sum
    }
  }
}
