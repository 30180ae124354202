/// A compiled expression: a condition such as `strike > 24000 and right == "CE"`, or arithmetic
/// such as `0.02 * CAPITAL`.
///
/// It is compiled once and evaluated for every record, without allocation, and it may be used by
/// several threads at once.
///
/// Numbers are exact decimals: `0.1 + 0.2 == 0.3` holds. A text literal that stands beside a time
/// or a day, as in `expiry == "2026-11-26"`, is read as one where the field is declared as such.
///
/// Null, which is what a missing field holds, follows these rules:
/// - `==`, `!=` and `in` always answer: null is equal to null only, and values of different types
///   are not equal.
/// - Arithmetic, the orderings `< <= > >=` and functions of null come to null. So do a division by
///   zero and a result out of range.
/// - `and`, `or` and `not` know three values: `false and null` is false, `true or null` is true,
///   everything else with null is null.
public struct Expression: Sendable {
  /// The text that was compiled.
  public let source: String

  /// The fields that the expression reads, in order of first use; the index is the slot.
  public let fields: [Field]

  /// The type of the result, which may always be null as well; nil when it depends on the record.
  public let resultType: ValueType?

  let tree: SyntaxTree
  let program: Program

  /// Compiles `source`.
  ///
  /// - Parameters:
  ///   - source: At most 65,536 bytes, with at most 4,096 parts nested at most 64 deep.
  ///   - expected: The type that the result must have, `.boolean` for a condition. Where it can
  ///     only be known record by record, another type is a failure of the evaluation.
  ///   - assumingIST: Whether times without an offset are Indian time, and not an error.
  ///   - schema: The declaration of a field, or nil when there is none; it is asked once for each
  ///     field. Values are not trusted to be of their declared types.
  /// - Throws: What is wrong, with the place.
  public init(
    _ source: String, expecting expected: ValueType? = nil, assumingIST: Bool = false,
    schema: (_ path: FieldPath) -> FieldDeclaration?
  ) throws(ExpressionError) {
    let parsed = try Parser.tree(of: source)
    let fields = parsed.fields.map { path, offset in
      let declaration = schema(path)
      return Field(
        path: path, type: declaration?.type, words: declaration?.words ?? [], offset: offset)
    }
    var checker = TypeChecker(parsed, fields: fields, source: source, assumingIST: assumingIST)
    try checker.check()
    if let expected { try checker.requireResult(expected) }
    let type = checker.types[parsed.root]
    let isOpen = type == .unknown
    self.source = source
    self.fields = fields
    resultType = isOpen ? expected : type.value
    tree = checker.tree
    program = Compiler.program(of: checker.tree, expecting: isOpen ? expected : nil)
  }

  /// The value for one record.
  ///
  /// A text in the result lies in the slots' memory or in the expression's: use it before either
  /// goes away. An operation that meets a value of a type which it does not take comes to a
  /// `failure`.
  ///
  /// - Parameter slots: The values of `fields`, in that order; there must not be fewer.
  public func evaluate(_ slots: Span<Value>) -> Value {
    precondition(slots.count >= fields.count, "every field needs a value")
    return unsafe slots.withUnsafeBufferPointer { unsafe program.value($0) }
  }

  /// What went wrong in a record, with the place in the expression.
  ///
  /// - Parameter failure: What `evaluate` of this expression came to.
  public func error(for failure: Failure) -> ExpressionError {
    Diagnosis(tree: tree, source: source, circumstance: " in this record")
      .explanation(of: failure, expecting: resultType)
  }
}
