import Operations
import Synchronization

/// Heads that are kept in memory, and can be made to fail.
final class MemoryHeads: AuditHeads {
  struct Failure: Error {}

  private let heads = Mutex<[String: AuditHead]>([:])
  private let failing = Mutex<(reading: Bool, keeping: Bool)>((false, false))

  func head(of log: String) throws -> AuditHead? {
    if failing.withLock({ $0.reading }) { throw Failure() }
    return heads.withLock { $0[log] }
  }

  func keep(_ head: AuditHead, of log: String) throws {
    if failing.withLock({ $0.keeping }) { throw Failure() }
    heads.withLock { $0[log] = head }
  }

  /// Makes it fail or work again.
  func fail(reading: Bool = false, keeping: Bool = false) {
    failing.withLock { $0 = (reading, keeping) }
  }

  /// What is kept of the only log that the tests have.
  var only: AuditHead? {
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

  func head(of log: String) -> AuditHead? { nil }

  func keep(_ head: AuditHead, of log: String) {
    noted.withLock { $0.append(script.log) }
  }

  /// The calls before each time.
  var calls: [[String]] { noted.withLock { $0 } }
}
