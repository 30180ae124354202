import Expressions
import Scalars

extension TextRule {
  /// What is wrong with a text; nil where it is sound.
  func problem(in text: String) -> (message: String, fix: String?)? {
    if text.isEmpty { return ("expected \(wanted), found an empty text", nil) }
    if let control = text.unicodeScalars.first(where: { $0.value < 0x20 || $0.value == 0x7F }) {
      let found = isSecret ? "a control character" : quoted("\(control)")
      return ("expected \(wanted), found \(found)", "a text is on one line")
    }
    switch self {
    case .url(let schemes), .secretURL(let schemes):
      return AddressCheck(schemes: schemes, isSecret: isSecret).problem(in: text)
    case .condition: return Self.problem(ofCondition: text)
    case _ where isForm(of: text): return nil
    case .secret, .password, .base32: return ("expected \(wanted)", nil)
    default: return ("expected \(wanted), found \(quoted(text))", nil)
    }
  }

  /// Whether a text has the form that the rule asks for; of rules that ask for more than a form, true.
  private func isForm(of text: String) -> Bool {
    switch self {
    case .line, .password, .symbol, .underlying, .url, .secretURL, .condition: true
    case .secret: !text.utf8.contains(where: \.isBlank)
    case .base32: Self.isBase32(text)
    case .path: !text.split(separator: "/").contains("..")
    case .archive: Self.isArchive(text)
    case .host: Self.isHost(text[...])
    case .address: Self.isAddress(text)
    case .hardwareAddress: Self.isHardwareAddress(text)
    case .name: Self.isWord(text) { $0.isSmall || $0.isDigit || $0 == UInt8(ascii: "_") }
    case .windowName: Self.isWord(text) { $0.isCapital || $0.isDigit || $0 == UInt8(ascii: "_") }
    case .code: text.utf8.count <= 20 && text.utf8.allSatisfy { $0.continuesWord }
    case .moment: Self.isMoment(text)
    case .label: Self.isWord(text) { $0.isSmall || $0.isDigit || $0 == UInt8(ascii: "-") }
    }
  }

  private static func problem(ofCondition text: String) -> (message: String, fix: String?)? {
    do {
      _ = try Expression(text, expecting: .boolean) { _ in nil }
      return nil
    } catch {
      return ("at \(error.line):\(error.column) of the condition: \(error.message)", error.hint)
    }
  }

  // MARK: Forms

  private static func isWord(_ text: String, _ isAllowed: (UInt8) -> Bool) -> Bool {
    text.utf8.count <= 32 && text.utf8.allSatisfy(isAllowed)
      && text.utf8.first.map { $0.isSmall || $0.isCapital } == true
  }

  private static func isMoment(_ text: String) -> Bool {
    let bytes = text.utf8
    return (try? Timestamp(rfc3339: bytes.span)) != nil
  }

  private static func isBase32(_ text: String) -> Bool {
    let letters = text.uppercased().utf8.filter { !$0.isBlank && $0 != UInt8(ascii: "=") }
    return !letters.isEmpty
      && letters.allSatisfy {
        $0.isCapital || (UInt8(ascii: "2")...UInt8(ascii: "7")).contains($0)
      }
  }

  /// Whether a text may name a machine: dot-separated labels, or an address of numbers.
  static func isHost(_ text: Substring) -> Bool {
    if text.hasPrefix("["), text.hasSuffix("]") {
      return text.dropFirst().dropLast().utf8.allSatisfy {
        $0.isHexadecimal || ":.".utf8.contains($0)
      }
    }
    let labels = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return text.utf8.count <= 253
      && labels.allSatisfy { label in
        (1...63).contains(label.count) && label.first != UInt8(ascii: "-")
          && label.last != UInt8(ascii: "-")
          && label.allSatisfy { $0.continuesWord || $0 == UInt8(ascii: "-") }
      }
  }

  private static func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[0].utf8.count <= 64 else { return false }
    let isPlain = parts[0].utf8.allSatisfy { $0 > 0x20 && !"<>()[],;:\\\"".utf8.contains($0) }
    return isPlain && isHost(parts[1]) && parts[1].contains(".")
  }

  private static func isHardwareAddress(_ text: String) -> Bool {
    let pairs = text.utf8.split(omittingEmptySubsequences: false) { ":-".utf8.contains($0) }
    return pairs.count == 6 && pairs.allSatisfy { $0.count == 2 && $0.allSatisfy(\.isHexadecimal) }
  }

  /// A folder, or a bucket with a prefix.
  private static func isArchive(_ text: String) -> Bool {
    guard text.contains(text: "://") else { return !text.split(separator: "/").contains("..") }
    guard text.hasPrefix("s3://") else { return false }
    let bucket = text.dropFirst(5).prefix { $0 != "/" }
    return (3...63).contains(bucket.utf8.count)
      && bucket.utf8.allSatisfy { $0.isSmall || $0.isDigit || "-.".utf8.contains($0) }
  }
}

extension UInt8 {
  var isSmall: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
  var isCapital: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }
  var isHexadecimal: Bool {
    isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self)
      || (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(self)
  }
}
