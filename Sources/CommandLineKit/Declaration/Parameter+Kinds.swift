extension Parameter {
  /// A switch that is off unless it is named; `--name=false` turns it off again.
  package static func flag(
    _ name: String, short: Character? = nil, _ path: @autoclosure @escaping LazyPath<Bool>,
    _ help: String
  ) -> Self {
    let facts = ParameterFacts(
      .flag, .one, name: name, short: short, valueName: "", limits: Limits<Bool>.any, help: help)
    return Self(
      facts: facts,
      write: { (options, words) throws(BadWord) in
        for word in words { options[keyPath: path()] = try Limits.any.read(word) }
      },
      shown: { $0[keyPath: path()] ? "true" : nil })
  }

  /// An option with one value.
  package static func option<Value: ArgumentValue>(
    _ name: String, short: Character? = nil, _ valueName: String,
    _ path: @autoclosure @escaping LazyPath<Value>,
    limits: Limits<Value> = .any, _ help: String
  ) -> Self {
    let facts = ParameterFacts(
      .option, .one, name: name, short: short, valueName: valueName, limits: limits, help: help)
    return single(facts, path, limits)
  }

  /// An option with one value, or none when it is not given.
  package static func option<Value: ArgumentValue>(
    _ name: String, short: Character? = nil, _ valueName: String,
    _ path: @autoclosure @escaping LazyPath<Value?>,
    limits: Limits<Value> = .any, _ help: String
  ) -> Self {
    let facts = ParameterFacts(
      .option, .one, name: name, short: short, valueName: valueName, limits: limits, help: help)
    return optional(facts, path, limits)
  }

  /// An option that may be given several times, each adding a value.
  ///
  /// The environment and the configuration give it one value.
  package static func repeated<Value: ArgumentValue>(
    _ name: String, short: Character? = nil, _ valueName: String,
    _ path: @autoclosure @escaping LazyPath<[Value]>,
    limits: Limits<Value> = .any, _ help: String
  ) -> Self {
    let facts = ParameterFacts(
      .option, .repeated, name: name, short: short, valueName: valueName, limits: limits, help: help
    )
    return array(facts, path, limits)
  }

  /// An option whose values have commas between them.
  package static func list<Value: ArgumentValue>(
    _ name: String, short: Character? = nil, _ valueName: String,
    _ path: @autoclosure @escaping LazyPath<[Value]>,
    limits: Limits<Value> = .any, _ help: String
  ) -> Self {
    let facts = ParameterFacts(
      .option, .list, name: name, short: short, valueName: valueName, limits: limits, help: help)
    return array(facts, path, limits)
  }

  /// A positional that keeps its default when it is not given.
  package static func positional<Value: ArgumentValue>(
    _ name: String, _ path: @autoclosure @escaping LazyPath<Value>, limits: Limits<Value> = .any,
    _ help: String
  ) -> Self {
    single(.positional(name, .one, limits, help), path, limits)
  }

  /// A positional, or nil when it is not given.
  package static func positional<Value: ArgumentValue>(
    _ name: String, _ path: @autoclosure @escaping LazyPath<Value?>, limits: Limits<Value> = .any,
    _ help: String
  ) -> Self {
    optional(.positional(name, .one, limits, help), path, limits)
  }

  /// All positionals that are left.
  package static func positionals<Value: ArgumentValue>(
    _ name: String, _ path: @autoclosure @escaping LazyPath<[Value]>, limits: Limits<Value> = .any,
    _ help: String
  ) -> Self {
    array(.positional(name, .repeated, limits, help), path, limits)
  }
}

extension Parameter {
  private static func single<Value: ArgumentValue>(
    _ facts: ParameterFacts, _ path: @escaping LazyPath<Value>, _ limits: Limits<Value>
  ) -> Self {
    Self(
      facts: facts,
      write: { (options, words) throws(BadWord) in
        for word in words { options[keyPath: path()] = try limits.read(word) }
      },
      shown: { options in
        let text = options[keyPath: path()].argument
        return text.isEmpty ? nil : text
      })
  }

  private static func optional<Value: ArgumentValue>(
    _ facts: ParameterFacts, _ path: @escaping LazyPath<Value?>, _ limits: Limits<Value>
  ) -> Self {
    Self(
      facts: facts,
      write: { (options, words) throws(BadWord) in
        for word in words { options[keyPath: path()] = try limits.read(word) }
      },
      shown: { $0[keyPath: path()]?.argument })
  }

  private static func array<Value: ArgumentValue>(
    _ facts: ParameterFacts, _ path: @escaping LazyPath<[Value]>, _ limits: Limits<Value>
  ) -> Self {
    Self(
      facts: facts,
      write: { (options, words) throws(BadWord) in
        let items = facts.arity == .list ? words.flatMap(commaSeparated) : words
        options[keyPath: path()] = try items.map { (item) throws(BadWord) in
          try limits.read(item)
        }
      },
      shown: { options in
        let words = options[keyPath: path()].map(\.argument)
        return words.isEmpty ? nil : words.joined(separator: facts.arity == .list ? "," : " ")
      })
  }

  /// The items of a list without the blanks around them.
  private static func commaSeparated(_ word: String) -> [String] {
    word.split(separator: ",", omittingEmptySubsequences: false).map { item in
      let rest = item.drop { $0 == " " }
      return rest.lastIndex { $0 != " " }.map { String(rest[...$0]) } ?? ""
    }
  }
}

extension ParameterFacts {
  fileprivate static func positional<Value: ArgumentValue>(
    _ name: String, _ arity: Arity, _ limits: Limits<Value>, _ help: String
  ) -> Self {
    Self(
      .positional, arity, name: name, short: nil, valueName: name, limits: limits, help: help)
  }
}
