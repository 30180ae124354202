/// A line that goes before the body of a request; its value is kept like a secret, for it may be one.
package struct WebHeader: Sendable {
  /// The name.
  package let name: String
  /// The value.
  package let value: Secret

  /// Makes a header of a value that may be known.
  package init(_ name: String, _ value: String) {
    self.init(name, Secret(value))
  }

  /// Makes a header of a secret.
  package init(_ name: String, _ value: Secret) {
    self.name = name
    self.value = value
  }

  /// Whether it is one line, and one header.
  var isSendable: Bool {
    !name.isEmpty && name.utf8.allSatisfy(Self.isNameByte)
      && value.revealed.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }
  }

  /// The line as libcurl takes it, which would read a missing value as a wish to leave it out.
  var line: [UInt8] {
    value.revealed.isEmpty ? Array("\(name);".utf8) : value.following("\(name): ").revealed
  }

  /// The characters that RFC 9110 has in names.
  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
  }
}
