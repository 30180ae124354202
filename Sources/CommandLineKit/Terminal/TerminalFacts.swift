#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What is known of the place that a stream of text goes to.
package struct TerminalFacts: Sendable, Equatable {
  /// Whether a person reads it at a terminal.
  package let isTerminal: Bool
  /// How many columns fit on a line.
  package let width: Int
  /// The colours to use.
  package let style: Style

  /// No terminal: 80 columns, no colour.
  package static let none = TerminalFacts(isTerminal: false)

  /// Creates facts that are known already.
  package init(isTerminal: Bool, width: Int = 80, style: Style = .plain) {
    self.isTerminal = isTerminal
    self.width = width
    self.style = style
  }

  /// Asks the operating system about a descriptor.
  ///
  /// The width is that of `COLUMNS`, of the terminal, or 80; colour is used on a terminal unless
  /// `NO_COLOR` is set or `TERM` is `dumb`, and `choice` overrules both.
  package init(
    descriptor: Int32, environment: Environment, color choice: ColorChoice = .auto
  ) {
    let isTerminal = isatty(descriptor) == 1
    let columns = environment["COLUMNS"].flatMap { Int($0) } ?? Self.columns(of: descriptor)
    self.init(
      isTerminal: isTerminal, width: columns.flatMap { (20...1_000).contains($0) ? $0 : nil } ?? 80,
      style: Style(choice, isTerminal: isTerminal, environment))
  }

  private static func columns(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 else { return nil }
    return Int(size.ws_col)
  }
}
