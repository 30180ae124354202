import Market
import Testing

@Suite struct MoneyTests {
  @Test(arguments: [
    (0.0, 0), (0.05, 5), (119.05, 11_905), (0.004, 0), (0.005, 1), (-0.05, -5),
    (92_233_720_368_547_760, .max), (1e300, .max), (.infinity, .max), (-1e300, .min),
    (90_000_000_000_000_000, 9_000_000_000_000_000_000),
  ])
  func theNearestAmountStaysWithinWhatThereIs(rupees: Double, paise: Int64) {
    #expect(Money(nearestTo: rupees).paise == paise)
  }
}
