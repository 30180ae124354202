import Operations
import Synchronization
import Store

/// Heads that are kept in memory, and can be made to fail.
final class MemoryHeads: AuditHeads {
  struct Failure: Error {}

  private let heads = Mutex<[String: LogHead]>([:])
  private let failing = Mutex<(reading: Bool, keeping: Bool)>((false, false))

  func head(of log: String) throws -> LogHead? {
    if failing.withLock({ $0.reading }) { throw Failure() }
    return heads.withLock { $0[log] }
  }

  func keep(_ head: LogHead, of log: String, isAccepted: Bool) throws {
    if failing.withLock({ $0.keeping }) { throw Failure() }
    // As the store does: a head goes back only where that is accepted.
    heads.withLock { heads in
      if isAccepted || (heads[log]?.number ?? 0) < head.number { heads[log] = head }
    }
  }

  /// Makes it fail or work again.
  func fail(reading: Bool = false, keeping: Bool = false) {
    failing.withLock { $0 = (reading, keeping) }
  }

  /// What is kept of the only log that the tests have.
  var only: LogHead? {
    get { heads.withLock { $0["audit"] } }
    set { heads.withLock { $0["audit"] = newValue } }
  }
}

/// Heads that note which calls had been made when they were told.
final class WatchingHeads: AuditHeads {
  private let script: CallScript
  private let noted = Mutex<[[String]]>([])

  init(_ script: CallScript) {
    self.script = script
  }

  func head(of log: String) -> LogHead? { nil }

  func keep(_ head: LogHead, of log: String, isAccepted: Bool) {
    noted.withLock { $0.append(script.log) }
  }

  /// The calls before each time.
  var calls: [[String]] { noted.withLock { $0 } }
}
