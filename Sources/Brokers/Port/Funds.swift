package import Market

/// The money of an account, as the broker has it and as it is understood.
package struct Funds: Sendable, Hashable {
  /// A field of the broker's, by its own name.
  package struct Field: Sendable, Hashable {
    /// The name.
    package let name: String
    /// The amount; nil where the broker has none.
    package let amount: Money?
  }

  /// What follows from the broker's fields.
  ///
  /// Their names mislead, so these are marked as derived.
  package struct Derived: Sendable, Hashable {
    /// What is left for new positions.
    package let available: Money
    /// What of it is lent on pledged shares.
    package let pledged: Money
    /// What is there in cash.
    package let cash: Money
  }

  /// All fields, in the broker's order.
  package let fields: [Field]
  /// What follows from them; nil where one of those that it takes is missing.
  package let derived: Derived?

  /// The amount of a field.
  package subscript(_ name: String) -> Money? { fields.first { $0.name == name }?.amount }
}
