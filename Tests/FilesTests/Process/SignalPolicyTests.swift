import Files
import Foundation
import TestSupport
import Testing

@Suite struct SignalPolicyTests {
  @Test func removesTemporaryFilesWhenInterrupted() async throws {
    let scratch = try Scratch()
    try scratch.put("result", "old")
    await #expect(processExitsWith: .signal(SIGINT)) { [path = scratch("result") as String] in
      try endWhileWriting(path, by: SIGINT)
    }
    #expect(try scratch.names == ["result"])
    #expect(try scratch.text("result") == "old")
  }

  @Test func removesTemporaryFilesWhenTerminated() async throws {
    let scratch = try Scratch()
    await #expect(processExitsWith: .signal(SIGTERM)) { [path = scratch("result") as String] in
      try endWhileWriting(path, by: SIGTERM)
    }
    #expect(try scratch.names.isEmpty)
  }

  @Test func removesTemporaryFilesWhenTheTerminalGoes() async throws {
    let scratch = try Scratch()
    await #expect(processExitsWith: .signal(SIGHUP)) { [path = scratch("result") as String] in
      try endWhileWriting(path, by: SIGHUP)
    }
    #expect(try scratch.names.isEmpty)
  }

  @Test func diesOfAClosedPipeAlsoWhenThatWasIgnored() async throws {
    let scratch = try Scratch()
    await #expect(processExitsWith: .signal(SIGPIPE)) { [path = scratch("result") as String] in
      _ = signal(SIGPIPE, SIG_IGN)
      var set = sigset_t()
      unsafe sigemptyset(&set)
      unsafe sigaddset(&set, SIGPIPE)
      unsafe pthread_sigmask(SIG_BLOCK, &set, nil)
      SignalPolicy.adopt()
      let file = try AtomicFile(path: path)
      var ends: [Int32] = [-1, -1]
      #expect(unsafe pipe(&ends) == 0)
      close(ends[0])
      var output = try Output(standardOutput: ends[1])
      try output.write("nobody reads this")
      try output.flush()
      try file.commit()
    }
    #expect(try scratch.names.isEmpty)
  }

  @Test func leavesAnIgnoredSignalIgnored() async throws {
    await #expect(processExitsWith: .exitCode(7)) {
      _ = signal(SIGHUP, SIG_IGN)
      SignalPolicy.adopt()
      kill(getpid(), SIGHUP)
      usleep(20_000)
      exit(7)
    }
  }

  @Test func turnsTheFileSizeLimitIntoAnError() async throws {
    let scratch = try Scratch()
    await #expect(processExitsWith: .exitCode(7)) { [path = scratch("result") as String] in
      SignalPolicy.adopt()
      var limit = rlimit(rlim_cur: 1000, rlim_max: 1000)
      #if os(Linux)
        unsafe setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      #else
        unsafe setrlimit(RLIMIT_FSIZE, &limit)
      #endif
      let error = failure { () throws(FileError) in
        var output = try Output(path: path)
        try output.write(String(repeating: "x", count: 5000))
        try output.finish()
      }
      exit(error == .cannotWrite(path: path, reason: Errno(EFBIG)) ? 7 : 8)
    }
    #expect(try scratch.names.isEmpty)
  }

  @Test func removesNothingThatWasCommittedOrAbandoned() async throws {
    let scratch = try Scratch()
    await #expect(processExitsWith: .signal(SIGTERM)) { [path = scratch.path as String] in
      SignalPolicy.adopt()
      // More than the list holds at a time, so that places are used again.
      for index in 0..<50 {
        let file = try AtomicFile(path: path + "/\(index)")
        try file.write("whole")
        if index.isMultiple(of: 2) { try file.commit() }
      }
      endBySignal(SIGTERM)
    }
    #expect(try scratch.names.count == 25)
    #expect(try scratch.names.allSatisfy { try scratch.text($0) == "whole" })
  }

  @Test func removesTheFilesOfAllThreads() async throws {
    let scratch = try Scratch()
    await #expect(processExitsWith: .signal(SIGTERM)) { [path = scratch.path as String] in
      SignalPolicy.adopt()
      let gate = TurnGate()
      try together(5) { worker in
        let file = try AtomicFile(path: path + "/\(worker)")
        try file.write("half")
        try gate.wait(for: worker)
        gate.advance()
        if worker == 4 { kill(getpid(), SIGTERM) }
        sleep(20)
      }
    }
    #expect(try scratch.names.isEmpty)
  }
}

/// Sends itself a signal in the middle of writing a file.
private func endWhileWriting(_ path: String, by number: Int32) throws {
  SignalPolicy.adopt()
  var output = try Output(path: path)
  try output.write("half a resul")
  try output.flush()
  endBySignal(number)
  try output.finish()
}

/// Sends this process a signal and waits for its effect, which may come on any thread.
private func endBySignal(_ number: Int32) {
  kill(getpid(), number)
  sleep(20)
}
