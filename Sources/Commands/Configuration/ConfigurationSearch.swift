import CommandLineKit
import Files

/// Where the files of a configuration are looked for.
struct ConfigurationSearch {
  private let variables: Environment
  /// The name of the environment, such as `production`.
  var environment: String
  /// The common file, where it is named and not looked for.
  var base: String?

  /// The environment where nobody names one.
  static let usualEnvironment = "development"

  /// The names of the variables that say where to look.
  static let environmentVariable = "ANGELX_ENV"
  static let baseVariable = "ANGELX_CONFIG"

  /// Looks where the variables say.
  init(_ variables: Environment) {
    self.variables = variables
    environment =
      [Self.environmentVariable, "ENVIRONMENT"].compactMap { variables[$0] }.first { !$0.isEmpty }
      ?? Self.usualEnvironment
    base = variables[Self.baseVariable].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The files of the first place that has any: the common one, that of the environment, and `.env`.
  ///
  /// A common file that is named is among them also where it is missing, so that reading it says so.
  var found: [String] {
    if let base { return [base] + beside(base).filter(FileIdentity.exists) }
    for place in places {
      let files = ([place] + beside(place)).filter(FileIdentity.exists)
      if !files.isEmpty { return files }
    }
    return []
  }

  /// What goes before a common file where it is there: the file of the environment, and `.env`.
  private func beside(_ base: String) -> [String] {
    let folder = base.lastIndex(of: "/").map { String(base[...$0]) } ?? ""
    let stem = base.hasSuffix(".conf") ? String(base.dropLast(5)) : base
    return ["\(stem).\(environment).conf", folder + EnvironmentFile.name]
  }

  private var places: [String] {
    let homes = [variables["XDG_CONFIG_HOME"], variables["HOME"].map { "\($0)/.config" }]
    return ["angelx.conf"]
      + homes.compactMap(\.self).filter { !$0.isEmpty }.map { "\($0)/angelx/angelx.conf" }
  }
}

/// Files of lines `KEY=value`, as shells and containers read them.
enum EnvironmentFile {
  static let name = ".env"

  /// Whether a path is that of such a file.
  static func isOne(_ path: String) -> Bool {
    let last = path.split(separator: "/").last ?? ""
    return last == name || last.hasPrefix("\(name).") || last.hasSuffix(name)
  }
}
