/// What can go wrong between the program and a file.
///
/// Every message says what happened to which file, and what to do about it.
package enum FileError: Error, Equatable, Sendable {
  /// The input could not be opened.
  case cannotOpen(path: String, reason: Errno)
  /// Reading failed after the input was opened.
  case cannotRead(path: String, reason: Errno)
  /// The output could not be created.
  case cannotCreate(path: String, reason: Errno)
  /// Writing failed, or the system could not keep what was written.
  case cannotWrite(path: String, reason: Errno)
  /// The compressed input is refused; the offset counts compressed bytes from the start.
  case refusedGzip(path: String, offset: Int, fault: GzipFault)
  /// The archive is refused; the offset counts its bytes from the start.
  case refusedZip(path: String, offset: Int, fault: ZipFault)
  /// The reader of the output has gone: no failure, but the end of the work.
  case closedPipe(path: String)
}

extension FileError {
  /// The file as the user named it, or `<stdin>` or `<stdout>`.
  package var path: String {
    switch self {
    case .cannotOpen(let path, _), .cannotRead(let path, _), .cannotCreate(let path, _),
      .cannotWrite(let path, _), .refusedGzip(let path, _, _), .refusedZip(let path, _, _),
      .closedPipe(let path):
      path
    }
  }

  /// What the program should tell whoever started it.
  package var exitClass: ExitClass {
    switch self {
    case .cannotOpen(_, let reason) where reason.isPermission: .noPermission
    case .cannotOpen(_, let reason) where reason.isBadPath: .missingInput
    case .cannotOpen, .cannotRead, .cannotWrite: .inputOutput
    case .cannotCreate: .cannotCreate
    case .refusedGzip, .refusedZip: .damagedInput
    case .closedPipe: .closedPipe
    }
  }

  /// A short stable name of the failure, for machines that read the messages.
  package var code: String {
    switch self {
    case .cannotOpen: "cannot-open"
    case .cannotRead: "cannot-read"
    case .cannotCreate: "cannot-create"
    case .cannotWrite: "cannot-write"
    case .refusedGzip: "gzip"
    case .refusedZip: "zip"
    case .closedPipe: "closed-pipe"
    }
  }

  /// What happened, without the path.
  package var problem: String {
    switch self {
    case .cannotOpen(_, let reason): "cannot open: \(reason)"
    case .cannotRead(_, let reason): "cannot read: \(reason)"
    case .cannotCreate(_, let reason): "cannot create: \(reason)"
    case .cannotWrite(_, let reason): "cannot write: \(reason)"
    case .refusedGzip(_, let offset, let fault): "gzip, near compressed byte \(offset): \(fault)"
    case .refusedZip(_, let offset, let fault): "zip, near its byte \(offset): \(fault)"
    case .closedPipe: "closed by its reader"
    }
  }

  /// What the user can do about it.
  package var remedy: String {
    switch self {
    case .cannotOpen(_, .isFolder): "name a file inside it"
    case .cannotOpen(_, .closedDescriptor): "give it something to read, or name a file"
    case .cannotOpen(_, let reason) where reason.isPermission: "ask for the right to read it"
    case .cannotOpen(_, let reason) where reason.isBadPath: "check the path"
    case .cannotCreate(_, .missing): "create the folder first"
    case .cannotCreate(_, .isFolder): "name a file inside it"
    case .cannotCreate(_, let reason) where reason.isPermission:
      "ask for the right to write in its folder, or choose another"
    case .cannotCreate(_, let reason) where reason.isFull,
      .cannotWrite(_, let reason) where reason.isFull:
      "free some space and run again"
    case .cannotWrite(_, .closedDescriptor): "send it to a file or a pipe"
    case .cannotOpen: "run again, and check the disk if that does not help"
    case .cannotCreate: "choose another path"
    case .cannotRead, .cannotWrite: "check the disk and run again"
    case .refusedGzip(_, _, let fault): fault.remedy
    case .refusedZip(_, _, let fault): fault.remedy
    case .closedPipe: "nothing needs to be done"
    }
  }
}

extension FileError: CustomStringConvertible {
  /// One line: the path, what happened, and what to do.
  package var description: String {
    "\(path): \(problem); \(remedy)"
  }
}
