import Files
import Foundation
import TestSupport
import Testing

@Suite struct StandardDescriptorsTests {
  @Test func makesWritingToAClosedStandardOutputAnError() async {
    await #expect(processExitsWith: .exitCode(7)) {
      closeAtStart(STDOUT_FILENO)
      StartUp.prepare()
      let error = failure { () throws(FileError) in try Output(path: "-") }
      exit(error == .cannotWrite(path: "<stdout>", reason: .closedDescriptor) ? 7 : 8)
    }
  }

  @Test func makesReadingFromAClosedStandardInputAnError() async {
    await #expect(processExitsWith: .exitCode(7)) {
      closeAtStart(STDIN_FILENO)
      StartUp.prepare()
      let error = failure { () throws(FileError) in try ByteSource(path: "-") }
      let expected = FileError.cannotOpen(path: "<stdin>", reason: .closedDescriptor)
      exit(error == expected && error?.exitClass == .missingInput ? 7 : 8)
    }
  }

  @Test func noticesAClosedStandardInputWithoutAnyPreparation() async {
    await #expect(processExitsWith: .exitCode(7)) {
      closeAtStart(STDIN_FILENO)
      let error = failure { () throws(FileError) in try ByteSource(path: "-") }
      exit(error == .cannotOpen(path: "<stdin>", reason: .closedDescriptor) ? 7 : 8)
    }
  }

  @Test func keepsFilesOutOfThePlacesOfStandardDescriptors() async throws {
    let scratch = try Scratch()
    await #expect(processExitsWith: .exitCode(7)) { [path = scratch("result") as String] in
      closeAtStart(STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO)
      StartUp.prepare()
      var output = try Output(path: path)
      _ = unsafe write(STDERR_FILENO, "a message\n", 10)
      _ = unsafe write(STDOUT_FILENO, "a result\n", 9)
      try output.write("content")
      try output.finish()
      exit(7)
    }
    #expect(try scratch.text("result") == "content")
  }

  @Test func readsStandardInput() async throws {
    let scratch = try Scratch()
    try scratch.put("input", "some input")
    await #expect(processExitsWith: .exitCode(7)) { [path = scratch("input") as String] in
      closeAtStart(STDIN_FILENO)
      #expect(unsafe open(path, O_RDONLY) == STDIN_FILENO)
      StartUp.prepare()
      var source = try ByteSource(path: "-")
      let isRight = Reading(&source) == Reading(bytes: Array("some input".utf8))
      exit(isRight && source.name == "<stdin>" && source.size == 10 ? 7 : 8)
    }
  }

  @Test func refusesAFolderAsStandardInput() async throws {
    await #expect(processExitsWith: .exitCode(7)) {
      closeAtStart(STDIN_FILENO)
      #expect(unsafe open("/", O_RDONLY) == STDIN_FILENO)
      let error = failure { () throws(FileError) in try ByteSource(path: "-") }
      exit(error == .cannotOpen(path: "<stdin>", reason: .isFolder) ? 7 : 8)
    }
  }
}

/// Closes descriptors as if the process had been started without them.
///
/// The threads of the test library open descriptors of their own as they start, which must not get
/// these numbers: they are given the time to do so first.
private func closeAtStart(_ numbers: Int32...) {
  usleep(100_000)
  for number in numbers { close(number) }
}
