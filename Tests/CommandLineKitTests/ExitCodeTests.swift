import CommandLineKit
import Testing

@Suite struct ExitCodeTests {
  @Test func numbersAreThoseOfTheContract() {
    #expect(
      ExitCode.allCases.map(\.number) == [0, 1, 64, 65, 66, 69, 70, 73, 74, 75, 76, 77, 78])
  }

  @Test func namesAreUnique() {
    #expect(Set(ExitCode.allCases.map(\.name)).count == ExitCode.allCases.count)
  }

  @Test(arguments: ExitCode.allCases)
  func saysWhatHappenedAndWhatToDo(code: ExitCode) {
    #expect(code.meaning.hasSuffix(".") && code.advice.hasSuffix("."))
  }
}
