import Testing

import TestSupport

@Suite struct GoldenCaseTests {
  @Test(arguments: GoldenCase.all)
  func saysWhatItMust(_ golden: GoldenCase) throws {
    let result = try golden.run()
    let expected = golden.expected
    if GoldenCase.isRecording, result != expected {
      try golden.record(result)
      Issue.record("recorded \(golden.name); read the difference before you commit it")
      return
    }
    #expect(result.outputText == expected.outputText)
    #expect(result.errorText == expected.errorText)
    #expect(result.status == expected.status)
    #expect(result == expected, "the bytes differ where their text does not")
  }

  @Test func thereAreCases() {
    #expect(GoldenCase.all.count > 20)
  }
}
