import Files
import Foundation
import Testing

@Suite struct DescriptorTests {
  private func isOpen(_ number: Int32) -> Bool {
    fcntl(number, F_GETFD) >= 0
  }

  @Test func closesWhatItOpenedWhenItGoesAway() throws {
    let script = FaultScript()
    do {
      let descriptor = try Descriptor(opening: "/dev/null", flags: O_RDONLY, calls: script.calls)
      #expect(isOpen(descriptor.number))
      #expect(script.log == ["open"])
    }
    #expect(script.log == ["open", "close"])
  }

  @Test func closesOnlyOnce() throws {
    let script = FaultScript()
    let descriptor = try Descriptor(opening: "/dev/null", flags: O_RDONLY, calls: script.calls)
    try descriptor.close()
    #expect(script.log == ["open", "close"])
  }

  @Test func neverClosesAgainAfterASignal() throws {
    let script = FaultScript(failing: 1, with: .interrupted)
    let descriptor = try Descriptor(opening: "/dev/null", flags: O_RDONLY, calls: script.calls)
    try descriptor.close()
    #expect(script.log == ["open", "close"])
  }

  @Test func reportsAFailureToClose() throws {
    let script = FaultScript(failing: 1, with: .inputOutput)
    #expect(throws: Errno.inputOutput) {
      try Descriptor(opening: "/dev/null", flags: O_RDONLY, calls: script.calls).close()
    }
    #expect(script.log == ["open", "close"])
  }

  @Test func leavesABorrowedDescriptorOpen() throws {
    let pipe = Pipe()
    let script = FaultScript()
    do {
      let descriptor = Descriptor(borrowing: pipe.writing, calls: script.calls)
      try descriptor.close()
    }
    #expect(script.log.isEmpty)
    #expect(isOpen(pipe.writing))
  }

  @Test func keepsFilesFromProgramsThatAreStarted() throws {
    let descriptor = try Descriptor(opening: "/dev/null", flags: O_RDONLY, calls: .real)
    let copy = try descriptor.duplicated()
    #expect(fcntl(descriptor.number, F_GETFD) & FD_CLOEXEC != 0)
    #expect(fcntl(copy.number, F_GETFD) & FD_CLOEXEC != 0)
  }

  @Test(arguments: [EINVAL, ENOTSUP, ENOSYS])
  func takesMissingSynchronizationForDone(code: Int32) throws {
    let script = FaultScript(failing: 1, with: Errno(code))
    let descriptor = try Descriptor(opening: "/dev/null", flags: O_WRONLY, calls: script.calls)
    try descriptor.synchronize()
  }

  @Test func synchronizesOnlyOnceWhenThatFails() throws {
    let script = FaultScript(failing: 1, with: .inputOutput)
    let descriptor = try Descriptor(opening: "/dev/null", flags: O_WRONLY, calls: script.calls)
    #expect(throws: Errno.inputOutput) { try descriptor.synchronize() }
    #expect(script.log == ["open", "synchronize"])
  }

  @Test func knowsWhatItIsOpenFor() throws {
    let reading = try Descriptor(opening: "/dev/null", flags: O_RDONLY, calls: .real)
    let writing = try Descriptor(opening: "/dev/null", flags: O_WRONLY, calls: .real)
    let both = try Descriptor(opening: "/dev/null", flags: O_RDWR, calls: .real)
    try reading.requireReadable()
    try writing.requireWritable()
    try both.requireReadable()
    try both.requireWritable()
    #expect(throws: Errno.closedDescriptor) { try reading.requireWritable() }
    #expect(throws: Errno.closedDescriptor) { try writing.requireReadable() }
  }
}
