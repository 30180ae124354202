/// A place in the options, by which a value is asked for and set.
///
/// It is made of a key path where a parameter is declared, and inlined there, so that the access alone is
/// left: to make a key path when the program runs takes 50,000 instructions.
public struct Place<Options, Value>: Sendable {
  let value: @Sendable (Options) -> Value
  let set: @Sendable (inout Options, Value) -> Void

  /// Creates the place that a key path leads to.
  @inlinable @inline(__always)
  public init(_ path: @escaping @Sendable () -> any WritableKeyPath<Options, Value> & Sendable) {
    self.init(value: { $0[keyPath: path()] }, set: { $0[keyPath: path()] = $1 })
  }

  @usableFromInline
  init(
    value: @escaping @Sendable (Options) -> Value,
    set: @escaping @Sendable (inout Options, Value) -> Void
  ) {
    self.value = value
    self.set = set
  }
}
