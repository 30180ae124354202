internal import Market
package import Records
internal import Scalars

extension KiteDecoding {
  /// Whose account it is.
  package static func profile(_ data: JSONValue) throws(WireFault) -> Profile {
    let fields = try WireObject(data, at: "data")
    return Profile(
      clientCode: try fields.read(.text, "user_id"),
      name: try fields.find(.text, "user_name") ?? "",
      exchanges: try fields.find(.texts, "exchanges") ?? [],
      products: try fields.find(.texts, "products") ?? [])
  }

  /// The money of a part of an account.
  ///
  /// Fields of an inner object have its name before theirs, as in `available.cash`. That one is the
  /// cash of the morning; `live_balance` and `net` are what is left.
  package static func funds(_ data: JSONValue) throws(WireFault) -> Funds {
    let object = try WireObject(data, at: "data")
    var fields = [Funds.Field(name: "net", amount: try object.read(.sum, "net"))]
    for name in ["available", "utilised"] {
      guard let part = try object.object(name) else { continue }
      for (inner, _) in part.value.members {
        fields.append(
          Funds.Field(name: "\(name).\(inner)", amount: try part.find(.sum, inner)))
      }
    }
    return Funds(fields: fields, derived: derived(Funds(fields: fields, derived: nil)))
  }

  private static func derived(_ funds: Funds) -> Funds.Derived? {
    guard let available = funds["net"], let cash = funds["available.live_balance"],
      let pledged = funds["available.collateral"]
    else { return nil }
    return Funds.Derived(available: available, pledged: pledged, cash: cash)
  }

  /// What would be blocked for each of some orders.
  package static func margins(_ data: JSONValue?) throws(WireFault) -> [MarginEstimate] {
    var found: [MarginEstimate] = []
    for row in try rows(data) { found.append(try margin(row)) }
    return found
  }

  /// What would be blocked for orders together, what they save one another taken off.
  package static func basketMargin(_ data: JSONValue) throws(WireFault) -> MarginEstimate {
    let fields = try WireObject(data, at: "data")
    guard let last = try fields.object("final") else { throw fields.fault("final", .missing) }
    return try margin(last)
  }

  private static func margin(_ row: WireObject) throws(WireFault) -> MarginEstimate {
    var components: [(name: String, amount: Number)] = []
    for (name, value) in row.value.members where value.kind == .number && name != "total" {
      components.append((name, try row.read(.number, name)))
    }
    return MarginEstimate(total: try row.read(.number, "total"), components: components)
  }

  /// What each of some orders would cost.
  package static func charges(_ data: JSONValue?) throws(WireFault) -> [ChargeEstimate] {
    var found: [ChargeEstimate] = []
    for row in try rows(data) {
      guard let charges = try row.object("charges") else { throw row.fault("charges", .missing) }
      let (price, quantity) = (
        try row.read(.number, "price"), Number(try row.read(.count, "quantity"))
      )
      guard let value = price * quantity else {
        throw row.fault("price", .wrong(wanted: "a price of that quantity"))
      }
      found.append(
        ChargeEstimate(
          total: try charges.read(.number, "total"), tradeValue: value,
          items: try items(of: charges)))
    }
    return found
  }

  /// The charges but for their total; an object is a charge that consists of others.
  private static func items(of parent: WireObject) throws(WireFault) -> [ChargeEstimate.Item] {
    var items: [ChargeEstimate.Item] = []
    for (name, value) in parent.value.members where name != "total" {
      if value.kind == .object, let inner = try parent.object(name) {
        items.append(
          ChargeEstimate.Item(
            name: name, amount: try inner.read(.number, "total"), items: try Self.items(of: inner)))
      } else if value.kind == .number {
        items.append(
          ChargeEstimate.Item(name: name, amount: try parent.read(.number, name), items: []))
      }
    }
    return items
  }
}
