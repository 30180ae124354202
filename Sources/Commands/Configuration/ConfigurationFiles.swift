import CommandLineKit
import Configuration
import Files
import Market
import Scalars

/// Finds the files of a configuration and reads them, the weakest first.
struct ConfigurationFiles {
  /// The name of the environment, such as `production`.
  let environment: String
  /// The files that were read, in the order of their weight.
  private(set) var names: [String] = []
  /// The settings of all layers.
  private(set) var settings: Settings
  private var facts: [String: Circumstances.FileFacts] = [:]

  /// Reads the files that are named, or those that are found where none are.
  ///
  /// - Parameters:
  ///   - files: files to read as they stand, later ones going before earlier ones.
  ///   - environment: the name of the environment; nil for the one that the variables name.
  ///   - variables: the variables of the environment.
  init(
    _ files: [String], environment: String?, variables: [String: String]
  ) throws(FileError) {
    self.environment = environment ?? Self.environment(of: variables)
    var reading = SettingsReading(processors: ProcessorCount.available)
    settings = reading.settings()
    for file in files.isEmpty ? try found(variables) : files {
      let bytes = try ByteSource.bytes(of: file)
      let name = file == "-" ? "<stdin>" : file
      note(name)
      if Self.isEnvironmentFile(file) {
        reading.add(environmentFile: bytes, name: name)
      } else {
        reading.add(file: bytes, name: name)
      }
    }
    reading.add(variables: variables, others: Self.otherVariables)
    settings = reading.settings()
  }

  /// What the configuration is judged by, on a day.
  func circumstances(on day: Day, _ tables: MarketTables) -> Circumstances {
    Circumstances(environment: environment, today: day, tables: tables, files: facts)
  }

  // MARK: Finding files

  private static let baseName = "angelx.conf"
  private static let environmentFile = ".env"

  /// The names of variables that hold no settings: where to look, and options of commands.
  private static var otherVariables: Set<String> {
    let program = Registry.program.description
    let options = program.commands.flatMap(\.options)
    return Set(options.compactMap { $0.environmentName(program: program.facts.name) })
      .union(["ANGELX_CONFIG", "ANGELX_HOME"])
  }

  private static func environment(of variables: [String: String]) -> String {
    for name in ["ANGELX_ENV", "ENVIRONMENT"] {
      if let value = variables[name], !value.isEmpty { return value }
    }
    return "development"
  }

  private static func isEnvironmentFile(_ path: String) -> Bool {
    let name = path.split(separator: "/").last ?? ""
    return name == environmentFile || name.hasPrefix("\(environmentFile).")
  }

  /// The files of the first place that has any: the common one, that of the environment, and `.env`.
  private func found(_ variables: [String: String]) throws(FileError) -> [String] {
    guard let base = base(variables) else {
      return [Self.environmentFile].filter(FileIdentity.exists)
    }
    let folder = base.lastIndex(of: "/").map { String(base[...$0]) } ?? ""
    let stem = base.hasSuffix(".conf") ? String(base.dropLast(5)) : base
    let others = ["\(stem).\(environment).conf", "\(folder)\(Self.environmentFile)"]
    return [base] + others.filter(FileIdentity.exists)
  }

  /// The common file; one that a variable names must be there, and reading it says so if it is not.
  private func base(_ variables: [String: String]) -> String? {
    if let named = variables["ANGELX_CONFIG"], !named.isEmpty { return named }
    let homes = [
      variables["XDG_CONFIG_HOME"], variables["HOME"].map { "\($0)/.config" },
    ].compactMap(\.self).filter { !$0.isEmpty }
    let places = [Self.baseName] + homes.map { "\($0)/angelx/\(Self.baseName)" }
    return places.first(where: FileIdentity.exists)
  }

  private mutating func note(_ file: String) {
    names.append(file)
    guard let status = try? SystemCalls.real.statusOfTarget(file), status.kind == .regular else {
      return
    }
    facts[file] = Circumstances.FileFacts(
      isReadableByOthers: status.permissions & 0o044 != 0,
      isWritableByOthers: status.permissions & 0o002 != 0)
  }
}
