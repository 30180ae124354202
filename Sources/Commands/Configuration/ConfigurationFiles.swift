import CommandLineKit
import Configuration
import Files
import Market
import Scalars

/// The files of a configuration, read, with what is known of them.
struct ConfigurationFiles {
  /// The settings of all layers.
  let settings: Settings
  /// The files that were read, in the order of their weight.
  let names: [String]
  /// The name of the environment.
  let environment: String
  private let facts: [String: Circumstances.FileFacts]

  /// Reads files, the weakest first.
  ///
  /// - Parameters:
  ///   - environment: the name of the environment.
  ///   - variables: the variables of the environment, which go before all files.
  init(
    _ files: [String], environment: String, variables: [String: String] = [:]
  ) throws(FileError) {
    var layers = Layers()
    for file in files { try layers.add(file) }
    // What holds the secrets goes before the files that say where they are.
    let named = variables[Self.secretsVariable].flatMap { $0.isEmpty ? nil : $0 }
    if let secrets = named ?? layers.reading.text(of: "SECRETS_FILE"), !files.contains(secrets),
      FileIdentity.exists(secrets)
    {
      try layers.add(secrets)
    }
    if !variables.isEmpty { layers.reading.add(variables: variables, others: Self.otherVariables) }
    (names, facts) = (layers.names, layers.facts)
    settings = layers.reading.settings()
    self.environment = environment
  }

  /// Files as they are read, one after the other.
  private struct Layers {
    var reading = SettingsReading(processors: ProcessorCount.available)
    var names: [String] = []
    var facts: [String: Circumstances.FileFacts] = [:]

    mutating func add(_ file: String) throws(FileError) {
      let bytes = try ByteSource.bytes(of: file)
      let name = file == "-" ? "<stdin>" : file
      names.append(name)
      facts[name] = ConfigurationFiles.facts(of: file)
      if EnvironmentFile.isOne(file) {
        reading.add(environmentFile: bytes, name: name)
      } else {
        reading.add(file: bytes, name: name)
      }
    }
  }

  /// The configuration that a command finds: of the files that are named or found, below the variables.
  ///
  /// - Parameter isWhole: whether variables count, and not the one alone that names a file.
  static func found(
    base: String?, environment: String?, _ variables: Environment, isWhole: Bool = true
  ) throws -> ConfigurationFiles {
    var search = ConfigurationSearch(variables)
    search.environment = environment ?? search.environment
    search.base = base ?? search.base
    let counting = variables.variables.filter { isWhole || $0.key == secretsVariable }
    return try ConfigurationFiles(
      search.found, environment: search.environment, variables: counting)
  }

  private static let secretsVariable = "ANGELX_SECRETS_FILE"

  /// The files of the configuration that a command finds, where they are sound: none may run with half of one.
  ///
  /// - Parameter tables: the folder of market tables that was typed; nil for that of the key TABLES.
  /// - Throws: `FileError`, and ``ConfigurationProblem`` with everything that is wrong.
  static func sound(
    base: String?, environment: String?, tables: String?, _ variables: Environment
  ) throws -> ConfigurationFiles {
    // What an option takes from a variable is said by the option, in its own words.
    let files = try found(base: base, environment: environment, variables, isWhole: false)
    let today = Timestamp(milliseconds: WallClock.milliseconds).day
    let folder = (tables ?? files.settings.text("TABLES")).flatMap { PathArgument(argument: $0) }
    // What is wrong with tables is told by whoever reads them.
    let tables = (try? TablesFolder.tables(folder)) ?? .builtIn
    let errors = files.settings.findings(in: files.circumstances(on: today, tables))
      .filter { $0.severity == .error }
    guard errors.isEmpty else { throw ConfigurationProblem(findings: errors) }
    return files
  }

  /// Whether the environment is the one that holds where nobody names one.
  var isUsual: Bool { environment == ConfigurationSearch.usualEnvironment }

  /// What the configuration is judged by, on a day.
  func circumstances(on day: Day, _ tables: MarketTables) -> Circumstances {
    var paths: [String: PathFacts] = [:]
    for path in settings.paths { paths[path] = Self.facts(ofPath: path) }
    return Circumstances(
      environment: environment, today: day, tables: tables, files: facts, paths: paths)
  }

  private static func facts(ofPath path: String) -> PathFacts {
    guard FileIdentity.exists(path) else {
      let folder = path.lastIndex(of: "/").map { path[..<$0] } ?? "."
      let parent = folder.isEmpty ? "/" : String(folder)
      return PathFacts(
        .nothing, isReadable: false,
        isWritable: FileAccess.isFolder(parent) && FileAccess.mayWrite(parent))
    }
    return PathFacts(
      FileAccess.isFolder(path) ? .folder : .file, isReadable: FileAccess.mayRead(path),
      isWritable: FileAccess.mayWrite(path))
  }

  /// The names of variables that hold no settings: where to look, and options of commands.
  private static var otherVariables: Set<String> {
    let program = Registry.program.description
    let options = program.commands.flatMap(\.options)
    let names = options.filter { $0.configurationKey == nil }
      .compactMap { $0.environmentName(program: program.facts.name) }
    return Set(names)
  }

  private static func facts(of file: String) -> Circumstances.FileFacts? {
    guard let status = try? SystemCalls.real.statusOfTarget(file), status.kind == .regular else {
      return nil
    }
    return Circumstances.FileFacts(
      isReadableByOthers: status.permissions & 0o044 != 0,
      isWritableByOthers: status.permissions & 0o002 != 0,
      isWritableByGroup: status.permissions & 0o020 != 0,
      isOfAnotherAccount: status.owner != Account.number)
  }
}

extension Settings {
  /// Those of no file.
  static var defaults: Settings {
    SettingsReading(processors: ProcessorCount.available).settings()
  }
}
