internal import Market

extension DepthLevel {
  /// The levels of a side of the order book; it is filled up with zeros, which are none.
  static func levels(of sides: WireObject, _ name: String) throws(WireFault) -> [DepthLevel] {
    var levels: [DepthLevel] = []
    for row in try sides.list(name) {
      let level = DepthLevel(
        price: try row.read(.price, "price"), quantity: try row.read(.count, "quantity"),
        orders: try row.find(.count, "orders") ?? 0)
      if level.price.paise > 0, level.quantity > 0 { levels.append(level) }
    }
    return levels
  }
}
