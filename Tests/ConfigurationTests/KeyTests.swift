import Scalars
import Testing

@testable import Configuration

/// The declarations of keys: sound, complete, and each there once.
@Suite struct KeyTests {
  static let names = Key.all.map(\.name)

  @Test(arguments: Key.all.map(\.name))
  func theDefaultIsWhatTheKeyMayHold(name: String) throws {
    let key = try #require(Key.named(name))
    let content = try #require(Self.standard(of: key))
    var check = ShapeCheck(key: name, isWorkedOut: true)
    let read = check.read(WrittenValue(content, at: Place(file: "default")), as: key.shape)
    #expect(check.findings == [])
    #expect(read != nil)
  }

  private static func standard(of key: Key) -> WrittenValue.Content? {
    WrittenValue.Content(declared: key.standard) { Key.named($0).flatMap(standard) }
  }

  @Test(arguments: Key.all.map(\.name))
  func whatIsSaidIsWhole(name: String) throws {
    let key = try #require(Key.named(name))
    #expect(key.meaning.hasSuffix("."))
    #expect(key.name.utf8.allSatisfy { $0.isCapital || $0.isDigit || $0 == UInt8(ascii: "_") })
    #expect(!key.shape.wanted.isEmpty)
  }

  @Test func everyNameIsThereOnce() {
    let names = Key.all.flatMap { [$0.name] + $0.otherNames }
    let retired = KeyGroup.all.flatMap(\.retired).map(\.name)
    let all = names + retired
    #expect(Set(all).count == all.count)
    #expect(KeyGroup.all.flatMap(\.retired).allSatisfy { $0.instead.hasSuffix(".") })
  }

  @Test func everyKeyOfTheReplacedSystemIsKnown() throws {
    // As they stand in the five documents that the product was specified from.
    let known = Set(Key.all.flatMap { [$0.name] + $0.otherNames })
      .union(KeyGroup.all.flatMap(\.retired).map(\.name))
    let missing = ReplacedKeys.all.filter { !known.contains($0) }
    #expect(missing == [])
  }

  @Test func membersHaveDefaultsThatTheyMayHold() {
    for key in Key.all { expectSound(key.shape, in: key.name) }
  }

  private func expectSound(_ shape: Shape, in name: String) {
    switch shape {
    case .record(let members), .row(let members):
      for member in members {
        let place = "\(name).\(member.name)"
        expectSound(member.shape, in: place)
        // A default may be another key, which has a value of its own.
        guard let standard = member.standard, Key.named(standard) == nil else { continue }
        guard let content = WrittenValue.Content(declared: standard) else {
          Issue.record("\(place): \(standard) is no value")
          continue
        }
        var check = ShapeCheck(key: place)
        _ = check.read(WrittenValue(content, at: Place(file: "default")), as: member.shape)
        #expect(check.findings == [])
      }
    case .optional(let inner), .list(let inner, _), .table(_, let inner, _):
      expectSound(inner, in: name)
    case .either(let first, let second):
      expectSound(first, in: name)
      expectSound(second, in: name)
    case .boolean, .number, .text, .choice, .timeOfDay: break
    }
  }
}
