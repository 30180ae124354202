internal import Scalars

extension Evaluator {
  /// The function of the operands from `first` on.
  func call(_ function: Function, from first: UInt16) -> Value {
    switch function {
    case .min: extremum(from: first, <)
    case .max: extremum(from: first, >)
    case .abs: magnitude(of: first)
    case .round: rounded(first, .toNearestAwayFromZero)
    case .floor: rounded(first, .floor)
    case .ceil: rounded(first, .ceiling)
    case .hour: part(of: first) { .number(Number(Int64($0.hour))) }
    case .minute: part(of: first) { .number(Number(Int64($0.minute))) }
    case .date: part(of: first) { .day($0.day) }
    case .startswith: test(first) { $0.starts(with: $1) }
    case .endswith: test(first) { $0.ends(with: $1) }
    case .contains: test(first) { $0.contains($1) }
    }
  }

  private func part(of operand: UInt16, _ part: (Timestamp) -> Value) -> Value {
    let value = value(operand)
    guard case .time(let time) = value else { return unusable(value, at: operand) }
    return part(time)
  }

  private func test(
    _ first: UInt16, _ holds: (BorrowedText, BorrowedText) -> Bool
  ) -> Value {
    let value = value(first)
    guard case .text(let text) = value else { return unusable(value, at: first) }
    let second = node(first).next
    let other = self.value(second)
    guard case .text(let part) = other else { return unusable(other, at: second) }
    return .boolean(holds(text, part))
  }
}
