import Foundation
import TestSupport
import Testing

/// Tests of the tests: a program that is started gets nothing of what this process has been through.
@Suite struct LaunchTests {
  @Test(arguments: [SIGPIPE, SIGINT, SIGTERM, SIGHUP])
  func programsStartWithNoSignalIgnored(number: Int32) async {
    await #expect(processExitsWith: .success) { [number] in
      _ = signal(number, SIG_IGN)
      let result = try Program.run("/bin/sh", ["-c", "kill -\(number) $$"])
      #expect(result.status == 128 + number)
    }
  }

  @Test func programsStartWithThreeDescriptors() async throws {
    await #expect(processExitsWith: .success) {
      let file = try #require(FileHandle(forReadingAtPath: "/dev/null"))
      defer { try? file.close() }
      let result = try Program.run("/bin/sh", ["-c", "cat <&\(file.fileDescriptor)"])
      #expect(result.status != 0)
    }
  }
}
