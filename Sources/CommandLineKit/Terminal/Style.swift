/// How a piece of text stands out on a terminal.
package enum Ink: Sendable {
  case bold, dim, red, green, yellow

  fileprivate var code: Int {
    switch self {
    case .bold: 1
    case .dim: 2
    case .red: 31
    case .green: 32
    case .yellow: 33
    }
  }
}

/// Whether colour is wanted.
package enum ColorChoice: String, CaseIterable, ArgumentValue {
  case auto, always, never
}

/// Paints text, or leaves it as it is where colour is not wanted.
package struct Style: Sendable, Equatable {
  private let isColored: Bool

  /// No colour at all.
  package static let plain = Style(isColored: false)
  /// Colours by the escape codes that all terminals know.
  package static let colored = Style(isColored: true)

  /// The style that suits a stream of text.
  ///
  /// Where the choice is left open, colour is for a terminal that is not `dumb`, and only while
  /// `NO_COLOR` is not set.
  package init(_ choice: ColorChoice, isTerminal: Bool, _ environment: Environment) {
    let isRefused = !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
    self.init(isColored: choice == .always || (choice == .auto && isTerminal && !isRefused))
  }

  private init(isColored: Bool) { self.isColored = isColored }

  /// The text in the ink; empty text stays empty.
  package func paint(_ text: String, _ ink: Ink?) -> String {
    guard isColored, let ink, !text.isEmpty else { return text }
    return "\u{1B}[\(ink.code)m\(text)\u{1B}[0m"
  }
}
