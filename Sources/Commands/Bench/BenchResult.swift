import Benchmarks
import CommandLineKit

/// What came of one entry of a suite.
struct BenchResult {
  private typealias Value = MadeRecords.Value

  let suite: Suite
  let entry: Suite.Entry
  let measurement: Measurement
  let peakMemory: Int

  init(_ suite: Suite, _ entry: Suite.Entry, _ measurement: Measurement, peakMemory: Int) {
    self.suite = suite
    self.entry = entry
    self.measurement = measurement
    self.peakMemory = peakMemory
  }

  /// Whether it is as fast as is required; nil where nothing is.
  var isMet: Bool? { entry.requirement.map(measurement.meets) }

  /// Results as records.
  static func records(_ results: [BenchResult]) -> MadeRecords {
    var records = MadeRecords(fields.map { MadeRecords.Column($0.name, decimals: $0.decimals) })
    for result in results { records.add(fields.map { $0.value(result) }) }
    return records
  }

  /// The fields that a person is shown.
  static let shown = [
    "suite", "part", "threads", "ns", "mad_ns", "per_second", "yardstick_ns", "ratio", "ratio_mad",
    "required_ratio", "met", "peak_memory", "build",
  ]

  /// A field, with how many decimals it is written and what stands in it.
  private struct Field {
    let name: String
    var decimals: Int?
    let value: (BenchResult) -> Value
  }

  private static var fields: [Field] {
    [
      Field(name: "suite") { .text($0.suite.name) },
      Field(name: "part") { result in result.entry.part.map { .text($0) } ?? .null },
      Field(name: "measures") { .text($0.suite.measures($0.entry)) },
      Field(name: "threads") { .whole(Int64($0.entry.threads)) },
      Field(name: "build") { _ in .text(BuildMode.current.rawValue) },
      Field(name: "clock") { .text($0.entry.timing.rawValue) },
      Field(name: "passes") { .whole(Int64($0.measurement.subject.count)) },
      Field(name: "operations") { .whole(Int64($0.measurement.operations)) },
      Field(name: "ns", decimals: 2) { .number($0.measurement.subject.median) },
      Field(name: "mad_ns", decimals: 2) { .number($0.measurement.subject.deviation) },
      Field(name: "min_ns", decimals: 2) { .number($0.measurement.subject.minimum) },
      Field(name: "p95_ns", decimals: 2) { .number($0.measurement.subject.percentile(95)) },
      Field(name: "per_second", decimals: 0) { .number($0.measurement.perSecond) },
      Field(name: "yardstick") { .text($0.suite.yardstick) },
      Field(name: "yardstick_ns", decimals: 2) { .number($0.measurement.yardstick.median) },
      Field(name: "yardstick_mad_ns", decimals: 2) { .number($0.measurement.yardstick.deviation) },
      Field(name: "ratio", decimals: 4) { .number($0.measurement.ratio.median) },
      Field(name: "ratio_mad", decimals: 4) { .number($0.measurement.ratio.deviation) },
      Field(name: "required_ratio", decimals: 4) { result in
        result.entry.requirement.map { .number($0.ratio) } ?? .null
      },
      Field(name: "met") { result in result.isMet.map { .boolean($0) } ?? .null },
      Field(name: "peak_memory") { .whole(Int64($0.peakMemory)) },
    ]
  }
}
