import Scalars

extension RecordReader {
  /// A field of the user's own: what it is written as is what it is.
  mutating func undeclared(_ value: RawValue) -> FieldReading {
    switch value.kind {
    case .missing, .null: return .null
    case .true: return .boolean(true)
    case .false: return .boolean(false)
    case .number: return unsafe NumberScan.number(value.bytes).map { .number($0) } ?? .null
    case .text: return .text(borrowed(value))
    case .cell:
      if let number = unsafe NumberScan.number(value.bytes) { return .number(number) }
      return .text(borrowed(value))
    case .list, .object: return .other
    }
  }

  /// The value as the type of its field wants it; nil when it is not one.
  mutating func typed(_ value: RawValue, _ slot: Int) -> FieldReading? {
    let rule = rules[slot]
    switch rule.shape {
    case .undeclared: return undeclared(value)
    case .text:
      return isText(value) || value.kind == .number ? .text(borrowed(value)) : nil
    case .symbol:
      guard isText(value) else { return nil }
      let text = unsafe text(value)
      return unsafe FieldText.isSymbol(text) ? .text(BorrowedText(text)) : nil
    case .choice: return choice(value, slot)
    case .price, .strike, .money, .number, .quantity, .integer:
      guard let number = number(value), rule.allows(number) else { return nil }
      return .number(number)
    case .time: return time(value).map { .time($0) }
    case .day:
      guard isText(value) else { return nil }
      let text = unsafe text(value)
      return unsafe (try? Day(text: text.span)).map { .day($0) }
    case .boolean: return boolean(value)
    case .list: return value.kind == .list ? .other : nil
    case .object: return value.kind == .object ? .other : nil
    }
  }

  private mutating func borrowed(_ value: RawValue) -> BorrowedText {
    unsafe BorrowedText(text(value))
  }

  private func isText(_ value: RawValue) -> Bool {
    value.kind == .text || value.kind == .cell
  }

  /// A number, which brokers also write as a text: then it must be plain digits and no more.
  private mutating func number(_ value: RawValue) -> Number? {
    switch value.kind {
    case .number: return unsafe NumberScan.number(value.bytes)
    case .text, .cell:
      let text = unsafe text(value)
      return unsafe NumberScan.plainDecimal(text)
    default: return nil
    }
  }

  private mutating func time(_ value: RawValue) -> Timestamp? {
    switch value.kind {
    case .text, .cell:
      let text = unsafe text(value)
      if let time = unsafe try? Timestamp(rfc3339: text.span, assumingIST: assumesIST) {
        return time
      }
      guard value.kind == .cell, let number = unsafe NumberScan.plainDecimal(text) else {
        return nil
      }
      return try? Timestamp(epoch: number)
    case .number:
      guard let number = unsafe NumberScan.number(value.bytes) else { return nil }
      return try? Timestamp(epoch: number)
    default: return nil
    }
  }

  private func boolean(_ value: RawValue) -> FieldReading? {
    switch value.kind {
    case .true: .boolean(true)
    case .false: .boolean(false)
    case .cell where unsafe value.bytes.elementsEqual("true".utf8): .boolean(true)
    case .cell where unsafe value.bytes.elementsEqual("false".utf8): .boolean(false)
    default: nil
    }
  }

  private mutating func choice(_ value: RawValue, _ slot: Int) -> FieldReading? {
    guard isText(value) else { return nil }
    let text = unsafe text(value)
    guard let word = unsafe choices[slot].word(text) else { return nil }
    return unsafe .text(BorrowedText(word.isWord ? text : words[slot, word.index]))
  }

  /// What is wrong with a value that is not what its field wants.
  mutating func fault(of value: RawValue, _ slot: Int) -> RecordFault {
    if isText(value) {
      let text = unsafe text(value)
      do throws(TimestampError) {
        if rules[slot].shape == .time {
          _ = unsafe try Timestamp(rfc3339: text.span, assumingIST: assumesIST)
        }
        if rules[slot].shape == .day { _ = unsafe try Day(text: text.span) }
      } catch {
        return .badTime(error)
      }
    }
    let type = slots.slots[slot].declaration?.type
    let wanted = type?.wanted ?? ""
    if isText(value) && type?.isNumeric ?? false {
      let text = unsafe text(value)
      if let plain = unsafe NumberScan.withoutCommas(text), rules[slot].allows(plain.number) {
        return .commasInNumber(wanted: wanted, plain: plain.text)
      }
    }
    return .wrongType(wanted: wanted)
  }
}
