import Testing

@testable import Operations

/// Metrics as Prometheus reads them.
struct MetricsPageTests {
  private static let bytes = MetricsPage.Metric(
    "angelx_x_bytes", .gauge, "A \\ help\nof two lines.")
  private static let total = MetricsPage.Metric("angelx_y_total", .counter, "A count.")

  @Test func samplesStandBehindTheirFamily() {
    var page = MetricsPage()
    page.add(Self.bytes, [], 1)
    page.add(Self.total, [("kind", "a \"b\" \\ \n")], 2)
    page.add(Self.bytes, [("x", "1")], 0.1)
    // Of two with the same labels the later counts: a sample twice would be refused.
    page.add(Self.bytes, [], 3)
    #expect(
      page.text == """
        # HELP angelx_x_bytes A \\\\ help\\nof two lines.
        # TYPE angelx_x_bytes gauge
        angelx_x_bytes 3
        angelx_x_bytes{x="1"} 0.1
        # HELP angelx_y_total A count.
        # TYPE angelx_y_total counter
        angelx_y_total{kind="a \\"b\\" \\\\ \\n"} 2

        """)
  }

  @Test(
    "numbers",
    arguments: [
      (Double.nan, "NaN"), (.infinity, "+Inf"), (-.infinity, "-Inf"), (1e21, "1e21"),
      (-0.5, "-0.5"),
    ])
  func numbers(value: Double, text: String) {
    var page = MetricsPage()
    page.add(Self.bytes, [], value)
    #expect(page.text.hasSuffix("angelx_x_bytes \(text)\n"))
  }

  @Test func noMetricsAreNoPage() { #expect(MetricsPage().text.isEmpty) }
}
