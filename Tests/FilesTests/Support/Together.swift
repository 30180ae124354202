import Files

/// Runs the work `count` times at once, on threads of their own, and returns when all have ended.
func together(_ count: Int, _ work: @escaping @Sendable (_ worker: Int) throws -> Void) throws {
  let ended = Monitor([(any Error)?]())
  for worker in 0..<count {
    let isStarted = WorkerThreads.start {
      let failure = Result { try work(worker) }.failure
      ended.withLock { $0.append(failure) }
    }
    precondition(isStarted, "the system gives no threads")
  }
  let failures = ended.withLock(when: { $0.count == count }) { $0 }
  if let first = failures.compactMap(\.self).first { throw first }
}

extension Result {
  fileprivate var failure: Failure? {
    if case .failure(let failure) = self { failure } else { nil }
  }
}
