import Foundation
import Testing

@testable import Files

@Suite struct ProcessEnvironmentTests {
  @Test func holdsWhatTheProcessWasStartedWith() {
    let known = ProcessInfo.processInfo.environment
    #expect(known["PATH"] != nil)
    #expect(Set(ProcessEnvironment.entries) == Set(known.map { "\($0.key)=\($0.value)" }))
  }
}
