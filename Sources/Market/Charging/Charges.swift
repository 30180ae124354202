public import Scalars

/// What trades cost, line by line.
public struct Charges: Sendable, Hashable {
  /// What the broker takes.
  public var brokerage = ExactRupees.zero
  /// Securities transaction tax, on a sale or on an exercise.
  public var stt = ExactRupees.zero
  /// The exchange's transaction charge.
  public var exchange = ExactRupees.zero
  /// The investor protection fund.
  public var ipft = ExactRupees.zero
  /// The regulator's turnover fee.
  public var sebiFee = ExactRupees.zero
  /// Stamp duty, on a purchase.
  public var stampDuty = ExactRupees.zero
  /// Goods and services tax on the services among these.
  public var gst = ExactRupees.zero

  /// How the lines are rounded.
  public enum Rounding: String, Sendable, Hashable, CaseIterable {
    /// As a broker's interface answers for an order: stamp duty to the rupee, the rest not at all.
    case api
    /// As a contract note prints a day: tax and stamp duty of the day's total to the rupee, the
    /// rest to the paisa.
    case note
    /// Every line to the paisa.
    case paisa
  }

  /// Nothing.
  public init() {}

  /// All together.
  public var total: ExactRupees {
    brokerage + stt + exchange + ipft + sebiFee + stampDuty + gst
  }

  /// The sum, line by line.
  public static func + (left: Charges, right: Charges) -> Charges {
    var sum = left
    sum.brokerage += right.brokerage
    sum.stt += right.stt
    sum.exchange += right.exchange
    sum.ipft += right.ipft
    sum.sebiFee += right.sebiFee
    sum.stampDuty += right.stampDuty
    sum.gst += right.gst
    return sum
  }

  /// The lines as they are rounded, halves up.
  ///
  /// A contract note is rounded once, on the sum of a day's orders in a segment.
  public func rounded(_ rounding: Rounding) -> Charges {
    var rounded = self
    rounded.stampDuty = stampDuty.rounded(decimals: rounding == .paisa ? 2 : 0)
    guard rounding != .api else { return rounded }
    rounded.stt = stt.rounded(decimals: rounding == .note ? 0 : 2)
    rounded.brokerage = brokerage.rounded(decimals: 2)
    rounded.exchange = exchange.rounded(decimals: 2)
    rounded.ipft = ipft.rounded(decimals: 2)
    rounded.sebiFee = sebiFee.rounded(decimals: 2)
    rounded.gst = gst.rounded(decimals: 2)
    return rounded
  }
}

extension ChargeTable {
  /// What an order costs, not rounded.
  ///
  /// - Parameters:
  ///   - side: what the order does; for an exercised option `turnover` is its intrinsic value.
  ///   - turnover: price times quantity, the premium of an option.
  ///   - segment: the contracts that are charged alike.
  ///   - broker: whose brokerage counts.
  ///   - day: the day of the trade.
  public func charges(
    _ side: TradeSide, turnover: Money, _ segment: ChargeSegment, at broker: BrokerTariff,
    on day: Day
  ) throws(NotCovered) -> Charges {
    var bill = Bill(table: self, segment: segment, side: side, turnover: turnover, day: day)
    var charges = Charges()
    if side == .exercise {
      charges.stt = try bill.amount(of: .sttExercise)
      return charges
    }
    charges.brokerage = try bill.amount(of: broker.item)
    bill.brokerage = charges.brokerage
    charges.stt = try bill.amount(of: .stt)
    charges.exchange = try bill.amount(of: .exchange)
    charges.ipft = try bill.amount(of: .ipft)
    charges.sebiFee = try bill.amount(of: .sebiFee)
    charges.stampDuty = try bill.amount(of: .stampDuty)
    charges.gst = try bill.amount(of: .gst)
    return charges
  }
}

/// What the charges of one order are computed from.
private struct Bill {
  let table: ChargeTable
  let segment: ChargeSegment
  let side: TradeSide
  let turnover: Money
  let day: Day
  var brokerage = ExactRupees.zero

  func amount(of item: ChargeItem) throws(NotCovered) -> ExactRupees {
    guard let rule = try table.rule(item, segment, side, on: day) else { return .zero }
    let base: ExactRupees
    switch rule.base {
    case .order: base = ExactRupees(Money(rupees: 1))
    case .turnover, .intrinsic: base = ExactRupees(turnover)
    case .sum(let parts):
      var sum = ExactRupees.zero
      for part in parts {
        switch part {
        case .brokerage: sum += brokerage
        case .item(let item): sum += try amount(of: item)
        }
      }
      base = sum
    }
    guard let rate = rule.rate, let amount = base.multiplied(by: rate) else {
      throw table.gap(item, segment, day)
    }
    return amount
  }
}
