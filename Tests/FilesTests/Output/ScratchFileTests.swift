import Foundation
import TestSupport
import Testing

@testable import Files

@Suite struct ScratchFileTests {
  @Test func isThereAsLongAsItsOwner() throws {
    let scratch = try Scratch()
    try write("one", "two", in: scratch.path) { path in
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "onetwo")
      #expect(try scratch.names.count == 1)
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
    #expect(try scratch.names == [])
  }

  @Test func twoHaveNamesOfTheirOwn() throws {
    let scratch = try Scratch()
    try write("one", in: scratch.path) { first in
      try write("two", in: scratch.path) { #expect($0 != first) }
    }
  }

  @Test func needsAFolder() throws {
    let scratch = try Scratch()
    let error = #expect(throws: FileError.self) {
      try write("one", in: scratch("none")) { _ in }
    }
    #expect(error?.code == "cannot-create")
    #expect(error?.path.hasPrefix(scratch("none/")) == true)
  }

  @Test func saysThatTheDiskIsFull() throws {
    let scratch = try Scratch()
    var calls = SystemCalls.real
    unsafe calls.write = { _, _ throws(Errno) in throw Errno(ENOSPC) }
    let error = #expect(throws: FileError.self) {
      try write("one", in: scratch.path, calls: calls) { _ in }
    }
    #expect(error?.code == "cannot-write")
    #expect(error?.remedy.contains("free some space") == true)
    #expect(try scratch.names == [])
  }

  @Test func goesWithAnInterruptedProgram() async throws {
    let scratch = try Scratch()
    await #expect(processExitsWith: .signal(SIGINT)) { [path = scratch.path as String] in
      StartUp.prepare()
      try write("one", in: path) { _ in raise(SIGINT) }
    }
    #expect(try scratch.names == [])
  }
}

/// Writes texts to a scratch file and calls `body` with its path while it is there.
private func write(
  _ texts: String..., in folder: String, calls: SystemCalls = .real,
  then body: (String) throws -> Void
) throws {
  let file = try ScratchFile(in: folder, calls: calls)
  for text in texts { try file.write(Array(text.utf8).span) }
  try body(file.path)
}
