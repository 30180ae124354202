import Records
import Testing

@Suite struct DeclarationTests {
  @Test(arguments: RecordKind.all.map(\.name))
  func everyFieldOfAKindIsDeclared(name: String) throws {
    let kind = try #require(RecordKind.all.first { $0.name == name })
    let fields = kind.required + kind.optional + kind.added
    #expect(Set(fields).count == fields.count)
    for field in fields + kind.recognisedBy { #expect(Field.named(field) != nil, "\(field)") }
  }

  @Test func everyFieldBelongsToAKind() {
    let used = Set(RecordKind.all.flatMap { $0.required + $0.optional + $0.added })
    #expect(Field.all.map(\.name).filter { !used.contains($0) } == [])
  }

  @Test func namesAreUnique() {
    let names = Field.all.flatMap { [$0.name] + $0.aliases }
    #expect(Set(names).count == names.count)
  }

  @Test func meaningsAreSentences() {
    for meaning in Field.all.map(\.meaning) + RecordKind.all.map(\.meaning) {
      #expect(meaning.hasSuffix("."), "\(meaning)")
      #expect(meaning.first?.isUppercase ?? false, "\(meaning)")
    }
  }

  @Test func everyKindIsInferredFromItsOwnRequiredFields() {
    for kind in RecordKind.all where !kind.recognisedBy.isEmpty {
      let fields = Set(kind.required + kind.recognisedBy)
      #expect(RecordKind.inferred { fields.contains($0) }?.name == kind.name)
    }
  }
}
