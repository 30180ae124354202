import CommandLineKit
import Pricing

/// A sensitivity that can be asked for, or a group of them.
enum GreekChoice: Sendable, Hashable {
  /// Those of the first order, with gamma.
  case first
  /// Those of the first and the second order.
  case second
  case all
  case one(Greek)

  /// One sensitivity.
  enum Greek: Sendable, Hashable {
    case quantity(Quantity)
    /// The loss of the next day.
    case nextDay
  }

  /// The sensitivities by their names, in the order in which they are written.
  static let named: [(name: StaticString, greek: Greek)] = [
    ("delta", .quantity(.delta)), ("gamma", .quantity(.gamma)), ("theta", .quantity(.theta)),
    ("theta_1d", .nextDay), ("vega", .quantity(.vega)), ("rho", .quantity(.rho)),
    ("vanna", .quantity(.vanna)), ("vomma", .quantity(.vomma)), ("charm", .quantity(.charm)),
    ("veta", .quantity(.veta)), ("speed", .quantity(.speed)), ("zomma", .quantity(.zomma)),
    ("color", .quantity(.color)), ("ultima", .quantity(.ultima)),
  ]

  /// The sensitivities of some choices, each once and in their order.
  static func greeks(_ choices: [GreekChoice]) -> [(name: StaticString, greek: Greek)] {
    let chosen = choices.flatMap(\.greeks)
    return named.filter { chosen.contains($0.greek) }
  }

  private var greeks: [Greek] {
    switch self {
    case .first: GreekChoice.firstOrder
    case .second: GreekChoice.firstOrder + GreekChoice.secondOrder
    case .all: GreekChoice.named.map(\.greek)
    case .one(let greek): [greek]
    }
  }

  private static let firstOrder: [Greek] = [
    .quantity(.delta), .quantity(.gamma), .quantity(.theta), .quantity(.vega), .quantity(.rho),
  ]
  private static let secondOrder: [Greek] = [
    .quantity(.vanna), .quantity(.vomma), .quantity(.charm), .quantity(.veta),
  ]
}

extension GreekChoice: ArgumentValue {
  init?(argument: String) {
    switch argument {
    case "first": self = .first
    case "second": self = .second
    case "all": self = .all
    // The other name of vomma.
    case "volga": self = .one(.quantity(.vomma))
    default:
      guard let found = Self.named.first(where: { $0.name.description == argument }) else {
        return nil
      }
      self = .one(found.greek)
    }
  }

  var argument: String {
    switch self {
    case .first: "first"
    case .second: "second"
    case .all: "all"
    case .one(let greek): Self.named.first { $0.greek == greek }?.name.description ?? ""
    }
  }

  static var wanted: String { "one of \(choices.joined(separator: ", "))" }

  static var choices: [String] { ["first", "second", "all"] + named.map(\.name.description) }
}
