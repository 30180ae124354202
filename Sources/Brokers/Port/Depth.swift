package import Market

/// What is wanted or offered at one price.
package struct DepthLevel: Sendable, Hashable {
  /// The price.
  package let price: Money
  /// How many units, all orders together.
  package let quantity: Int64
  /// How many orders they come from.
  package let orders: Int64
}

/// The best prices of both sides, the best first; a side that is empty has no levels.
package struct Depth: Sendable, Hashable {
  /// What buyers bid.
  package let bids: [DepthLevel]
  /// What sellers ask.
  package let asks: [DepthLevel]

  /// Nothing on either side.
  package static let none = Depth(bids: [], asks: [])
}
