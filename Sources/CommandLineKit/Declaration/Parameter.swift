/// An option or positional that knows how to write itself into `Options`.
///
/// It is made by one of the functions in `Parameter+Kinds.swift`, and refined by those in
/// `Parameter+Refinements.swift`.
public struct Parameter<Options>: Sendable {
  /// A writable place in the options, which is made when it is used.
  public typealias Path<Value> = @Sendable () -> any WritableKeyPath<Options, Value> & Sendable

  /// What help, manual and completions say about the parameter.
  package internal(set) var facts: ParameterFacts {
    get { box.facts }
    set { box = Box(facts: newValue) }
  }
  /// The facts in a place of their own.
  ///
  /// There are dozens of parameters, which go through a few lists before they are read.
  private var box: Box
  /// Writes all words that one source gave.
  let write: @Sendable (inout Options, [String]) throws(BadWord) -> Void
  /// The value as text; nil where there is nothing to show.
  let shown: @Sendable (Options) -> String?

  private init(
    box: Box, write: @escaping @Sendable (inout Options, [String]) throws(BadWord) -> Void,
    shown: @escaping @Sendable (Options) -> String?
  ) {
    self.box = box
    self.write = write
    self.shown = shown
  }

  init(
    facts: ParameterFacts,
    write: @escaping @Sendable (inout Options, [String]) throws(BadWord) -> Void,
    shown: @escaping @Sendable (Options) -> String?
  ) {
    self.init(box: Box(facts: facts), write: write, shown: shown)
  }

  /// The parameters of a group of options as parameters of the options that hold the group.
  ///
  /// So what many commands share is declared once:
  /// `parameters = […] + Parameter.embedding(\.common, CommonOptions.parameters)`.
  @inlinable @inline(__always)
  public static func embedding<Part>(
    _ path: @autoclosure @escaping Path<Part>, _ parameters: [Parameter<Part>]
  ) -> [Self] {
    embedding(Place(path), parameters)
  }

  @usableFromInline
  static func embedding<Part>(
    _ place: Place<Options, Part>, _ parameters: [Parameter<Part>]
  ) -> [Self] {
    var embedded: [Self] = []
    for part in parameters {
      embedded.append(
        Self(
          box: part.box,
          write: { (options, words) throws(BadWord) in
            var value = place.value(options)
            try part.write(&value, words)
            place.set(&options, value)
          },
          shown: { part.shown(place.value($0)) }))
    }
    return embedded
  }
}

/// Holds the facts of a parameter.
private final class Box: Sendable {
  let facts: ParameterFacts

  init(facts: ParameterFacts) { self.facts = facts }
}
