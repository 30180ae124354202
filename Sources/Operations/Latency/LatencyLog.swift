package import Configuration
internal import Scalars
package import Store

/// How long the pieces of a command's work took, put into the store when it ends.
package struct LatencyLog: Sendable {
  /// A piece of work that took as long as it may or longer.
  package struct Violation: Sendable, Equatable {
    package let operation: String
    package let milliseconds: Double
    package let required: Double
  }

  package private(set) var records: [LatencyRecord] = []

  /// Begins with nothing measured.
  package init() {}

  /// Puts down a piece of work that began at a time in microseconds since 1970 in UTC.
  package mutating func add(
    _ operation: String, began: Int64, seconds: Double, records count: Int? = nil
  ) {
    // What tells them apart in the store is when they began.
    let last = records.last { $0.operation == operation }?.beganMicroseconds
    records.append(
      LatencyRecord(
        operation: operation, beganMicroseconds: last == began ? began + 1 : began,
        durationMicroseconds: Int64((seconds * 1_000_000).rounded()),
        records: count.map(Int64.init)))
  }

  /// What took as long as the configuration allows or longer.
  package func violations(_ settings: Settings) -> [Violation] {
    judged(settings).filter { $0.milliseconds >= $0.required }
  }

  /// The operations of which something is required, and that took less whenever they were done.
  package func kept(_ settings: Settings) -> Set<String> {
    let judged = judged(settings)
    let violated = judged.filter { $0.milliseconds >= $0.required }.map(\.operation)
    return Set(judged.map(\.operation)).subtracting(violated)
  }

  /// What something is required of, beside what it took.
  private func judged(_ settings: Settings) -> [Violation] {
    let required = settings.members("LATENCY_REQUIREMENTS")
    return records.compactMap { record in
      let name = Self.requirementOfOneRecord[record.operation] ?? record.operation
      let limit = required.first { $0.name.text == name }?.value.number?.doubleValue
      // What is asked of one record is asked of the mean.
      let isOfOne = name != record.operation
      let count = isOfOne ? Double(max(1, record.records ?? 1)) : 1
      let milliseconds = Double(record.durationMicroseconds) / 1000 / count
      guard let limit else { return nil }
      return Violation(
        operation: record.operation, milliseconds: milliseconds, required: limit)
    }
  }

  /// Operations on many records of which one of them is asked something, by what it is called there.
  private static let requirementOfOneRecord = ["filter": "strategy_evaluation"]
}
