import Files
import Foundation
import Testing
import TestSupport

@Suite struct ByteSourceTests {
  @Test(arguments: [1, 2, 7, 4096, 262_144])
  func readsAPlainFileAsItIs(buffer: Int) throws {
    let scratch = try Scratch()
    var random = SplitMix64(seed: 1)
    let bytes = random.lines(300_000)
    let path = try scratch.put("plain.jsonl", bytes)
    var source = try ByteSource(path: path)
    #expect(Reading(&source, buffer: buffer) == Reading(bytes: bytes))
    #expect(source.consumed == bytes.count)
    #expect(source.size == bytes.count)
    #expect(source.name == path)
    let packing = source.packing
    #expect(packing == nil)
  }

  @Test(arguments: [1, 2, 7, 4096, 262_144], [1, 2, 3, 1000, Int.max])
  func inflatesTheSameForAnyBufferAndPiece(buffer: Int, piece: Int) throws {
    var random = SplitMix64(seed: 2)
    let bytes = random.lines(20_000)
    let stream =
      gzipMember(Array(bytes.prefix(7777))) + gzipMember([])
      + gzipMember(Array(bytes.dropFirst(7777)))
    #expect(try Reading(stream, piece: piece, buffer: buffer) == Reading(bytes: bytes))
  }

  @Test func needsRoomForAByte() async {
    await #expect(processExitsWith: .failure) {
      var source = try ByteSource(path: "/dev/null")
      _ = unsafe try source.read(into: UnsafeMutableRawBufferPointer(start: nil, count: 0))
    }
  }

  @Test func knowsHowFarItHasCome() throws {
    var random = SplitMix64(seed: 3)
    let stream = gzipMember(random.lines(50_000))
    var source = try ByteSource(path: "x", calls: MemoryInput(stream).calls)
    #expect(source.consumed == 0)
    var buffer = [UInt8](repeating: 0, count: 10)
    _ = try source.read(into: &buffer)
    let packing = source.packing
    #expect(packing == "gzip")
    #expect(source.consumed > 0 && source.consumed < stream.count)
    #expect(Reading(&source).error == nil)
    #expect(source.consumed == stream.count)
  }

  @Test(arguments: [[], [0x1F], [0x1F, 0x20], [0x8B, 0x1F], [0x1F, 0x1F, 0x8B], [0, 0]])
  func takesWhatIsNoGzipAsPlain(bytes: [UInt8]) throws {
    for buffer in 1...4 {
      for piece in 1...3 {
        #expect(try Reading(bytes, piece: piece, buffer: buffer) == Reading(bytes: bytes))
      }
    }
  }

  @Test func takesAnEmptyFileNamedGzForAnEmptyFile() throws {
    let scratch = try Scratch()
    var source = try ByteSource(path: try scratch.put("empty.jsonl.gz", ""))
    #expect(Reading(&source) == Reading())
    #expect(source.size == nil)
  }

  @Test func refusesWhatIsNotThere() throws {
    let scratch = try Scratch()
    let path = scratch("missing")
    let error = failure { () throws(FileError) in try ByteSource(path: path) }
    #expect(error == .cannotOpen(path: path, reason: .missing))
    #expect(error?.exitClass == .missingInput)
  }

  @Test func refusesAFolder() throws {
    let scratch = try Scratch()
    let error = failure { () throws(FileError) in try ByteSource(path: scratch.path) }
    #expect(error == .cannotOpen(path: scratch.path, reason: .isFolder))
    #expect(error?.exitClass == .missingInput)
  }

  @Test func refusesLinksThatLeadInACircle() throws {
    let scratch = try Scratch()
    try scratch.link("a", to: "b")
    try scratch.link("b", to: "a")
    let error = failure { () throws(FileError) in try ByteSource(path: scratch("a")) }
    #expect(error == .cannotOpen(path: scratch("a"), reason: .linkLoop))
    #expect(error?.exitClass == .missingInput)
  }

  @Test func refusesAnUnreadableFile() throws {
    let script = FaultScript(failing: 0, with: Errno(EACCES))
    let error = failure { () throws(FileError) in
      try ByteSource(path: "secret", calls: script.calls)
    }
    #expect(error?.exitClass == .noPermission)
  }

  @Test func followsASymbolicLink() throws {
    let scratch = try Scratch()
    try scratch.put("real", "content")
    try scratch.link("link", to: "real")
    var source = try ByteSource(path: scratch("link"))
    #expect(Reading(&source) == Reading(bytes: Array("content".utf8)))
  }

  @Test func surfacesAReadErrorAsSuch() throws {
    let scratch = try Scratch()
    let path = try scratch.put("file", "content")
    let script = FaultScript(failing: 2, with: .inputOutput)
    var source = try ByteSource(path: path, calls: script.calls)
    let reading = Reading(&source)
    #expect(script.faultHit == "read")
    #expect(reading == Reading(error: .cannotRead(path: path, reason: .inputOutput)))
    #expect(reading.error?.exitClass == .inputOutput)
  }
}

extension Reading {
  init(bytes: [UInt8] = [], error: FileError? = nil) {
    self.bytes = bytes
    self.error = error
  }
}
