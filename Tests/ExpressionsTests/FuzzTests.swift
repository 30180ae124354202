import Expressions
import Testing
import TestSupport
import class Foundation.Thread

@Suite struct FuzzTests {
  private static let pieces = [
    "strike", "right", "ts", "expiry", "checks", "passed", "unknown", "checks.bias", "`odd`", "1",
    "2.5", "1e3", "1_000", "0", "'CE'", "\"x\\n\"", "'2026-11-20'", "true", "null", "None", "+",
    "-", "*", "/", "==", "!=", "<", "<=", ">", ">=", "and", "or", "not", "in", "not in", "(", ")",
    "[", "]", ",", "min(", "max(", "abs(", "round(", "hour(", "date(", "contains(", "&&", "=",
    "AND", "'", "\"", "\\", "`", ".", "\u{0}", "\u{1B}", "é", "₹", "\n", "\r\n", "9e99",
  ]

  /// Values of every type, so that every field meets each of them.
  private static let samples: [Sample] = [
    nil, true, false, 0, .number("-2.5"), .number("9223372036854775807"), "", "CE",
    .time("2026-11-20T09:15:00+05:30"), .day("2026-11-20"), .other,
  ]

  /// Compiles the source and evaluates it with random values, or checks the place of the error.
  private func attempt(_ source: String, _ random: inout SplitMix64) throws -> Bool {
    let isTyped = Bool.random(using: &random)
    do {
      let expression = try Expression(source, types: isTyped ? ErrorCase.types : [:])
      for _ in 0..<3 {
        let record = expression.fields.map { _ in Self.samples.randomElement(using: &random) ?? nil
        }
        let slots = try Slots(record)
        let value = expression.evaluate(slots.values.span)
        if case .failure(let failure) = value {
          check(expression.error(for: failure), source)
        } else if let type = expression.resultType, isTyped == false, let found = value.type {
          #expect(found == type, "\(source)")
        }
        _ = expression.explanation(slots.values.span)
      }
      return true
    } catch let error as ExpressionError {
      check(error, source)
      return false
    }
  }

  private func check(_ error: ExpressionError, _ source: String) {
    #expect((0...source.utf8.count).contains(error.offset))
    #expect(!error.message.isEmpty)
    let lines = error.description.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 3, "\(source)")
    #expect(error.description.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x0A }, "\(source)")
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func survivesRandomWords(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<400 {
      let count = Int.random(in: 1...14, using: &random)
      let words = (0..<count).map { _ in Self.pieces.randomElement(using: &random) ?? "" }
      _ = try attempt(words.joined(separator: " "), &random)
    }
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func survivesRandomBytes(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<400 {
      let count = Int.random(in: 0...40, using: &random)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      _ = try attempt(String(decoding: bytes, as: UTF8.self), &random)
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func survivesDamagedExpressions(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var compiled = 0
    for _ in 0..<300 {
      var source = Array(Self.expression(depth: 4, &random).utf8)
      if try attempt(String(decoding: source, as: UTF8.self), &random) { compiled += 1 }
      let place = Int.random(in: 0..<source.count, using: &random)
      switch UInt8.random(in: 0...3, using: &random) {
      case 0: source.remove(at: place)
      case 1: source.insert(UInt8.random(in: 1...127, using: &random), at: place)
      case 2: source[place] = UInt8.random(in: 1...127, using: &random)
      default: source.removeSubrange(place...)
      }
      _ = try attempt(String(decoding: source, as: UTF8.self), &random)
    }
    #expect(compiled > 20)
  }

  /// A random expression that has the right form, if not always the right types.
  private static func expression(depth: Int, _ random: inout SplitMix64) -> String {
    func inner() -> String { expression(depth: depth - 1, &random) }
    guard depth > 0 else {
      return ["strike", "unknown", "1", "2.5", "'CE'", "passed", "null", "ts", "expiry"]
        .randomElement(using: &random) ?? "1"
    }
    let sign = ["+", "-", "*", "/", "==", "!=", "<", ">="].randomElement(using: &random) ?? "+"
    switch UInt8.random(in: 0...8, using: &random) {
    case 0: return "(\(inner()) and \(inner()))"
    case 1: return "(\(inner()) or \(inner()))"
    case 2: return "(not \(inner()))"
    case 3: return "(-\(inner()))"
    case 4: return "(\(inner()) in [\(inner()), \(inner())])"
    case 5: return "min(\(inner()), \(inner()))"
    case 6: return "unknown"
    default: return "(\(inner()) \(sign) \(inner()))"
    }
  }

  /// A thread of half a megabyte, as the smallest that a program of ours may run on.
  @Test func doesNotOverflowASmallStack() async {
    let sources = [
      String(repeating: "(", count: 65_536), String(repeating: "not ", count: 16_000),
      String(repeating: "-", count: 65_536), String(repeating: "min(", count: 16_000),
      String(repeating: "1 in [", count: 10_000), String(repeating: "1+(", count: 20_000),
      String(repeating: "true and (1 < 2 + 3 * -(", count: 2_000),
      (0..<64).map { _ in "1 < (2 + 3 * (" }.joined(),
      String(repeating: "(", count: 64) + "1" + String(repeating: ")", count: 64),
      String(repeating: "abs(", count: 63) + "x" + String(repeating: ")", count: 63),
      String(repeating: "1 + (", count: 63) + "x" + String(repeating: ")", count: 63),
      "1" + String(repeating: "+1", count: 2_000), "a" + String(repeating: " or a", count: 2_000),
    ]
    await withCheckedContinuation { continuation in
      let thread = Thread {
        var random = SplitMix64(seed: 1)
        for source in sources { _ = try? attempt(source, &random) }
        continuation.resume()
      }
      thread.stackSize = 512 * 1_024
      thread.start()
    }
  }
}
