import Foundation
import TestSupport
import Testing

/// The rules of the house that the compiler cannot keep.
@Suite struct HouseTests {
  /// Targets that know no file, no clock and no chance, with all they may import.
  static let pure: [String: Set<String>] = [
    "Scalars": [], "Digests": [], "Expressions": ["Scalars"], "Records": ["Scalars"],
    "Market": ["Scalars"], "Pricing": [],
    "Configuration": ["Digests", "Expressions", "Market", "Scalars"],
  ]

  /// Those, and targets of the rim that may not reach all of it.
  static let walled = pure.merging(
    ["Brokers": ["Digests", "Market", "Records", "Scalars", "Transport"]],
    uniquingKeysWith: { first, _ in first })

  /// Targets in which pointers may be used.
  static let roomsForPointers: Set<String> = [
    "Expressions", "Files", "Pricing", "Records", "Scalars", "Store", "Streams", "Transport",
  ]

  /// Files outside them that must ask the system something by a pointer.
  static let filesWithPointers: Set<String> = [
    "Sources/CommandLineKit/Terminal/TerminalFacts.swift"
  ]

  static func sources() throws -> [String] {
    try Checkout.files(below: "Sources", suffix: ".swift")
  }

  /// The lines of a file with their numbers, comments left out.
  static func code(_ path: String) throws -> [(number: Int, text: Substring)] {
    try Checkout.text(path).split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .map { ($0.offset + 1, $0.element) }
      .filter { !$0.1.drop { $0 == " " }.hasPrefix("//") }
  }

  @Test(arguments: walled.keys.sorted())
  func targetsImportOnlyWhatIsBelowThem(target: String) throws {
    let allowed = try #require(Self.walled[target])
    for path in try Self.sources() where path.hasPrefix("Sources/\(target)/") {
      for (number, line) in try Self.code(path) {
        guard let module = line.firstMatch(of: /^\s*(?:[a-z]+ )?import (?:struct |enum )?(\w+)/)
        else { continue }
        #expect(allowed.contains(String(module.1)), "\(path):\(number): \(line)")
      }
    }
  }

  @Test func nothingImportsFoundation() throws {
    for path in try Self.sources() {
      for (number, line) in try Self.code(path) {
        #expect(
          line.firstMatch(of: /import Foundation/) == nil, "\(path):\(number): \(line)")
      }
    }
  }

  @Test func filesHoldOneIdeaAndAreShort() throws {
    let lengths = try Self.sources().map { path in
      (path, try Checkout.text(path).split(separator: "\n", omittingEmptySubsequences: false).count)
    }
    for (path, length) in lengths where !path.hasSuffix("PowersOfFive.swift") {
      #expect(length <= 400, "\(path) has \(length) lines")
    }
    let long = lengths.filter { $0.1 > 250 }.count
    #expect(long * 20 <= lengths.count, "\(long) of \(lengths.count) files are over 250 lines")
  }

  @Test func pointersStayInTheirRooms() throws {
    for path in try Self.sources() {
      let target = path.split(separator: "/")[1]
      let isRoom = Self.roomsForPointers.contains(String(target))
      if isRoom || Self.filesWithPointers.contains(path) { continue }
      for (number, line) in try Self.code(path) {
        #expect(
          line.firstMatch(of: /\bunsafe\b|@unchecked|Unsafe[A-Z]|nonisolated\(unsafe\)/) == nil,
          "\(path):\(number): \(line)")
      }
    }
  }

  @Test func nothingIsUnfinishedOrForced() throws {
    let marks =
      /TODO|FIXME|\bXXX\b|HACK|fatalError\(|try!|as!|(^|[^a-zA-Z.])print\(|NSLog|debugPrint/
    for path in try Self.sources() {
      for (number, line) in try Self.code(path) {
        #expect(line.firstMatch(of: marks) == nil, "\(path):\(number): \(line)")
      }
    }
  }

  @Test func everySuppressionSaysWhyItIsSafe() throws {
    for path in try Self.sources() {
      let text = try Checkout.text(path)
      if text.contains("@unchecked Sendable") {
        #expect(text.contains(/[Ss]endable, because|by several threads/), "\(path)")
      }
    }
  }

  @Test func noPackageIsDependedOn() throws {
    #expect(try !Checkout.text("Package.swift").contains(".package("))
    let resolved = Checkout.root.appending(path: "Package.resolved").path
    #expect(!FileManager.default.fileExists(atPath: resolved))
  }

  @Test func theTopLevelHoldsWhatWasAgreed() throws {
    let agreed: Set<String> = [
      "Package.swift", "Sources", "Tests", "man", "completions", "Samples", "README.md", "LICENSE",
    ]
    let names = try FileManager.default.contentsOfDirectory(atPath: Checkout.root.path)
    #expect(Set(names.filter { !$0.hasPrefix(".") }).subtracting(agreed).isEmpty)
  }

  @Test func everyTestTargetStandsForASourceTarget() throws {
    let sources = Set(try Self.sources().map { String($0.split(separator: "/")[1]) })
    let files = try Checkout.files(below: "Tests", suffix: ".swift")
    let tests = Set(files.map { String($0.split(separator: "/")[1]) })
    let others: Set<String> = ["TestSupport", "CommandTests", "HouseTests", "Fuzz", "Writers"]
    for target in tests.subtracting(others) {
      #expect(sources.contains(String(target.dropLast("Tests".count))), "\(target)")
    }
    for target in sources.subtracting(["angelx", "Commands"]) {
      #expect(tests.contains("\(target)Tests"), "\(target) has no tests")
    }
  }
}
