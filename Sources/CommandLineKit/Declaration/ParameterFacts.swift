/// What is said about one option or positional: plain text, no behaviour.
public struct ParameterFacts: Sendable {
  /// How the parameter stands on the command line.
  @usableFromInline
  package enum Kind: Sendable {
    case flag, option, positional
  }

  /// How many words the parameter takes.
  @usableFromInline
  package enum Arity: Sendable {
    /// Once; twice is an error.
    case one
    /// Any number of times, one value each.
    case repeated
    /// Values with commas between them, any number of times.
    case list
  }

  /// A name in the environment or the configuration.
  package enum OuterName: Sendable {
    /// Made from the parameter's own name.
    case derived
    case given(String)
    /// The parameter is not read from there.
    case none
  }

  package let kind: Kind
  package let arity: Arity
  /// The long name without hyphens; of a positional, the name of its value.
  package let name: String
  package let short: Character?
  /// What stands for the value in help, such as `FILE`; empty for a flag.
  package let valueName: String
  /// One sentence for the short help.
  package let help: String
  /// The type of the value.
  private let type: any ArgumentValue.Type
  /// Which values of the type there may be, to follow what the type wants.
  private let limits: @Sendable () -> String

  package var discussion: [String] = []
  package var section = ParameterFacts.defaultSection
  package var isHidden = false
  package var isRequired = false
  package var environment = OuterName.derived
  package var configuration = OuterName.derived
  /// Other completions than those of the type.
  private var ownCompletion: CompletionKind?
  /// The default as text; nil where there is nothing to show.
  package var defaultText: String?
  /// What the default is where only the running command can tell, such as `one per processor`.
  package var defaultPhrase: String?

  /// The heading of options that name no section.
  package static let defaultSection = "Options"

  init<Value: ArgumentValue>(
    _ kind: Kind, _ arity: Arity, name: String, short: Character?, valueName: String,
    limits: Limits<Value>, help: String
  ) {
    self.kind = kind
    self.arity = arity
    self.name = name
    self.short = short
    self.valueName = valueName
    self.help = help
    type = Value.self
    self.limits = { limits.text }
  }
}

// What the type says is asked for by help and by mistakes alone.
extension ParameterFacts {
  /// What the value must be, to follow "wants".
  package var wanted: String { type.wanted + limits() }

  /// All values there are, when they are few.
  package var choices: [String] { kind == .flag ? [] : type.choices }

  /// What a shell offers when the value is being typed.
  package var completion: CompletionKind {
    get { ownCompletion ?? (kind == .flag ? .none : type.completion) }
    set { ownCompletion = newValue }
  }
}

extension ParameterFacts {
  /// The name as typed: `--jobs`, or `FILE` for a positional.
  package var spelling: String { kind == .positional ? name : "--\(name)" }

  /// All names as typed, the short one first.
  var typedNames: [String] { (short.map { ["-\($0)"] } ?? []) + [spelling] }

  /// The variable that sets the option, such as `ANGELX_JOBS`; nil when there is none.
  package func environmentName(program: String) -> String? {
    outerName(environment).map { name in
      if case .given = environment { name } else { "\(program.asOuterName)_\(name)" }
    }
  }

  /// The configuration key that sets the option, such as `JOBS`; nil when there is none.
  package var configurationKey: String? { outerName(configuration) }

  private func outerName(_ rule: OuterName) -> String? {
    guard kind != .positional else { return nil }
    return switch rule {
    case .derived: name.asOuterName
    case .given(let given): given
    case .none: nil
    }
  }
}

extension String {
  /// The name in capitals with underscores for hyphens, such as `LOG_FORMAT`.
  var asOuterName: String {
    String(
      decoding: utf8.map { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - 32
        case UInt8(ascii: "-"): UInt8(ascii: "_")
        default: byte
        }
      }, as: UTF8.self)
  }

  /// The name with underscores for hyphens.
  var functionName: String { String(map { $0 == "-" ? "_" : $0 }) }
}
