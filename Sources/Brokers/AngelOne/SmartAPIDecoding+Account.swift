internal import Market
package import Records
internal import Scalars

extension SmartAPIDecoding {
  /// Whose account it is.
  package static func profile(_ data: JSONValue) throws(WireFault) -> Profile {
    let fields = try WireObject(data, at: "data")
    return Profile(
      clientCode: try fields.read(.text, "clientcode"),
      name: try fields.find(.text, "name") ?? "",
      exchanges: try fields.find(.texts, "exchanges") ?? [],
      products: try fields.find(.texts, "products") ?? [])
  }

  /// The money.
  ///
  /// `availablecash` is the net margin and not cash, and profit and loss stay zero while positions
  /// have some: those are taken from the book of positions.
  package static func funds(_ data: JSONValue) throws(WireFault) -> Funds {
    let object = try WireObject(data, at: "data")
    var fields: [Funds.Field] = []
    for (name, _) in object.value.members {
      fields.append(Funds.Field(name: name, amount: try object.find(.money, name)))
    }
    _ = try object.read(.money, "availablecash")
    return Funds(fields: fields, derived: derived(Funds(fields: fields, derived: nil)))
  }

  private static func derived(_ funds: Funds) -> Funds.Derived? {
    guard let available = funds["availablecash"], let payout = funds["utilisedpayout"],
      let debits = funds["utiliseddebits"]
    else { return nil }
    let pledged = available - payout
    return Funds.Derived(
      available: available, pledged: pledged, cash: available + debits - pledged)
  }

  /// What would be blocked.
  package static func margin(_ data: JSONValue) throws(WireFault) -> MarginEstimate {
    let fields = try WireObject(data, at: "data")
    var components: [(name: String, amount: Number)] = []
    if let parts = try fields.object("marginComponents") {
      for (name, _) in parts.value.members {
        guard let amount = try parts.find(.number, name) else { continue }
        components.append((name, amount))
      }
    }
    return MarginEstimate(
      total: try fields.read(.number, "totalMarginRequired"), components: components)
  }

  /// What orders would cost.
  package static func charges(_ data: JSONValue) throws(WireFault) -> ChargeEstimate {
    let fields = try WireObject(data, at: "data")
    guard let summary = try fields.object("summary") else {
      throw fields.fault("summary", .missing)
    }
    return ChargeEstimate(
      total: try summary.read(.number, "total_charges"),
      tradeValue: try summary.read(.number, "trade_value"), items: try items(of: summary))
  }

  /// The items of a charge.
  ///
  /// A document nests no deeper than records do, so this ends.
  private static func items(of parent: WireObject) throws(WireFault) -> [ChargeEstimate.Item] {
    var items: [ChargeEstimate.Item] = []
    for row in try parent.list("breakup") {
      items.append(
        ChargeEstimate.Item(
          name: try row.read(.text, "name"), amount: try row.read(.number, "amount"),
          items: try Self.items(of: row)))
    }
    return items
  }
}
