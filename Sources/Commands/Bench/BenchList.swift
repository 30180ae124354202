import Benchmarks

/// What is measured and what is required of it, without any measuring.
enum BenchList {
  /// Suites as records, one for each entry.
  static func records(_ suites: [Suite]) -> MadeRecords {
    var records = MadeRecords([
      .init("suite"), .init("measures"), .init("threads"), .init("clock"), .init("yardstick"),
      .init("required"), .init("unit"), .init("reference_yardstick_ns"),
      .init("required_ratio", decimals: 4),
    ])
    for suite in suites {
      for entry in suite.entries { records.add(values(suite, entry)) }
    }
    return records
  }

  /// The fields that a person is shown.
  static let shown = ["suite", "threads", "required", "unit", "required_ratio", "measures"]

  private static func values(_ suite: Suite, _ entry: Suite.Entry) -> [MadeRecords.Value] {
    let common: [MadeRecords.Value] = [
      .text(suite.name), .text(suite.measures(entry)), .whole(Int64(entry.threads)),
      .text(entry.timing.rawValue), .text(suite.yardstick),
    ]
    guard let requirement = entry.requirement else { return common + [.null, .null, .null, .null] }
    return common + [
      .number(requirement.figure), .text(requirement.unit.rawValue),
      .number(requirement.yardstick), .number(requirement.ratio),
    ]
  }
}
