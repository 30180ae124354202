import Expressions
import Testing

@Suite struct ConcurrencyTests {
  @Test func isEvaluatedByManyThreadsAtOnce() async throws {
    let source = "strike * 2 > 48000 and right in ['CE', 'XX'] and not contains(symbol, 'BANK')"
    let expression = try Expression(source, types: ErrorCase.types)
    let counts = try await withThrowingTaskGroup(of: Int.self) { group in
      for worker in 0..<8 {
        group.addTask {
          var count = 0
          for index in 0..<2_000 {
            let strike = Sample.number("\(24_000 + (index + worker) % 2)")
            let slots = try Slots([strike, index % 3 == 0 ? "PE" : "CE", "NIFTY"])
            if case .boolean(true) = expression.evaluate(slots.values.span) { count += 1 }
          }
          return count
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    let even = (0..<2_000).count { $0 % 2 == 1 && $0 % 3 != 0 }
    let odd = (0..<2_000).count { $0 % 2 == 0 && $0 % 3 != 0 }
    #expect(
      counts.sorted()
        == (Array(repeating: even, count: 4) + Array(repeating: odd, count: 4)).sorted())
  }
}
