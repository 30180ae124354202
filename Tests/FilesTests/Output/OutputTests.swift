import Files
import Foundation
import Testing
import TestSupport

@Suite struct OutputTests {
  @Test func createsAFileThatIsCompleteWhenItAppears() throws {
    let scratch = try Scratch()
    var output = try Output(path: scratch("result.jsonl"))
    try output.write("first\n")
    #expect(try scratch.names.allSatisfy { $0.hasSuffix(".tmp") })
    try output.write(Array("second\n".utf8).span)
    try output.flush()
    #expect(try !scratch.names.contains("result.jsonl"))
    try output.finish()
    #expect(try scratch.names == ["result.jsonl"])
    #expect(try scratch.text("result.jsonl") == "first\nsecond\n")
  }

  @Test func keepsTheOrderOfSmallAndLargePieces() throws {
    let scratch = try Scratch()
    var random = SplitMix64(seed: 11)
    var expected: [UInt8] = []
    var output = try Output(path: scratch("result"))
    for _ in 0..<60 {
      let large = Int.random(in: 0..<4, using: &random) == 0
      let piece = random.bytes(Int.random(in: 0...(large ? 300_000 : 3000), using: &random))
      expected += piece
      try output.write(piece.span)
      if Int.random(in: 0..<10, using: &random) == 0 { try output.flush() }
    }
    try output.finish()
    #expect(try scratch.bytes("result") == expected)
  }

  @Test(arguments: [("", 1), ("naïve ₹12,34,567.00 \u{1F4C8}", 1), ("long ₹ line ", 30_000)])
  func writesTextAsUTF8(piece: String, times: Int) throws {
    let scratch = try Scratch()
    let text = String(repeating: piece, count: times)
    var output = try Output(path: scratch("result"))
    try output.write(text)
    try output.write(text)
    try output.finish()
    #expect(try scratch.text("result") == text + text)
  }

  @Test func collectsSmallPieces() throws {
    let scratch = try Scratch()
    let script = FaultScript()
    var output = try Output(path: scratch("result"), calls: script.calls)
    for _ in 0..<10_000 { try output.write("ten bytes\n") }
    try output.finish()
    #expect(script.log.count { $0 == "write" } == 1)
  }

  @Test func abandonsWhatWasNotFinished() throws {
    let scratch = try Scratch()
    try scratch.put("result", "old")
    do {
      var output = try Output(path: scratch("result"))
      try output.write("new")
      try output.flush()
    }
    #expect(try scratch.names == ["result"])
    #expect(try scratch.text("result") == "old")
  }

  @Test func abandonsWhenItIsTold() throws {
    let scratch = try Scratch()
    var output = try Output(path: scratch("result"))
    try output.write("new")
    output.abandon()
    #expect(try scratch.names.isEmpty)
  }

  @Test func takesNothingMoreOnceItIsFinished() async {
    await #expect(processExitsWith: .failure) {
      var output = try Output(path: "/dev/null")
      try output.finish()
      try output.write("late")
    }
    await #expect(processExitsWith: .failure) {
      var output = try Output(path: "/dev/null")
      output.abandon()
      try output.finish()
    }
  }

  @Test func writesToADeviceDirectly() throws {
    var output = try Output(path: "/dev/null")
    try output.write("lost")
    try output.finish()
    #expect(FileManager.default.fileExists(atPath: "/dev/null"))
  }

  #if os(Linux)
    @Test func reportsAFullDevice() throws {
      var output = try Output(path: "/dev/full")
      try output.write("text")
      let error = failure { () throws(FileError) in try output.finish() }
      #expect(error == .cannotWrite(path: "/dev/full", reason: Errno(ENOSPC)))
      #expect(error?.exitClass == .inputOutput)
    }

    @Test func reportsAFullDeviceForALargePieceAtOnce() throws {
      var output = try Output(path: "/dev/full")
      let piece = [UInt8](repeating: 65, count: 1 << 20)
      let error = failure { () throws(FileError) in try output.write(piece.span) }
      #expect(error == .cannotWrite(path: "/dev/full", reason: Errno(ENOSPC)))
      #expect(failure { () throws(FileError) in try output.write("x") } == error)
      #expect(failure { () throws(FileError) in try output.flush() } == error)
      #expect(failure { () throws(FileError) in try output.finish() } == error)
    }
  #endif

  @Test func writesToANamedPipeDirectly() throws {
    let scratch = try Scratch()
    let path = scratch("fifo")
    #expect(unsafe mkfifo(path, 0o600) == 0)
    let reader = SideThread {
      let reading = try? ByteSource(path: path).readAll()
      #expect(reading == Reading(bytes: Array("through the pipe\n".utf8)))
    }
    var output = try Output(path: path)
    #expect(output.watchable != nil)
    try output.write("through the pipe\n")
    try output.finish()
    reader.join()
    #expect(try scratch.names == ["fifo"])
  }

  @Test func refusesAFolder() throws {
    let scratch = try Scratch()
    let error = failure { () throws(FileError) in try Output(path: scratch.path) }
    #expect(error == .cannotCreate(path: scratch.path, reason: .isFolder))
    #expect(error?.exitClass == .cannotCreate)
  }

  @Test func refusesAMissingFolder() throws {
    let scratch = try Scratch()
    let path = scratch("missing/result")
    let error = failure { () throws(FileError) in try Output(path: path) }
    #expect(error == .cannotCreate(path: path, reason: .missing))
    #expect(
      error?.description
        == "\(path): cannot create: no such file or folder; create the folder first")
  }
}

@Suite struct StandardOutputTests {
  @Test func writesToAPipeAndLeavesItOpen() throws {
    let pipe = Pipe()
    var output = try Output(standardOutput: pipe.writing)
    #expect(output.name == "<stdout>")
    #expect(output.watchable == pipe.writing)
    try output.write("text\n")
    try output.finish()
    pipe.send("more\n")
    pipe.closeWriting()
    #expect(pipe.receiveAll().elementsEqual("text\nmore\n".utf8))
  }

  @Test func neverSynchronizesAPipe() throws {
    let pipe = Pipe()
    let script = FaultScript()
    var output = try Output(standardOutput: pipe.writing, calls: script.calls)
    try output.write("text\n")
    try output.finish()
    #expect(!script.log.contains("synchronize"))
  }

  @Test func takesAClosedPipeForTheEndOfTheWork() throws {
    let pipe = Pipe()
    var output = try Output(standardOutput: pipe.writing)
    pipe.closeReading()
    try output.write("text\n")
    let error = failure { () throws(FileError) in try output.flush() }
    #expect(error == .closedPipe(path: "<stdout>"))
    #expect(error?.exitClass == .closedPipe)
  }

  @Test func waitsForAPipeThatDoesNotBlock() throws {
    let pipe = Pipe()
    setNonBlocking(pipe.writing)
    var random = SplitMix64(seed: 12)
    let bytes = random.lines(1_000_000)
    var output = try Output(standardOutput: pipe.writing)
    let reader = SideThread {
      usleep(20_000)
      let received = pipe.receiveAll()
      #expect(received == bytes)
    }
    try output.write(bytes.span)
    try output.finish()
    pipe.closeWriting()
    reader.join()
  }

  @Test func bringsARedirectedFileToTheDevice() throws {
    let scratch = try Scratch()
    let file = unsafe open(try scratch.put("redirected", ""), O_WRONLY)
    defer { close(file) }
    let script = FaultScript()
    var output = try Output(standardOutput: file, calls: script.calls)
    #expect(output.watchable == nil)
    try output.write("text")
    try output.finish()
    #expect(script.log.contains("synchronize"))
    #expect(try scratch.text("redirected") == "text")
  }

  @Test func reportsWhatTheDeviceRefusesAtTheEnd() throws {
    let scratch = try Scratch()
    let file = unsafe open(try scratch.put("redirected", ""), O_WRONLY)
    defer { close(file) }
    let script = FaultScript(failing: 3, with: Errno(EDQUOT))
    var output = try Output(standardOutput: file, calls: script.calls)
    try output.write("text")
    let error = failure { () throws(FileError) in try output.finish() }
    #expect(script.faultHit == "synchronize")
    #expect(error == .cannotWrite(path: "<stdout>", reason: Errno(EDQUOT)))
    #expect(failure { () throws(FileError) in try output.finish() } == error)
  }

  @Test func refusesADescriptorThatIsNotOpenForWriting() throws {
    let file = unsafe open("/dev/null", O_RDONLY)
    defer { close(file) }
    let error = failure { () throws(FileError) in try Output(standardOutput: file) }
    #expect(error == .cannotWrite(path: "<stdout>", reason: .closedDescriptor))
    #expect(error?.exitClass == .inputOutput)
  }

  @Test func refusesAClosedDescriptor() throws {
    let error = failure { () throws(FileError) in try Output(standardOutput: 1_000_000) }
    #expect(error == .cannotWrite(path: "<stdout>", reason: .closedDescriptor))
  }

  @Test(arguments: ["-", "/dev/stdout"])
  func goesByTheseNames(path: String) throws {
    let output = try Output(path: path)
    #expect(output.name == "<stdout>")
  }
}
