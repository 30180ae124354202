import Files
import Foundation
import TestSupport
import Testing

@Suite struct SystemCallsTests {
  private let real = SystemCalls.real

  private func reason(_ body: () throws(Errno) -> Void) -> Errno? {
    do {
      try body()
      return nil
    } catch {
      return error
    }
  }

  @Test func describesFilesByKind() throws {
    let scratch = try Scratch()
    try scratch.put("file", "12345", permissions: 0o640)
    try scratch.link("link", to: "file")
    let file = FileStatus(kind: .regular, size: 5, permissions: 0o640, linkCount: 1)
    #expect(try real.statusOfName(scratch("file")) == file)
    #expect(try real.statusOfTarget(scratch("link")) == file)
    #expect(try real.statusOfName(scratch("link")).kind == .link)
    #expect(try real.statusOfTarget(scratch.path).kind == .folder)
    #expect(try real.statusOfTarget("/dev/null").kind == .stream)
  }

  @Test func readsLinks() throws {
    let scratch = try Scratch()
    let target = String(repeating: "₹/", count: 300)
    try scratch.link("link", to: target)
    #expect(try real.readLink(scratch("link")) == target)
  }

  @Test func listsTheNamesThatBeginWithAText() throws {
    let scratch = try Scratch()
    for name in [".a1", ".a2", ".b", "a"] { try scratch.put(name, "") }
    #expect(try real.names(scratch.path, ".a").sorted() == [".a1", ".a2"])
    #expect(try real.names(scratch.path, "x").isEmpty)
    #expect(reason { () throws(Errno) in _ = try real.names(scratch("missing"), "") } == .missing)
  }

  @Test func givesTheReasonOfAFailure() throws {
    let scratch = try Scratch()
    let missing = scratch("missing")
    #expect(reason { () throws(Errno) in _ = try real.open(missing, O_RDONLY, 0) } == .missing)
    #expect(reason { () throws(Errno) in try real.rename(missing, missing) } == .missing)
    #expect(reason { () throws(Errno) in try real.unlink(missing) } == .missing)
    #expect(reason { () throws(Errno) in _ = try real.readLink(missing) } == .missing)
    #expect(reason { () throws(Errno) in _ = try real.statusOfName(missing) } == .missing)
    for call in [real.close, real.synchronize, real.lock] {
      #expect(reason { () throws(Errno) in try call(-1) } == .closedDescriptor)
    }
    #expect(reason { () throws(Errno) in _ = try real.status(-1) } == .closedDescriptor)
    #expect(reason { () throws(Errno) in _ = try real.flags(-1) } == .closedDescriptor)
    #expect(reason { () throws(Errno) in _ = try real.duplicate(-1) } == .closedDescriptor)
    #expect(reason { () throws(Errno) in try real.setPermissions(-1, 0) } == .closedDescriptor)
    #expect(reason { () throws(Errno) in try real.truncate(-1, 0) } != nil)
    #expect(
      reason { () throws(Errno) in
        _ = unsafe try real.readAt(-1, UnsafeMutableRawBufferPointer(start: nil, count: 0), 0)
      } == .closedDescriptor)
  }

  @Test func locksExclusively() throws {
    let scratch = try Scratch()
    let path = try scratch.put("file", "")
    let first = try Descriptor(opening: path, flags: O_RDWR, calls: real)
    let second = try Descriptor(opening: path, flags: O_RDWR, calls: real)
    try first.lock()
    #expect(reason { () throws(Errno) in try second.lock() } == .wouldBlock)
    let holder = try first.duplicated()
    try first.close()
    #expect(reason { () throws(Errno) in try second.lock() } == .wouldBlock)
    try holder.close()
    try second.lock()
  }

  @Test func waitsForWhatItWasAskedFor() throws {
    let pipe = Pipe()
    #expect(try real.wait(pipe.reading, -1, -1, 0) == [])
    #expect(try real.wait(-1, pipe.writing, -1, 0) == .output)
    #expect(try real.wait(pipe.reading, -1, pipe.writing, 0) == [])
    pipe.send("x")
    #expect(try real.wait(pipe.reading, -1, -1, 0) == .input)
    pipe.closeReading()
    #expect(try real.wait(-1, -1, pipe.writing, 0) == .readerGone)
  }
}
