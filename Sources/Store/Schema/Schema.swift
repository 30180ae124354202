/// The tables of a store, as the steps that lead to them.
package struct Schema: Sendable {
  /// A step from one version to the next; once released it never changes.
  package struct Step: Sendable {
    /// The version that it leads to.
    let version: Int
    let statements: [String]

    /// Creates a step.
    package init(version: Int, statements: [String]) {
      self.version = version
      self.statements = statements
    }
  }

  let steps: [Step]

  /// Creates a schema; the versions of its steps ascend.
  package init(steps: [Step]) {
    self.steps = steps
  }

  /// The version of a store that went through all steps.
  var version: Int { steps.last?.version ?? 0 }

  /// The steps that a store of an older version has still before it.
  func steps(after version: Int) -> ArraySlice<Step> {
    steps[(steps.firstIndex { $0.version > version } ?? steps.endIndex)...]
  }

  /// What tells a store from the files of other programs: the letters "angx".
  static let application = 0x616E_6778

  /// The schema of this angelx.
  static let current = Schema(
    steps: Tables.byVersion.enumerated().map { index, tables in
      Step(version: index + 1, statements: tables.flatMap { $0.schema })
    })
}
