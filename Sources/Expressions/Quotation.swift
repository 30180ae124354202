/// The most characters of foreign text that a message quotes.
let longestQuotation = 40

/// Quotes text that came from outside for a message: `'abc'`.
///
/// It is cut at 40 characters, and what a terminal would obey or not show is escaped.
package func quotation(of text: some StringProtocol) -> String {
  "'\(printable(text))'"
}

/// The same without the quotes.
package func printable(_ text: some StringProtocol) -> String {
  var result = ""
  for scalar in text.unicodeScalars.prefix(longestQuotation) {
    result += scalar.isPrintable ? String(scalar) : scalar.escape
  }
  return text.unicodeScalars.count > longestQuotation ? result + "..." : result
}

extension Unicode.Scalar {
  /// Whether the scalar may be shown as it is: nothing that a terminal obeys or that is invisible.
  var isPrintable: Bool {
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      false
    case .spaceSeparator: self == " "
    default: true
    }
  }

  /// The scalar as an escape of printable ASCII: `\u{1B}`.
  var escape: String {
    "\\u{\(String(value, radix: 16, uppercase: true))}"
  }
}
