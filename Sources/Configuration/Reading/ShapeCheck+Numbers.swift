import Scalars

extension ShapeCheck {
  /// A number within the bounds of what it counts.
  mutating func number(_ value: WrittenValue, _ measure: Measure) -> WrittenValue.Content? {
    guard case .number(let number) = value.content else {
      mismatch(value, .number(measure), unquoting(value))
      return nil
    }
    guard measure.bounds.contain(number) else {
      mismatch(value, .number(measure), hint(for: number, measure))
      return nil
    }
    switch measure.kind {
    case .integer:
      guard number.isWhole else {
        mismatch(value, .number(measure))
        return nil
      }
    case .money: return money(number, value)
    case .percent: warnOfFraction(number, measure, value)
    case .number, .fraction: break
    }
    return value.content
  }

  private func unquoting(_ value: WrittenValue) -> String? {
    guard case .text(let text) = value.content, Number(text) != nil else { return nil }
    return "write \(text) without quotes"
  }

  /// What may have been meant by a number out of bounds.
  private func hint(for number: Number, _ measure: Measure) -> String? {
    guard measure.kind == .fraction, number > Number(1), number <= Number(100),
      let fraction = number.divided(by: Number(100))
    else { return nil }
    return "write \(fraction) for \(number) %"
  }

  private mutating func money(_ number: Number, _ value: WrittenValue) -> WrittenValue.Content? {
    if case .exact(let rupees) = number, rupees.scaled(toDecimals: 2) != nil {
      return value.content
    }
    guard number.magnitude < Number(10_000_000_000_000_000) else {
      report("paise", at: value.place, "\(number) rupees are more than can be kept")
      return nil
    }
    guard isWorkedOut else {
      report(
        "paise", at: value.place, "rupees have at most two decimals, found \(number)",
        fix: "round it to whole paise")
      return nil
    }
    let paise = number.rounded(.toNearestAwayFromZero, decimals: 2)
    report("rounded", .note, at: value.place, "\(number) rupees are rounded to \(paise)")
    return .number(paise)
  }

  /// Warns of a percentage that looks as if it were meant as a part of one: tiny, or a small part of what is
  /// usual.
  private mutating func warnOfFraction(
    _ number: Number, _ measure: Measure, _ value: WrittenValue
  ) {
    guard number > Number(0), number < Number(1), let hundredfold = number * Number(100) else {
      return
    }
    let allowsZero = measure.bounds.least.map { $0.isIncluded || $0.value.significand < 0 } ?? true
    let isTiny = !allowsZero && (number * Number(10)).map { $0 <= Number(1) } == true
    let isFarFromUsual =
      usual.flatMap { usual in (number * Number(20)).map { $0 <= usual } } == true
    guard isTiny || isFarFromUsual else { return }
    report(
      "percent", .warning, at: value.place, "\(number) is \(number) %, as the key is in percent",
      fix: "write \(hundredfold) if \(hundredfold) % is meant")
  }
}
