import Files
import Foundation
import Testing
import TestSupport

/// Makes every system call of a whole replacement fail in turn.
@Suite struct OutputFaultTests {
  /// The calls that only serve to clean up, or that a file system may lack: a failure is no loss.
  private static let dispensable: Set = ["names", "lock", "close"]
  /// The calls that a signal can interrupt.
  private static let interruptible: Set = [
    "open", "write", "synchronize", "duplicate", "lock", "setPermissions", "status",
  ]
  private static let content = [UInt8](repeating: UInt8(ascii: "n"), count: 300_000)

  private func replace(_ path: String, _ calls: SystemCalls) throws(FileError) {
    var output = try Output(path: path, calls: calls)
    try output.write("n")
    let middle = Array(Self.content.dropLast(2))
    try output.write(middle.span)
    try output.write("n")
    try output.finish()
  }

  private func countCalls() throws -> Int {
    let scratch = try Scratch()
    try scratch.put("result", "old")
    let script = FaultScript()
    try replace(scratch("result"), script.calls)
    return script.log.count
  }

  @Test(arguments: [ENOSPC, EIO, EDQUOT, EROFS, EACCES])
  func leavesTheOldOrTheNewContentAndSaysWhich(code: Int32) throws {
    var silent = 0
    for position in 0..<(try countCalls()) {
      let scratch = try Scratch()
      try scratch.put("result", "old")
      let script = FaultScript(failing: position, with: Errno(code))
      let error = failure { () throws(FileError) in
        try replace(scratch("result"), script.calls)
      }
      let hit = try #require(script.faultHit)
      #expect(try scratch.names == ["result"], "nothing stays behind after \(hit)")
      let content = try scratch.bytes("result")
      if let error {
        let isLastStep = position > (script.log.firstIndex(of: "rename") ?? .max)
        #expect(content == (isLastStep ? Self.content : Array("old".utf8)), "\(hit)")
        #expect(error.exitClass == .cannotCreate || error.exitClass == .inputOutput)
      } else {
        silent += 1
        #expect(content == Self.content)
        #expect(Self.dispensable.contains(hit), "\(hit) failed unnoticed")
      }
    }
    // The listing, the lock, and the two closings after the file has its name.
    #expect(silent == 4)
  }

  @Test func carriesOnAfterASignalInAnyCall() throws {
    for position in 0..<(try countCalls()) {
      let scratch = try Scratch()
      try scratch.put("result", "old")
      let script = FaultScript(failing: position, with: .interrupted)
      let error = failure { () throws(FileError) in
        try replace(scratch("result"), script.calls)
      }
      let hit = try #require(script.faultHit)
      guard Self.interruptible.contains(hit) || Self.dispensable.contains(hit) else { continue }
      #expect(error == nil, "interrupted \(hit)")
      #expect(try scratch.bytes("result") == Self.content)
      #expect(try scratch.names == ["result"])
    }
  }

  @Test(arguments: [1, 2, 4095, 100_000])
  func continuesShortWrites(most: Int) throws {
    let scratch = try Scratch()
    var calls = SystemCalls.real
    unsafe calls.write = { number, bytes throws(Errno) in
      let piece = unsafe UnsafeRawBufferPointer(rebasing: bytes.prefix(most))
      return unsafe try SystemCalls.real.write(number, piece)
    }
    var random = SplitMix64(seed: 13)
    let bytes = random.bytes(min(200_000, most * 3000))
    var output = try Output(path: scratch("result"), calls: calls)
    try output.write(bytes.span)
    try output.finish()
    #expect(try scratch.bytes("result") == bytes)
  }

  @Test func takesAWriteWithoutProgressForAnError() throws {
    let scratch = try Scratch()
    var calls = SystemCalls.real
    unsafe calls.write = { _, _ in 0 }
    var output = try Output(path: scratch("result"), calls: calls)
    try output.write("text")
    let error = failure { () throws(FileError) in try output.finish() }
    #expect(error == .cannotWrite(path: scratch("result"), reason: .inputOutput))
  }

  @Test func neverPublishesAfterAFailedWrite() throws {
    let scratch = try Scratch()
    let script = FaultScript(failing: 7, with: Errno(ENOSPC))
    do {
      var output = try Output(path: scratch("result"), calls: script.calls)
      let first = failure { () throws(FileError) in try output.write(Self.content.span) }
      #expect(script.faultHit == "write")
      #expect(first?.exitClass == .inputOutput)
      #expect(failure { () throws(FileError) in try output.finish() } == first)
    }
    #expect(try scratch.names.isEmpty)
  }

  #if os(Linux)
    @Test(
      .enabled(if: geteuid() == 0, "mounting a small disk takes root"), arguments: [8, 64, 256])
    func survivesASmallDisk(kibibytes: Int) throws {
      let scratch = try Scratch()
      let options = "size=\(kibibytes)k"
      guard unsafe mount("tmpfs", scratch.path, "tmpfs", 0, options) == 0 else {
        try Test.cancel("this container may not mount a disk")
      }
      defer { unsafe umount2(scratch.path, Int32(MNT_DETACH)) }
      try scratch.put("result", "old")
      let error = failure { () throws(FileError) in try replace(scratch("result"), .real) }
      #expect(error == .cannotWrite(path: scratch("result"), reason: Errno(ENOSPC)))
      #expect(try scratch.names == ["result"])
      #expect(try scratch.text("result") == "old")
    }
  #endif
}
