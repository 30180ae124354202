import Configuration
import Expressions

/// Whether conditions of STRATEGIES mean anything of the fields that records have, as `filter` would find.
struct StrategyCheck {
  private let strategies: WrittenValue

  init(_ settings: Settings) {
    strategies = settings["STRATEGIES"].value
  }

  var findings: [Finding] {
    guard case .dictionary(let entries) = strategies.content else { return [] }
    return entries.compactMap { entry -> Finding? in
      let condition = entry.value["where"] ?? entry.value
      guard let text = condition.text else { return nil }
      do throws(ExpressionError) {
        _ = try Question(text, assumingIST: false)
        return nil
      } catch {
        let name = entry.name.text ?? ""
        return Finding(
          .error, "condition", key: "STRATEGIES", at: condition.place,
          "'\(name)': at \(error.line):\(error.column) of the condition: \(error.message)",
          fix: error.hint)
      }
    }
  }
}
