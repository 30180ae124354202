import Scalars
import Testing

@Suite struct SignificantTests {
  @Test(arguments: [
    (0.0000005363499651284422, 5.363500e-07), (-0.0012352643234279808, -0.001235264),
    (123456.789, 123456.8), (9.99999999, 10), (0, 0), (1e300, 1e300), (1e-300, 1e-300),
    (0.1 + 0.2, 0.3),
  ])
  func keepsSevenDigits(number: Double, rounded: Double) {
    #expect(number.rounded(toSignificant: 7) == rounded)
  }

  @Test func leavesWhatIsNoNumber() {
    #expect(Double.nan.rounded(toSignificant: 7).isNaN)
    #expect(Double.infinity.rounded(toSignificant: 7) == .infinity)
  }
}
