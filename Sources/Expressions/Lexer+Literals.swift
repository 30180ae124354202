internal import Scalars

// MARK: Numbers

extension Lexer {
  /// A number: digits, perhaps with `_` between them, a fraction, an exponent.
  mutating func number() throws(ExpressionError) -> Number {
    let start = position
    var plain = try digits()
    if byte == UInt8(ascii: "."), !isRange {
      position += 1
      plain.append(UInt8(ascii: "."))
      plain += try digits()
    }
    if isRange { throw noRange(from: start) }
    if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
      position += 1
      plain.append(UInt8(ascii: "e"))
      if let sign = byte, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
        position += 1
        plain.append(sign)
      }
      plain += try digits()
    }
    try refuseTail(of: start)
    return try value(of: plain, at: start)
  }

  /// One or more digits, without the `_` between them.
  private mutating func digits() throws(ExpressionError) -> [UInt8] {
    let start = position
    while let byte, byte.isDigit || byte == UInt8(ascii: "_") { position += 1 }
    let run = bytes[start..<position]
    guard run.first?.isDigit == true, run.last?.isDigit == true else {
      let place = run.first?.isDigit == true ? position : start
      throw error("the number is not complete", hint: "a digit is needed here", at: place)
    }
    return run.filter(\.isDigit)
  }

  private func refuseTail(of start: Int) throws(ExpressionError) {
    guard let byte, byte.continuesName || byte == UInt8(ascii: ".") else { return }
    throw error(
      "a number cannot go on with \(quotation(of: String(UnicodeScalar(byte))))",
      hint: "numbers are written like 24000, 1_00_000, 2.5 or 1e3", at: position)
  }

  private func value(of plain: [UInt8], at start: Int) throws(ExpressionError) -> Number {
    if plain.count > 1, plain[0] == UInt8(ascii: "0"), plain[1].isDigit {
      throw error("a number cannot begin with 0", hint: "take the 0 out", at: start)
    }
    do {
      return try Number(text: plain.span)
    } catch {
      throw self.error("the number is \(error)", at: start)
    }
  }
}

// MARK: Texts

extension Lexer {
  /// A text in either quotes, its escapes resolved.
  mutating func text() throws(ExpressionError) -> [UInt8] {
    let start = position
    let quote = bytes[start]
    var result: [UInt8] = []
    position += 1
    while let byte, byte != quote {
      if byte == UInt8(ascii: "\n") { break }
      if byte == UInt8(ascii: "\\") {
        result += try escape()
      } else {
        result.append(byte)
        position += 1
      }
    }
    guard byte == quote else {
      let sign = String(UnicodeScalar(quote))
      throw error("the text is not closed", hint: "end it with \(sign)", at: start)
    }
    position += 1
    return result
  }

  /// The bytes that the escape at the position stands for.
  private mutating func escape() throws(ExpressionError) -> [UInt8] {
    let start = position
    position += 2
    switch start + 1 < bytes.count ? bytes[start + 1] : 0 {
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"): return try unicode(from: start)
    case let same where [UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "'")].contains(same):
      return [same]
    default:
      throw error(
        "there is no such escape", hint: #"the escapes are \\ \" \' \n \t \uXXXX"#, at: start)
    }
  }

  /// The scalar of `\uXXXX` or of a surrogate pair of two such escapes.
  private mutating func unicode(from start: Int) throws(ExpressionError) -> [UInt8] {
    guard var value = hexadecimal() else {
      throw error(#"\u needs four hexadecimal digits"#, hint: #"for example \u20B9"#, at: start)
    }
    if (0xD800..<0xDC00).contains(value), bytes[position...].starts(with: #"\u"#.utf8) {
      position += 2
      if let low = hexadecimal(), (0xDC00..<0xE000).contains(low) {
        value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
      }
    }
    guard let scalar = Unicode.Scalar(value) else {
      throw error(
        "half of a surrogate pair is no character", hint: #"write both, as in \uD83D\uDE00"#,
        at: start)
    }
    return Array(scalar.utf8)
  }

  /// The value of the four hexadecimal digits at the position, which moves behind them.
  private mutating func hexadecimal() -> UInt32? {
    let digits = bytes[position...].prefix(4)
    guard digits.count == 4 else { return nil }
    var value: UInt32 = 0
    for byte in digits {
      guard let digit = Character(UnicodeScalar(byte)).hexDigitValue else { return nil }
      value = value << 4 | UInt32(digit)
    }
    position += 4
    return value
  }
}
