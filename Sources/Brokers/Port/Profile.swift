/// Whose account it is and what it may do.
///
/// Addresses and telephone numbers are not kept.
package struct Profile: Sendable, Hashable {
  /// The code of the account.
  package let clientCode: String
  /// The name of its holder.
  package let name: String
  /// Where it may trade, as the broker names it.
  package let exchanges: [String]
  /// The products that it may use, as the broker names them.
  package let products: [String]
}
