import Files
import Foundation
import Synchronization
import TestSupport
import Testing

extension AtomicFile {
  func write(_ text: String) throws(FileError) {
    try write(Array(text.utf8).span)
  }
}

private func permissions(of path: String) -> mode_t {
  var status = stat()
  unsafe stat(path, &status)
  return status.st_mode & 0o7777
}

@Suite struct AtomicFileTests {
  private func replace(
    _ path: String, with text: String, calls: SystemCalls = .real
  ) throws(FileError) {
    let file = try AtomicFile(path: path, calls: calls)
    try file.write(text)
    try file.commit()
  }

  @Test func showsTheOldContentUntilItIsCommitted() throws {
    let scratch = try Scratch()
    try scratch.put("result", "old")
    let file = try AtomicFile(path: scratch("result"))
    try file.write("new")
    #expect(try scratch.text("result") == "old")
    try file.commit()
    #expect(try scratch.text("result") == "new")
    #expect(try scratch.names == ["result"])
  }

  @Test func keepsTheTemporaryFilePrivateAndBesideItsTarget() throws {
    let scratch = try Scratch()
    let file = try AtomicFile(path: scratch("result"))
    #expect(permissions(of: file.temporaryPath) == 0o600)
    #expect(file.temporaryPath.hasPrefix(scratch(".result.angelx-")))
    #expect(file.temporaryPath.hasSuffix(".tmp"))
  }

  @Test(arguments: [0o600, 0o640, 0o644, 0o664, 0o755] as [mode_t])
  func keepsThePermissionsOfTheReplacedFile(mode: mode_t) throws {
    let scratch = try Scratch()
    let path = try scratch.put("result", "old", permissions: mode)
    try replace(path, with: "new")
    #expect(permissions(of: path) == mode)
  }

  @Test func dropsTheSetUserBitOfTheReplacedFile() throws {
    let scratch = try Scratch()
    let path = try scratch.put("result", "old", permissions: 0o4755)
    try replace(path, with: "new")
    #expect(permissions(of: path) == 0o755)
  }

  @Test(arguments: [0o000, 0o022, 0o027, 0o077] as [UInt16])
  func givesANewFileWhatTheMaskLeaves(mask: UInt16) throws {
    let scratch = try Scratch()
    var calls = SystemCalls.real
    calls.withheldPermissions = { mask }
    try replace(scratch("result"), with: "new", calls: calls)
    #expect(permissions(of: scratch("result")) == mode_t(0o666 & ~mask))
  }

  @Test func readsTheMaskOfTheProcessAndLeavesItAsItIs() async {
    await #expect(processExitsWith: .success) {
      umask(0o027)
      #expect(SystemCalls.real.withheldPermissions() == 0o027)
      #expect(SystemCalls.real.withheldPermissions() == 0o027)
      #expect(umask(0) == 0o027)
    }
  }

  @Test func replacesWhatALinkLeadsToAndKeepsTheLink() throws {
    let scratch = try Scratch()
    try FileManager.default.createDirectory(
      atPath: scratch("folder"), withIntermediateDirectories: true)
    try scratch.put("folder/real", "old", permissions: 0o640)
    try scratch.link("folder/middle", to: "real")
    try scratch.link("link", to: "folder/middle")
    try replace(scratch("link"), with: "new")
    #expect(try scratch.text("folder/real") == "new")
    #expect(permissions(of: scratch("folder/real")) == 0o640)
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: scratch("link")) == "folder/middle")
    #expect(try scratch.names == ["folder", "link"])
  }

  @Test func createsWhatALinkLeadsTo() throws {
    let scratch = try Scratch()
    try scratch.link("link", to: scratch("later"))
    try replace(scratch("link"), with: "new")
    #expect(try scratch.text("later") == "new")
  }

  @Test func refusesLinksThatLeadInACircle() throws {
    let scratch = try Scratch()
    try scratch.link("a", to: "b")
    try scratch.link("b", to: "a")
    let error = failure { () throws(FileError) in try AtomicFile(path: scratch("a")) }
    #expect(error == .cannotCreate(path: scratch("a"), reason: .linkLoop))
  }

  @Test(arguments: [EPERM, ENOTSUP])
  func writesOnAFileSystemWithoutPermissions(code: Int32) throws {
    let scratch = try Scratch()
    var calls = SystemCalls.real
    calls.setPermissions = { _, _ throws(Errno) in throw Errno(code) }
    try replace(scratch("result"), with: "new", calls: calls)
    #expect(try scratch.text("result") == "new")
  }

  @Test(arguments: ["", "missing/", "link"])
  func refusesAPathWithoutAName(path: String) throws {
    let scratch = try Scratch()
    try scratch.link("link", to: "empty/")
    let whole = path.isEmpty ? "" : scratch(path)
    let error = failure { () throws(FileError) in try AtomicFile(path: whole) }
    #expect(error == .cannotCreate(path: whole, reason: .missing))
  }

  @Test func worksInTheWorkingFolder() async throws {
    let scratch = try Scratch()
    await #expect(processExitsWith: .success) { [path = scratch.path as String] in
      #expect(unsafe chdir(path) == 0)
      let file = try AtomicFile(path: "result")
      try file.write("new")
      try file.commit()
    }
    #expect(try scratch.names == ["result"])
  }

  @Test(arguments: [200, 240, 255])
  func copesWithLongNames(length: Int) throws {
    let scratch = try Scratch()
    let name = String(repeating: "n", count: length)
    try replace(scratch(name), with: "new")
    #expect(try scratch.names == [name])
  }

  @Test func removesTheLeftoversOfTheDeadOnly() throws {
    let scratch = try Scratch()
    let living = try AtomicFile(path: scratch("result"))
    try living.write("from the living")
    let others = [
      ".other.angelx-0123456789abcdef.tmp", ".result.angelx-0123.tmp",
      ".result.angelx-0123456789abcdef.tmp.bak", "result.angelx-0123456789abcdef.tmp",
    ]
    for name in others { try scratch.put(name, "not ours") }
    try scratch.put(".result.angelx-0123456789abcdef.tmp", "from the dead")
    try scratch.link(".result.angelx-fedcba9876543210.tmp", to: "nowhere")
    try replace(scratch("result"), with: "new")
    let temporaryName = String(living.temporaryPath.dropFirst(scratch.path.utf8.count + 1))
    let links = [".result.angelx-fedcba9876543210.tmp"]
    #expect(try scratch.names == (others + links + [temporaryName, "result"]).sorted())
    try living.commit()
    #expect(try scratch.text("result") == "from the living")
  }

  @Test func removesWhatAKilledWriterLeft() async throws {
    let scratch = try Scratch()
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = scratch("result") as String] in
      let file = try AtomicFile(path: path)
      try file.write("half a res")
      kill(getpid(), SIGKILL)
      _ = consume file
    }
    #expect(try scratch.names.count == 1)
    try replace(scratch("result"), with: "new")
    #expect(try scratch.names == ["result"])
  }

  @Test func holdsItsLockUntilItHasItsName() throws {
    let scratch = try Scratch()
    var calls = SystemCalls.real
    calls.rename = { from, to throws(Errno) in
      let other = try Descriptor(opening: from, flags: O_RDWR, calls: .real)
      do throws(Errno) {
        try other.lock()
      } catch .wouldBlock {
        try SystemCalls.real.rename(from, to)
      }
    }
    try replace(scratch("result"), with: "new", calls: calls)
    #expect(try scratch.names == ["result"])
  }

  @Test func takesTheStepsThatMakeAReplacementDurable() throws {
    let scratch = try Scratch()
    let script = FaultScript()
    let file = try AtomicFile(path: scratch("result"), calls: script.calls)
    try file.write("new")
    try file.commit()
    let steps = script.log.drop { $0 != "write" }
    #expect(
      steps == [
        "write", "statusOfName", "setPermissions", "synchronize", "duplicate", "close", "rename",
        "close", "synchronize", "close",
      ])
  }

  @Test func triesAnotherNameWhenTheFileWasTakenForALeftover() throws {
    let scratch = try Scratch()
    let raids = Mutex(0)
    var calls = SystemCalls.real
    calls.lock = { number throws(Errno) in
      // Another writer comes between the creation and the lock, three times.
      let count = raids.withLock {
        $0 += 1; return $0
      }
      if count <= 3 {
        for name in try SystemCalls.real.names(scratch.path, ".") where name.hasSuffix(".tmp") {
          try SystemCalls.real.unlink(scratch(name))
        }
      }
      if count == 2 { throw .wouldBlock }
      try SystemCalls.real.lock(number)
    }
    try replace(scratch("result"), with: "new", calls: calls)
    #expect(raids.withLock(\.self) == 4)
    #expect(try scratch.names == ["result"])
    #expect(try scratch.text("result") == "new")
  }

  @Test func writesOnAFileSystemWithoutLocks() throws {
    let scratch = try Scratch()
    var calls = SystemCalls.real
    calls.lock = { _ throws(Errno) in throw Errno(ENOLCK) }
    try scratch.put(".result.angelx-0123456789abcdef.tmp", "may be alive")
    try replace(scratch("result"), with: "new", calls: calls)
    #expect(try scratch.names == [".result.angelx-0123456789abcdef.tmp", "result"])
  }

  @Test(.timeLimit(.minutes(15)))
  func letsTheLastOfManyWritersWinWhole() throws {
    let scratch = try Scratch()
    let path = try scratch.put("result", "0000000000")
    try together(5) { worker in
      for round in 0..<40 {
        if worker == 0 {
          let content = Set(try scratch.text("result"))
          #expect(content.count == 1, "a mixture in round \(round)")
        } else {
          var output = try Output(path: path)
          for _ in 0..<10 {
            try output.write(String(worker))
            try output.flush()
          }
          try output.finish()
        }
      }
    }
    #expect(try scratch.names == ["result"])
    #expect(try scratch.text("result").count == 10)
  }
}
