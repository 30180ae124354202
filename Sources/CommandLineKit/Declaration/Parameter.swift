/// An option or positional that knows how to write itself into `Options`.
///
/// It is made by one of the functions in `Parameter+Kinds.swift`, and refined by those in
/// `Parameter+Refinements.swift`.
package struct Parameter<Options>: Sendable {
  /// A writable place in the options.
  package typealias Path<Value> = WritableKeyPath<Options, Value> & Sendable
  /// A writable place that is made when it is used.
  ///
  /// Few parameters of a command are typed, and to make the places of all of them would take longer
  /// than to answer a question.
  package typealias LazyPath<Value> = @Sendable () -> any Path<Value>

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
  package static func embedding<Part>(
    _ path: @autoclosure @escaping LazyPath<Part>, _ parameters: [Parameter<Part>]
  ) -> [Self] {
    var embedded: [Self] = []
    for part in parameters {
      embedded.append(
        Self(
          box: part.box,
          write: { (options, words) throws(BadWord) in
            try part.write(&options[keyPath: path()], words)
          },
          shown: { part.shown($0[keyPath: path()]) }))
    }
    return embedded
  }
}

/// Holds the facts of a parameter.
private final class Box: Sendable {
  let facts: ParameterFacts

  init(facts: ParameterFacts) { self.facts = facts }
}
