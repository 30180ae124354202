import Files
import Foundation
import TestSupport
import Testing

@Suite struct FlagFileTests {
  @Test func isRaisedOnceAndLowered() throws {
    let scratch = try Scratch()
    let flag = FlagFile(path: scratch("flag"))
    #expect(flag.state == .absent)
    #expect(try flag.raise([1, 2]))
    #expect(try !flag.raise([3]))
    #expect(flag.state == .present([1, 2]))
    #expect(try flag.lower(to: scratch("old")))
    #expect(try !flag.lower(to: scratch("old")))
    #expect(flag.state == .absent)
    #expect(try scratch.bytes("old") == [1, 2])
  }

  @Test func isRaisedOnAFullDisk() throws {
    let scratch = try Scratch()
    var calls = SystemCalls.real
    unsafe calls.write = { _, _ throws(Errno) in throw Errno(ENOSPC) }
    let flag = FlagFile(path: scratch("flag"), calls: calls)
    let error = failure { () throws(FileError) in try flag.raise([1]) }
    #expect(error == .cannotWrite(path: scratch("flag"), reason: Errno(ENOSPC)))
    #expect(flag.state == .present([]))
  }

  @Test func saysWhyItCannotBeRead() throws {
    let scratch = try Scratch()
    try scratch.link("flag", to: "nowhere")
    #expect(FlagFile(path: scratch("flag")).state == .unreadable("it is a symbolic link"))
    #expect(FlagFile(path: scratch.path).state == .unreadable("it is a folder"))
    #expect(FlagFile(path: "/dev/null").state == .unreadable("it is no file"))
    let error = failure { () throws(FileError) in
      try FlagFile(path: scratch("no/flag")).raise([])
    }
    #expect(error == .cannotCreate(path: scratch("no/flag"), reason: .missing))
  }
}
