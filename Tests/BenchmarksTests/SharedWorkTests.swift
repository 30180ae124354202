import Testing

@testable import Benchmarks

/// Work that threads share.
struct SharedWorkTests {
  @Test("all of it is done, once", arguments: [(1, 5000), (2, 5000), (3, 5000), (7, 5), (2, 1)])
  func allOfItOnce(threads: Int, rows: Int) throws {
    let shared = LibraryLoop.shared(rows: rows, threads: threads)
    #expect(shared.operations == rows)
    let parts = (0..<threads).map { rows * ($0 + 1) / threads - rows * $0 / threads }
    let sum = parts.reduce(0.0) { $0 + LibraryLoop(rows: $1).run() }
    let found = try shared.run()
    #expect(abs(found - sum) <= 1e-9 * abs(sum))
  }

  @Test func whatFailsInAThreadFails() {
    struct Failure: Error {}
    final class Failing: Contender, Sendable {
      let operations = 1
      func run() throws -> Double { throw Failure() }
    }
    #expect(throws: Failure.self) { try SharedWork([LibraryLoop(rows: 1), Failing()]).run() }
    #expect(throws: Failure.self) { try SharedWork([Failing(), LibraryLoop(rows: 1)]).run() }
  }
}
