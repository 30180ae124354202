/// A password, a token, or anything else that must stay inside.
///
/// It cannot be compared, encoded or printed; what it holds is had by ``revealed`` alone, so a
/// search for that word lists every place where a secret leaves its cover.
package struct Secret: Sendable, Discreet {
  /// What is kept secret.
  package let revealed: [UInt8]

  /// Covers a text.
  package init(_ text: String) {
    revealed = Array(text.utf8)
  }

  /// Covers bytes.
  package init(bytes: [UInt8]) {
    revealed = bytes
  }

  /// The secret behind a text that is none, as in `Bearer …`.
  package func following(_ text: String) -> Secret {
    Secret(bytes: Array(text.utf8) + revealed)
  }

  /// The same for every secret: not even its length shows.
  package var description: String { "‹secret›" }
}
