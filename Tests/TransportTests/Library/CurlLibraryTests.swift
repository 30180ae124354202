import Foundation
import TestSupport
import Testing

@testable import Transport

@Suite struct CurlLibraryTests {
  @Test(arguments: [[], ["libno-such-library.so.4"]])
  func aMissingLibraryIsSaid(names: [String]) {
    let error = #expect(throws: TransportError.self) { try CurlLibrary(names: names) }
    #expect(error == .library(.missing))
    #expect(error?.exitClass == .unavailable)
    #expect(error?.remedy.contains("install") == true)
  }

  @Test func theFirstThatIsThereIsTaken() throws {
    _ = try CurlLibrary(names: ["libno-such-library.so.4"] + CurlLibrary.names)
  }

  @Test func aLibraryThatIsAnotherIsRefused() {
    let names = ["libz.so.1", "/usr/lib/libz.dylib"]
    #expect(throws: TransportError.library(.incomplete)) { try CurlLibrary(names: names) }
  }

  @Test(.enabled(if: Program.isInstalled("readelf"), "readelf is not installed"))
  func theProgramStartsWithoutIt() throws {
    let result = try Program.run(
      try #require(Program.path(of: "readelf")), ["-d", Program.angelx])
    #expect(result.status == 0 && !result.outputText.contains("libcurl"))
  }
}

@Suite struct PipeSignalTests {
  @Test func isTakenBackWhereAServerHasGone() async {
    await #expect(processExitsWith: .success) {
      signal(SIGPIPE, SIG_DFL)
      let result = PipeSignal.withheld {
        raise(SIGPIPE)
        return 7
      }
      #expect(result == 7)
    }
  }

  @Test func endsTheProgramAgainAfterwards() async {
    await #expect(processExitsWith: .signal(SIGPIPE)) {
      signal(SIGPIPE, SIG_DFL)
      PipeSignal.withheld { _ = raise(SIGPIPE) }
      raise(SIGPIPE)
    }
  }
}
