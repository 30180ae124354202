import Files
import Foundation
import TestSupport
import Testing

@Suite struct JournalFileTests {
  @Test func growsIsReadByPlaceAndIsCut() throws {
    let scratch = try Scratch()
    let file = try JournalFile(appendingTo: scratch("log"))
    try file.append(Array("one\n".utf8))
    try file.append(Array("two\n".utf8))
    #expect(try file.size() == 8)
    #expect(try file.bytes(2..<6) == Array("e\ntw".utf8))
    #expect(try file.bytes(6..<99) == Array("o\n".utf8))
    #expect(try file.bytes(9..<12).isEmpty)
    try file.cut(to: 4)
    try file.append(Array("3".utf8))
    try file.synchronize()
    try file.synchronizeFolder()
    try file.close()
    #expect(try scratch.text("log") == "one\n3")
  }

  @Test func readsWhatIsThereAlone() throws {
    let scratch = try Scratch()
    let missing = failure { () throws(FileError) in try JournalFile(reading: scratch("log")) }
    #expect(missing == .cannotOpen(path: scratch("log"), reason: .missing))
    let path = try scratch.put("log", "x")
    let file = try JournalFile(reading: path)
    #expect(try file.bytes(0..<4) == [0x78])
    let refused = failure { () throws(FileError) in try file.append([0x79]) }
    #expect(refused == .cannotWrite(path: path, reason: .closedDescriptor))
  }

  @Test(arguments: [0, 1, 40] as [Int32])
  func waitsInPausesThatGrow(most: Int32) throws {
    let scratch = try Scratch()
    let holder = try JournalFile(appendingTo: scratch("log"))
    #expect(try holder.lock(atMost: 0))
    let script = FaultScript()
    let file = try JournalFile(appendingTo: scratch("log"), calls: script.calls)
    #expect(try !file.lock(atMost: most))
    #expect(script.log.count { $0 == "wait" } == [0: 0, 1: 1, 40: 6][most])
    try holder.close()
    #expect(try file.lock(atMost: 0))
  }

  @Test(arguments: 0..<2)
  func goesOnAfterASignal(position: Int) throws {
    let scratch = try Scratch()
    let script = FaultScript(failing: 2 + position, with: .interrupted)
    let file = try JournalFile(appendingTo: scratch("log"), calls: script.calls)
    #expect(try file.lock(atMost: 0))
    try file.append(Array("line\n".utf8))
    #expect(try file.bytes(0..<9) == Array("line\n".utf8))
  }
}
