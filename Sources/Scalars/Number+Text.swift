extension Number {
  /// Reads a whole text as a number, by the grammar of JSON and no wider one.
  ///
  /// There is no `+1`, `.5`, `1.`, `010`, `0x10`, `1_000`, `NaN` or blank. A number of up to 18
  /// significant digits is exact, however small or large; of more digits, zeros at the end left
  /// aside, it is the nearest double. `-0` is zero.
  ///
  /// - Throws: `NumberError.malformed`, or `.outOfRange` for what is not zero and would be infinite
  ///   or zero as a double.
  public init(text: Span<UInt8>) throws(NumberError) {
    guard let scan = NumberScan(text) else { throw .malformed }
    guard let number = Number(scan, of: text) else { throw .outOfRange }
    self = number
  }

  /// Reads a whole text as a number, or gives `nil`, by the rules of `init(text:)`.
  public init?(_ text: String) {
    do throws(NumberError) {
      try self.init(text: Array(text.utf8).span)
    } catch {
      return nil
    }
  }

  private init?(_ scan: NumberScan, of text: Span<UInt8>) {
    if scan.isExact, let decimal = scan.decimal {
      self.init(exact: decimal)
      return
    }
    let magnitude = Double.nearest(
      floor: UInt128(scan.significand), isExact: scan.isExact, exponent: scan.exponent
    ) {
      scan.ratio(of: text)
    }
    self.init(nonzero: scan.isNegative ? -magnitude : magnitude)
  }
}

extension Number: CustomStringConvertible {
  /// The number as it is written, or the shortest text that has the same nearest double.
  public var description: String {
    unsafe DigitWriter.text(room: DigitWriter.decimalRoom) { target in
      unsafe DigitWriter.write(self, to: target)
    }
  }
}
