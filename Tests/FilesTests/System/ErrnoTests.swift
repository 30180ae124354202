import Files
import Foundation
import Testing

@Suite struct ErrnoTests {
  @Test func speaksPlainly() {
    #expect(Errno(ENOSPC).description == "no space is left on the disk")
    #expect(Errno(EACCES).description == "permission denied")
  }

  @Test func fallsBackOnTheTextOfTheSystem() {
    #expect(Errno(EDOM).description.hasPrefix("system error \(EDOM), "))
  }

  @Test func hasAOneLineTextForEveryNumber() {
    for code in Int32(0)..<200 {
      #expect(!Errno(code).description.isEmpty)
      #expect(!Errno(code).description.contains("\n"))
    }
  }
}
