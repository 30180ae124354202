package import Files

/// What can go wrong between the program and the store.
package enum StoreError: Error, Equatable, Sendable {
  /// There is no store, and the command is not one that begins one.
  case missing(path: String)
  /// The file cannot be opened.
  case cannotOpen(path: String, reason: Errno)
  /// The file is one that a store must not be in.
  case refused(path: String, StoreRefusal)
  /// The file is damaged.
  case damaged(path: String, detail: String)
  /// Another process held it for longer than was waited.
  case busy(path: String)
  /// The disk is full.
  case full(path: String)
  /// The file, or the folder around it, may not be written.
  case readOnly(path: String)
  /// A statement took longer than it may.
  case timedOut(path: String, statement: String)
  /// A row breaks a rule of its table; the store is sound.
  case refusedRow(path: String, statement: String, detail: String)
  /// Anything else that SQLite or the system reported.
  case failed(path: String, statement: String, code: Int32, detail: String)
}

/// Why a file is not taken for a store.
package enum StoreRefusal: Equatable, Sendable {
  /// It belongs to another program.
  case foreign
  /// A newer angelx has written it.
  case newer(version: Int, known: Int)
  /// It has several names, so that a journal could stand beside the wrong one.
  case severalNames(Int)
  /// It is a symbolic link.
  case link
  /// It is no file.
  case noFile
  /// Others may change it.
  case writableByOthers
  /// It lies on a network, where locks cannot be relied on.
  case network(String)
  /// SQLite does not do what was asked for.
  case setting(name: String, wanted: String, found: String)
}

extension StoreError {
  /// The file as the user named it.
  package var path: String {
    switch self {
    case .missing(let path), .cannotOpen(let path, _), .refused(let path, _),
      .damaged(let path, _), .busy(let path), .full(let path), .readOnly(let path),
      .timedOut(let path, _), .refusedRow(let path, _, _), .failed(let path, _, _, _):
      path
    }
  }

  /// What the program should tell whoever started it.
  package var exitClass: ExitClass {
    switch self {
    case .missing: .missingInput
    case .cannotOpen(_, let reason) where reason.isPermission: .noPermission
    case .readOnly, .refused(_, .writableByOthers): .noPermission
    case .refused: .configuration
    case .damaged, .refusedRow: .damagedInput
    case .busy, .timedOut: .tryLater
    case .cannotOpen: .cannotCreate
    case .full, .failed: .inputOutput
    }
  }

  /// A short stable name of the failure, for machines that read the messages.
  package var code: String {
    switch self {
    case .missing: "no-store"
    case .cannotOpen: "cannot-open"
    case .refused: "store-refused"
    case .damaged: "store-damaged"
    case .busy: "store-busy"
    case .full: "disk-full"
    case .readOnly: "store-read-only"
    case .timedOut: "store-timeout"
    case .refusedRow: "store-row"
    case .failed: "store-failed"
    }
  }

  /// What happened, without the path.
  package var problem: String {
    switch self {
    case .missing: "there is no store"
    case .cannotOpen(_, let reason): "cannot open the store: \(reason)"
    case .refused(_, let refusal): refusal.problem
    case .damaged(_, let detail): "the store is damaged: \(detail)"
    case .busy: "another process holds the store"
    case .full: "no space is left for the store"
    case .readOnly: "the store may not be written"
    case .timedOut(_, let statement): "\(statement) took longer than a query may"
    case .refusedRow(_, let statement, let detail): "\(statement): a row was refused: \(detail)"
    case .failed(_, let statement, let code, let detail):
      "\(statement) failed: \(detail) (SQLite \(code))"
    }
  }

  /// What the user can do about it.
  package var remedy: String {
    switch self {
    case .missing: "a command that writes to it begins one; check the path"
    case .cannotOpen: "check the path and its folder"
    case .refused(_, let refusal): refusal.remedy
    case .damaged:
      "it is left as it is; move it away with its -wal and -shm, and put the newest backup there"
    case .busy: "run again when the other has ended"
    case .full: "free some space and run again; what was there is whole"
    case .readOnly:
      "ask for the right to write to it and its folder, or give a copy made with VACUUM INTO"
    case .timedOut: "ask for less, or raise DB_QUERY_TIMEOUT_SECONDS"
    case .refusedRow: "this is a mistake in angelx; report it with the record"
    case .failed: "check the disk and run again"
    }
  }
}

extension StoreRefusal {
  fileprivate var problem: String {
    switch self {
    case .foreign: "this file belongs to another program"
    case .newer(let version, let known):
      "a newer angelx wrote this store: its version is \(version), and this angelx knows \(known)"
    case .severalNames(let count): "the file has \(count) names (hard links)"
    case .link: "it is a symbolic link"
    case .noFile: "it is no file"
    case .writableByOthers: "others may change it"
    case .network(let name): "it lies on a network file system (\(name))"
    case .setting(let name, let wanted, let found):
      "SQLite keeps \(name) at \(found) where \(wanted) is needed"
    }
  }

  fileprivate var remedy: String {
    switch self {
    case .foreign, .noFile: "name another file with --store"
    case .newer: "use that version of angelx; the file was not touched"
    case .severalNames: "remove the other names, or give a copy of it a name of its own"
    case .link: "name the file that it leads to"
    case .writableByOthers: "chmod 600 it, and look at what it holds"
    case .network: "keep the store on a disk of this machine"
    case .setting: "use SQLite 3.37 or later, on a file system that it can lock"
    }
  }
}

extension StoreError: CustomStringConvertible {
  /// One line: the path, what happened, and what to do.
  package var description: String { "\(path): \(problem); \(remedy)" }
}
