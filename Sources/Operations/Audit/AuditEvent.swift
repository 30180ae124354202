package import Scalars

/// What stands in a field of an entry of the audit log.
package enum AuditValue: Sendable, Equatable {
  case null
  case text(String)
  case whole(Int64)
  /// A number with the decimals that it has.
  case decimal(ExactDecimal)
  case boolean(Bool)
  case texts([String])
}

/// Something that happened and must be kept: a name, and facts in their order.
package struct AuditEvent: Sendable, Equatable {
  /// A fact about an event.
  package struct Field: Sendable, Equatable {
    package let name: String
    package let value: AuditValue

    package init(_ name: String, _ value: AuditValue) {
      self.name = name
      self.value = value
    }
  }

  /// The names that every entry has of its own.
  package static let ownNames: Set<String> = ["seq", "ts", "event", "prev"]

  /// What happened, in lower case and with underscores: `kill_switch_set`.
  package let name: String
  /// What belongs to it.
  package let fields: [Field]

  /// Makes an event.
  ///
  /// - Precondition: The names are in lower case with underscores, none of them stands twice, and
  ///   none is one of ``ownNames``.
  package init(_ name: String, _ fields: [Field] = []) {
    let names = fields.map(\.name)
    precondition(Self.isName(name) && names.allSatisfy(Self.isName), "names are in snake_case")
    precondition(
      Set(names).count == names.count && Self.ownNames.isDisjoint(with: names),
      "a name stands once in an entry")
    self.name = name
    self.fields = fields
  }

  private static func isName(_ name: String) -> Bool {
    let isSound = name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "_"):
        true
      default: false
      }
    }
    return isSound && !name.isEmpty
  }
}
