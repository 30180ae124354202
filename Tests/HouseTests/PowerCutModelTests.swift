import Foundation
import Testing

@testable import TestSupport

/// Tests of the tests: the states that are made of a recording are those that a power cut can leave.
@Suite struct PowerCutModelTests {
  /// What is found under a name in all states of a few calls, behind the last of them.
  private func found(_ name: String, _ calls: String, before: [String: Data] = [:]) throws -> Set<
    String
  > {
    let recording = Recording(before: before, trace: try Trace(Data(calls.utf8)))
    var found: Set<String> = []
    _ = PowerCuts(of: recording).check(chancesEach: 300, seed: 1) { state in
      if state.said == ["done"] {
        found.insert(state.files[name].map { String(decoding: $0, as: UTF8.self) } ?? "nothing")
      }
      return nil
    }
    return found
  }

  @Test func whatIsSyncedIsThere() throws {
    let calls = "create 1 a\nwrite 1 0 4\nabcd\nsync 1\nfolder\nsay 5\ndone\n\n"
    #expect(try found("a", calls) == ["abcd"])
  }

  @Test func aNameIsThereWhenItsFolderIsSynced() throws {
    let calls = "create 1 a\nwrite 1 0 4\nabcd\nsync 1\nsay 5\ndone\n\n"
    #expect(try found("a", calls) == ["abcd", "nothing"])
  }

  @Test func aFileThatIsRenamedBeforeItIsSyncedMayBeEmpty() throws {
    let calls = """
      create 2 a.tmp
      write 2 0 3
      new
      rename a.tmp/a
      folder
      say 5
      done


      """
    let found = try found("a", calls, before: ["a": Data("old".utf8)])
    #expect(found == ["", "\0\0\0", "new"])
  }

  @Test func aFileThatIsWrittenInPlaceMayBeNeither() throws {
    let calls = "open 1 a\nwrite 1 0 4\nabcd\nwrite 1 4 2\nef\ncut 1 5\nsay 5\ndone\n\n"
    let found = try found("a", calls, before: ["a": Data("123".utf8)])
    // The size is cut only after it has grown, and pieces of less than a sector are there or not.
    #expect(found.isSuperset(of: ["123", "abc", "abcd\0\0", "123\0\0\0", "abcde", "123\0e"]))
    #expect(!found.contains("12"))
  }

  @Test func aWriteIsTornAtTheBordersOfWhatADeviceWritesAtOnce() throws {
    let text = String(repeating: "x", count: 1000)
    let calls = "open 1 a\nwrite 1 100 1000\n\(text)\nsay 5\ndone\n\n"
    let found = try found("a", calls, before: ["a": Data(count: 1100)])
    let wholes = found.map { $0.utf8.split(separator: 0).map(\.count) }
    // The pieces have 412, 512 and 76 bytes.
    #expect(Set(wholes) == [[], [412], [512], [76], [924], [588], [412, 76], [1000]])
  }

  @Test func namesChangeInTheirOrder() throws {
    let calls = "rename a/b\ncreate 1 a\nunlink b\nsay 5\ndone\n\n"
    let before = ["a": Data("1".utf8)]
    #expect(try found("a", calls, before: before) == ["1", "nothing", ""])
    #expect(try found("b", calls, before: before) == ["1", "nothing"])
  }

  @Test(arguments: ["mkdir a\n", "write 1 0 4\nab", "create 1\n", "rename a/b/c\n"])
  func aTraceWithWhatTheModelDoesNotKnowIsRefused(calls: String) {
    #expect(throws: Trace.Unreadable.self) { try Trace(Data(calls.utf8)) }
  }
}
