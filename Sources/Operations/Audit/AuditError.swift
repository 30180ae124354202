package import Files
internal import Store

/// Why an entry could not be kept, or a log not be checked.
package enum AuditError: Error, Equatable, Sendable {
  /// The file could not be opened, read or written; nothing was kept.
  case file(FileError)
  /// Another program held the lock for all of the time that was allowed.
  case busy(path: String, milliseconds: Int32)
  /// A symbolic link stands where the log should be.
  case link(path: String)
  /// Others than its owner can change the file, which so proves nothing.
  case writableByOthers(path: String)
  /// The line before the end, which begins at this offset, is no entry of a log.
  case foreignEnd(path: String, offset: Int)
  /// The log does not end as its head record says, so something was cut off or changed.
  case differsFromHead(path: String, recorded: Int64, found: Int64)
  /// What was changed in it stays changed, so it cannot be accepted.
  case changed(path: String, AuditFinding)
  /// An entry is longer than a line may be.
  case tooLong(path: String, event: String)
  /// Where heads are kept could not be asked; nothing was kept.
  case noHead(path: String, HeadFailure)
  /// The entries are in the log, durably, but where heads are kept could not be told.
  case headNotKept(path: String, number: Int64, HeadFailure)
}

/// What kept a head from being read or written.
package struct HeadFailure: Equatable, Sendable {
  /// What happened.
  package let problem: String
  /// What to do about it.
  package let remedy: String
  /// What it means to whoever started the program.
  package let exitClass: ExitClass

  /// Tells what an error of the store means, or that it was another one.
  package init(_ error: any Error) {
    let error = error as? StoreError
    problem = error.map { "\($0.path): \($0.problem)" } ?? "it cannot be reached"
    remedy = error?.remedy ?? "check the store and run again"
    exitClass = error?.exitClass ?? .inputOutput
  }
}

extension AuditError {
  /// The log as the user named it.
  package var path: String {
    switch self {
    case .file(let error): error.path
    case .busy(let path, _), .link(let path), .writableByOthers(let path), .foreignEnd(let path, _),
      .differsFromHead(let path, _, _), .changed(let path, _), .tooLong(let path, _),
      .noHead(let path, _),
      .headNotKept(let path, _, _):
      path
    }
  }

  /// What the program should tell whoever started it.
  package var exitClass: ExitClass {
    switch self {
    case .file(let error): error.exitClass
    case .busy: .tryLater
    case .link, .writableByOthers: .configuration
    case .foreignEnd, .differsFromHead, .changed, .tooLong: .damagedInput
    case .noHead(_, let failure), .headNotKept(_, _, let failure): failure.exitClass
    }
  }

  /// A short stable name of the failure, for machines that read the messages.
  package var code: String {
    switch self {
    case .file(let error): error.code
    case .busy: "audit-busy"
    case .link: "audit-link"
    case .writableByOthers: "audit-writable"
    case .foreignEnd: "audit-foreign-end"
    case .differsFromHead: "audit-differs-from-head"
    case .changed: "audit-changed"
    case .tooLong: "audit-too-long"
    case .noHead: "audit-no-head"
    case .headNotKept: "audit-head-not-kept"
    }
  }

  /// What happened, without the path.
  package var problem: String {
    switch self {
    case .file(let error): error.problem
    case .busy(_, let milliseconds): "another program has held its lock for \(milliseconds) ms"
    case .link: "it is a symbolic link, and a log is written to no other place than its own"
    case .writableByOthers: "others may change it, and a log that they wrote proves nothing"
    case .foreignEnd(_, let offset): "its last line, at byte \(offset), is no entry of an audit log"
    case .differsFromHead(_, let recorded, let found):
      "it ends with entry \(found), but its head record says otherwise of entry \(recorded)"
    case .changed(_, let finding): "\(finding); nothing was accepted, for that stays so"
    case .tooLong(_, let event):
      "the entry '\(event)' is longer than \(AuditLine.longest) bytes"
    case .noHead(_, let failure): "its head record cannot be read: \(failure.problem)"
    case .headNotKept(_, let number, let failure):
      "entry \(number) is in it, but its head record could not be written: \(failure.problem)"
    }
  }

  /// What the user can do about it.
  package var remedy: String {
    switch self {
    case .file(let error): error.remedy
    case .busy: "run again when it has finished"
    case .link: "move the file that it leads to here"
    case .writableByOthers: "chmod go-w, and look through it with --log-check"
    case .foreignEnd:
      "look at it with --log-check, move it aside, and begin a new one with --accept-log REASON"
    case .differsFromHead:
      "look at it with --log-check; --accept-log REASON lets it go on as it is"
    case .changed:
      "keep the file elsewhere as evidence; --accept-log REASON then begins a new log"
    case .tooLong: "shorten what it says"
    case .noHead(_, let failure): failure.remedy
    case .headNotKept(_, _, let failure):
      "\(failure.remedy); the next entry brings the record up to date"
    }
  }
}

extension AuditError: CustomStringConvertible {
  /// One line: the path, what happened, and what to do.
  package var description: String {
    "\(path): \(problem); \(remedy)"
  }
}

/// Runs work on a file whose failures are those of the log.
func onFile<Result: ~Copyable>(
  _ work: () throws(FileError) -> Result
) throws(AuditError) -> Result {
  do throws(FileError) {
    return try work()
  } catch .cannotOpen(let path, .linkLoop) {
    throw .link(path: path)
  } catch {
    throw .file(error)
  }
}
