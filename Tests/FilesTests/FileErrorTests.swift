import Files
import Foundation
import Testing

@Suite struct FileErrorTests {
  @Test(arguments: [
    (ENOENT, ExitClass.missingInput), (ENOTDIR, .missingInput), (EISDIR, .missingInput),
    (ELOOP, .missingInput), (ENAMETOOLONG, .missingInput), (EBADF, .missingInput),
    (EACCES, .noPermission), (EPERM, .noPermission), (EIO, .inputOutput), (EMFILE, .inputOutput),
  ])
  func classifiesAnInputThatCannotBeOpened(code: Int32, expected: ExitClass) {
    #expect(FileError.cannotOpen(path: "x", reason: Errno(code)).exitClass == expected)
  }

  @Test(arguments: [ENOENT, EACCES, ENOSPC, EROFS, EIO])
  func classifiesOutputByWhatWasTried(code: Int32) {
    let reason = Errno(code)
    #expect(FileError.cannotCreate(path: "x", reason: reason).exitClass == .cannotCreate)
    #expect(FileError.cannotWrite(path: "x", reason: reason).exitClass == .inputOutput)
    #expect(FileError.cannotRead(path: "x", reason: reason).exitClass == .inputOutput)
  }

  @Test func putsTheClosedPipeInAClassOfItsOwn() {
    #expect(FileError.closedPipe(path: "<stdout>").exitClass == .closedPipe)
  }

  @Test(arguments: [
    (
      FileError.cannotOpen(path: "a.jsonl", reason: .missing),
      "a.jsonl: cannot open: no such file or folder; check the path"
    ),
    (
      .cannotOpen(path: "day", reason: .isFolder),
      "day: cannot open: it is a folder; name a file inside it"
    ),
    (
      .cannotOpen(path: "s.conf", reason: Errno(EACCES)),
      "s.conf: cannot open: permission denied; ask for the right to read it"
    ),
    (
      .cannotWrite(path: "<stdout>", reason: Errno(ENOSPC)),
      "<stdout>: cannot write: no space is left on the disk; free some space and run again"
    ),
    (
      .cannotRead(path: "a", reason: .inputOutput),
      "a: cannot read: the device reported an input/output error; check the disk and run again"
    ),
    (
      .cannotCreate(path: "a", reason: Errno(EROFS)),
      "a: cannot create: the file system is read-only; choose another path"
    ),
    (
      .refusedGzip(path: "a.gz", offset: 90, fault: .trailingGarbage),
      """
      a.gz: gzip, near compressed byte 90: something that is not gzip follows the data; check how \
      the file was put together, and create it again
      """
    ),
  ])
  func saysWhatHappenedAndWhatToDo(error: FileError, text: String) {
    #expect(error.description == text)
    #expect(text.hasPrefix(error.path))
    #expect(text.contains(error.problem) && text.hasSuffix(error.remedy))
  }

  @Test(arguments: [
    GzipFault.cut, .wrongChecksum, .wrongLength, .malformed("x"), .trailingGarbage, .nested,
    .tooLong(limit: 1), .expandsTooMuch(limit: 1),
  ])
  func hasARemedyForEveryFault(fault: GzipFault) {
    let error = FileError.refusedGzip(path: "x", offset: 0, fault: fault)
    #expect(!error.remedy.isEmpty)
    #expect(error.problem.contains(fault.description))
    #expect(error.exitClass == .damagedInput)
  }
}
