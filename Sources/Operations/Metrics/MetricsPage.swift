internal import Scalars

/// Metrics in the text format of Prometheus.
///
/// What a node exporter or a push gateway would drop or refuse is no page: a sample that is there twice, a
/// name that is none, a value without a unit in its name.
package struct MetricsPage {
  /// What a metric counts or measures.
  package enum Kind: String, Sendable {
    case counter, gauge
  }

  /// A metric, with its unit at the end of its name.
  package struct Metric: Sendable {
    package let name: String
    package let kind: Kind
    package let help: String

    /// Declares a metric.
    package init(_ name: String, _ kind: Kind, _ help: String) {
      precondition(Self.isName(name), "a metric has a name of small letters")
      self.name = name
      self.kind = kind
      self.help = help
    }

    private static func isName(_ name: String) -> Bool {
      name.hasPrefix("angelx_")
        && name.utf8.allSatisfy { byte in
          (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "_")
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
    }
  }

  private struct Family {
    let metric: Metric
    var samples: [(labels: String, value: Double)] = []
  }

  private var families: [Family] = []

  /// Begins with no metrics.
  package init() {}

  /// Adds a sample; of two with the same labels the later one counts.
  package mutating func add(
    _ metric: Metric, _ labels: [(name: String, value: String)], _ value: Double
  ) {
    let text = labels.map { "\($0.name)=\"\(Self.escaped($0.value))\"" }.joined(separator: ",")
    let index = families.firstIndex { $0.metric.name == metric.name } ?? families.endIndex
    if index == families.endIndex { families.append(Family(metric: metric)) }
    if let place = families[index].samples.firstIndex(where: { $0.labels == text }) {
      families[index].samples[place].value = value
    } else {
      families[index].samples.append((text, value))
    }
  }

  /// The page, which ends with a line end as the format asks for.
  package var text: String {
    families.map { family in
      let name = family.metric.name
      let samples = family.samples.map { sample in
        "\(name)\(sample.labels.isEmpty ? "" : "{\(sample.labels)}") \(Self.number(sample.value))\n"
      }
      return """
        # HELP \(name) \(Self.escapedHelp(family.metric.help))
        # TYPE \(name) \(family.metric.kind.rawValue)
        \(samples.joined())
        """
    }.joined()
  }

  private static func number(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
    return String(shortest: value)
  }

  private static func escaped(_ text: String) -> String {
    escapedHelp(text).split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\\\"")
  }

  private static func escapedHelp(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
}
