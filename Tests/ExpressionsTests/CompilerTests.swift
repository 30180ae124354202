@testable import Expressions
import Testing

@Suite struct CompilerTests {
  @Test func keepsNodesAndValuesSmall() {
    #expect(MemoryLayout<Node>.stride <= 12)
    #expect(MemoryLayout<Value>.stride <= 24)
  }

  @Test(arguments: [
    ("1 + 2 * 3", true), ("-5", true), ("1 < 2 and 2 < 3", true), ("2 in [1, 2]", true),
    ("hour('2026-11-20T09:15:00+05:30')", true), ("1 / 0", true), ("a", false), ("a + 1", false),
    ("1 + a", false),
  ])
  func evaluatesConstantsOnce(source: String, isConstant: Bool) throws {
    let program = try Expression(source) { _ in nil }.program
    let root = try #require(unsafe program.nodes.last)
    if case .constant = root.operation { #expect(isConstant) } else { #expect(!isConstant) }
  }

  @Test(arguments: [
    ("a > 5", true), ("a > 2 + 3", true), ("a == 'x'", true), ("5 < a", false), ("a > b", false),
    ("a < 5 < 6", false),
  ])
  func fusesAFieldWithAConstant(source: String, isFused: Bool) throws {
    let program = try Expression(source) { _ in nil }.program
    let root = try #require(unsafe program.nodes.last)
    if case .compareField = root.operation { #expect(isFused) } else { #expect(!isFused) }
  }
}
