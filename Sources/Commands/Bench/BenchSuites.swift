import Benchmarks
import CommandLineKit

/// The suites that there are; a new one is a file and a line below.
enum BenchSuites {
  static let all: [Suite] = [
    .price, .greeks, .volatility, .pipe, .streamDecoding, .listParsing,
  ]
}

/// A suite as it is typed.
struct SuiteArgument: ArgumentValue {
  let suite: Suite

  init?(argument: String) {
    guard let suite = BenchSuites.all.first(where: { $0.name == argument }) else { return nil }
    self.suite = suite
  }

  var argument: String { suite.name }

  static var wanted: String { "one of \(choices.joined(separator: ", "))" }

  static var choices: [String] { BenchSuites.all.map(\.name) }
}
