extension Parameter {
  /// A switch that is off unless it is named; `--name=false` turns it off again.
  @inlinable @inline(__always)
  public static func flag(
    _ name: String, short: Character? = nil, _ path: @autoclosure @escaping Path<Bool>,
    _ help: String
  ) -> Self {
    flag(name, short, Place(path), help)
  }

  /// An option with one value.
  @inlinable @inline(__always)
  public static func option<Value: ArgumentValue>(
    _ name: String, short: Character? = nil, _ valueName: String,
    _ path: @autoclosure @escaping Path<Value>,
    limits: Limits<Value> = .any, _ help: String
  ) -> Self {
    single(.option, .one, name, short, valueName, Place(path), limits, help)
  }

  /// An option with one value, or none when it is not given.
  @inlinable @inline(__always)
  public static func option<Value: ArgumentValue>(
    _ name: String, short: Character? = nil, _ valueName: String,
    _ path: @autoclosure @escaping Path<Value?>,
    limits: Limits<Value> = .any, _ help: String
  ) -> Self {
    optional(.option, .one, name, short, valueName, Place(path), limits, help)
  }

  /// An option that may be given several times, each adding a value.
  ///
  /// The environment and the configuration give it one value.
  @inlinable @inline(__always)
  public static func repeated<Value: ArgumentValue>(
    _ name: String, short: Character? = nil, _ valueName: String,
    _ path: @autoclosure @escaping Path<[Value]>,
    limits: Limits<Value> = .any, _ help: String
  ) -> Self {
    array(.option, .repeated, name, short, valueName, Place(path), limits, help)
  }

  /// An option whose values have commas between them.
  @inlinable @inline(__always)
  public static func list<Value: ArgumentValue>(
    _ name: String, short: Character? = nil, _ valueName: String,
    _ path: @autoclosure @escaping Path<[Value]>,
    limits: Limits<Value> = .any, _ help: String
  ) -> Self {
    array(.option, .list, name, short, valueName, Place(path), limits, help)
  }

  /// A positional that keeps its default when it is not given.
  @inlinable @inline(__always)
  public static func positional<Value: ArgumentValue>(
    _ name: String, _ path: @autoclosure @escaping Path<Value>, limits: Limits<Value> = .any,
    _ help: String
  ) -> Self {
    single(.positional, .one, name, nil, name, Place(path), limits, help)
  }

  /// A positional, or nil when it is not given.
  @inlinable @inline(__always)
  public static func positional<Value: ArgumentValue>(
    _ name: String, _ path: @autoclosure @escaping Path<Value?>, limits: Limits<Value> = .any,
    _ help: String
  ) -> Self {
    optional(.positional, .one, name, nil, name, Place(path), limits, help)
  }

  /// All positionals that are left.
  @inlinable @inline(__always)
  public static func positionals<Value: ArgumentValue>(
    _ name: String, _ path: @autoclosure @escaping Path<[Value]>, limits: Limits<Value> = .any,
    _ help: String
  ) -> Self {
    array(.positional, .repeated, name, nil, name, Place(path), limits, help)
  }
}

// What is not inlined where a parameter is declared.
extension Parameter {
  @usableFromInline
  static func flag(
    _ name: String, _ short: Character?, _ place: Place<Options, Bool>, _ help: String
  ) -> Self {
    Self(
      facts: ParameterFacts(
        .flag, .one, name: name, short: short, valueName: "", limits: Limits<Bool>.any, help: help),
      write: { (options, words) throws(BadWord) in
        for word in words { place.set(&options, try Limits.any.read(word)) }
      },
      shown: { place.value($0) ? "true" : nil })
  }

  @usableFromInline
  static func single<Value: ArgumentValue>(
    _ kind: ParameterFacts.Kind, _ arity: ParameterFacts.Arity, _ name: String,
    _ short: Character?, _ valueName: String, _ place: Place<Options, Value>,
    _ limits: Limits<Value>, _ help: String
  ) -> Self {
    Self(
      facts: ParameterFacts(
        kind, arity, name: name, short: short, valueName: valueName, limits: limits, help: help),
      write: { (options, words) throws(BadWord) in
        for word in words { place.set(&options, try limits.read(word)) }
      },
      shown: { options in
        let text = place.value(options).argument
        return text.isEmpty ? nil : text
      })
  }

  @usableFromInline
  static func optional<Value: ArgumentValue>(
    _ kind: ParameterFacts.Kind, _ arity: ParameterFacts.Arity, _ name: String,
    _ short: Character?, _ valueName: String, _ place: Place<Options, Value?>,
    _ limits: Limits<Value>, _ help: String
  ) -> Self {
    Self(
      facts: ParameterFacts(
        kind, arity, name: name, short: short, valueName: valueName, limits: limits, help: help),
      write: { (options, words) throws(BadWord) in
        for word in words { place.set(&options, try limits.read(word)) }
      },
      shown: { place.value($0)?.argument })
  }

  @usableFromInline
  static func array<Value: ArgumentValue>(
    _ kind: ParameterFacts.Kind, _ arity: ParameterFacts.Arity, _ name: String,
    _ short: Character?, _ valueName: String, _ place: Place<Options, [Value]>,
    _ limits: Limits<Value>, _ help: String
  ) -> Self {
    Self(
      facts: ParameterFacts(
        kind, arity, name: name, short: short, valueName: valueName, limits: limits, help: help),
      write: { (options, words) throws(BadWord) in
        let items = arity == .list ? words.flatMap(commaSeparated) : words
        let values = try items.map { (item) throws(BadWord) in try limits.read(item) }
        place.set(&options, values)
      },
      shown: { options in
        let words = place.value(options).map(\.argument)
        return words.isEmpty ? nil : words.joined(separator: arity == .list ? "," : " ")
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
