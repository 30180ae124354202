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
  private let environment: String
  private var facts: [String: Circumstances.FileFacts] = [:]

  /// Reads files, the weakest first.
  ///
  /// - Parameters:
  ///   - environment: the name of the environment.
  ///   - variables: the variables of the environment, which go before all files.
  init(
    _ files: [String], environment: String, variables: [String: String] = [:]
  ) throws(FileError) {
    var reading = SettingsReading(processors: ProcessorCount.available)
    for file in files {
      let bytes = try ByteSource.bytes(of: file)
      let name = Self.name(of: file)
      facts[name] = Self.facts(of: file)
      if EnvironmentFile.isOne(file) {
        reading.add(environmentFile: bytes, name: name)
      } else {
        reading.add(file: bytes, name: name)
      }
    }
    if !variables.isEmpty { reading.add(variables: variables, others: Self.otherVariables) }
    settings = reading.settings()
    names = files.map(Self.name)
    self.environment = environment
  }

  /// What the configuration is judged by, on a day.
  func circumstances(on day: Day, _ tables: MarketTables) -> Circumstances {
    Circumstances(environment: environment, today: day, tables: tables, files: facts)
  }

  /// The names of variables that hold no settings: where to look, and options of commands.
  private static var otherVariables: Set<String> {
    let program = Registry.program.description
    let options = program.commands.flatMap(\.options)
    return Set(options.compactMap { $0.environmentName(program: program.facts.name) })
      .union(["ANGELX_HOME"])
  }

  private static func name(of file: String) -> String { file == "-" ? "<stdin>" : file }

  private static func facts(of file: String) -> Circumstances.FileFacts? {
    guard let status = try? SystemCalls.real.statusOfTarget(file), status.kind == .regular else {
      return nil
    }
    return Circumstances.FileFacts(
      isReadableByOthers: status.permissions & 0o044 != 0,
      isWritableByOthers: status.permissions & 0o002 != 0)
  }
}
