/// A comparison of two values.
enum Relation: UInt8, CaseIterable {
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual

  /// The relation as it is written.
  var spelling: String {
    switch self {
    case .equal: "=="
    case .notEqual: "!="
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    }
  }

  /// Whether the relation asks which value comes first, and not only whether they are the same.
  var isOrdering: Bool {
    self != .equal && self != .notEqual
  }

  /// The relation that holds for swapped operands.
  var mirrored: Self {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }
}

/// An operation on two numbers.
enum Arithmetic: UInt8, CaseIterable {
  case add, subtract, multiply, divide

  /// The operation as it is written.
  var spelling: String {
    switch self {
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    }
  }
}

/// What joins an operand to the one before it.
enum Joint: Equatable {
  case or
  case and
  case relation(Relation)
  case arithmetic(Arithmetic)

  /// How tightly it binds.
  var level: Level {
    switch self {
    case .or: .disjunction
    case .and: .conjunction
    case .relation: .comparison
    case .arithmetic(.add), .arithmetic(.subtract): .sum
    case .arithmetic(.multiply), .arithmetic(.divide): .product
    }
  }

  /// The joint as it is written.
  var spelling: String {
    switch self {
    case .or: "or"
    case .and: "and"
    case .relation(let relation): relation.spelling
    case .arithmetic(let arithmetic): arithmetic.spelling
    }
  }
}

/// How tightly operators bind, the loosest first.
enum Level: Int, Comparable {
  case whole, disjunction, conjunction, comparison, sum, product

  static func < (left: Self, right: Self) -> Bool {
    left.rawValue < right.rawValue
  }
}
