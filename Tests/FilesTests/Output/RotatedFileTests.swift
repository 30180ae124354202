import Foundation
import TestSupport
import Testing

@testable import Files

/// A file of lines that never grows beyond a size, whoever else writes to it.
struct RotatedFileTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  private func file(most: Int, generations: Int) -> RotatedFile {
    RotatedFile(path: scratch("log"), mostBytes: most, generations: generations)
  }

  private func text(_ name: String) -> String? {
    try? String(contentsOfFile: scratch(name), encoding: .utf8)
  }

  @Test func olderLinesMoveOnAndTheEldestGo() throws {
    let file = file(most: 8, generations: 2)
    for line in ["one\n", "two\n", "three\n", "four\n", "five\n", "six\n"] {
      try file.append(Array(line.utf8))
    }
    #expect(text("log") == "six\n")
    #expect(text("log.1") == "five\n")
    #expect(text("log.2") == "four\n")
    #expect(text("log.3") == nil)
  }

  @Test func aLineLongerThanTheLimitHasAFileOfItsOwn() throws {
    let file = file(most: 4, generations: 1)
    try file.append(Array("a\n".utf8))
    try file.append(Array("longer than it may be\n".utf8))
    try file.append(Array("b\n".utf8))
    #expect(text("log") == "b\n")
    #expect(text("log.1") == "longer than it may be\n")
  }

  @Test func withoutGenerationsItIsBegunAnew() throws {
    let file = file(most: 4, generations: 0)
    for line in ["one\n", "two\n"] { try file.append(Array(line.utf8)) }
    #expect(text("log") == "two\n")
    #expect(text("log.1") == nil)
  }

  @Test func ofManyWritersNoLineIsLostOrTorn() async throws {
    let (writers, lines) = (8, 200)
    await withTaskGroup(of: Void.self) { group in
      for writer in 0..<writers {
        let file = file(most: 1000, generations: 1000)
        group.addTask {
          for line in 0..<lines {
            #expect(throws: Never.self) { try file.append(Array("\(writer) \(line)\n".utf8)) }
          }
        }
      }
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.path)
    var seen: [String] = []
    for name in names {
      let content = try #require(text(name))
      #expect(content.utf8.count <= 1000)
      seen += content.split(separator: "\n").map(String.init)
    }
    #expect(names.count > 5)
    #expect(seen.count == writers * lines)
    #expect(Set(seen).count == writers * lines)
  }

  @Test func aLinkIsNotFollowed() throws {
    try FileManager.default.createSymbolicLink(
      atPath: scratch("log"), withDestinationPath: scratch("elsewhere"))
    #expect(throws: FileError.self) { try file(most: 9, generations: 1).append(Array("x\n".utf8)) }
    #expect(text("elsewhere") == nil)
  }
}
