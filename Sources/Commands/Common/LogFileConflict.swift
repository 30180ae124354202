import CommandLineKit
import Configuration
import Files
import Operations

/// A log file that is something else as well: nothing may be written to it, not even that it is refused.
struct LogFileConflict: Error {
  let usage: UsageError
}

/// Looks whether the log file of a command is a file of its own.
struct LogFileCheck {
  private let common: CommonOptions
  private let place: HomeOptions
  private let environment: Environment

  init(_ common: CommonOptions, _ place: HomeOptions = HomeOptions(), in surroundings: Surroundings)
  {
    self.common = common
    self.place = place
    environment = surroundings.environment
  }

  /// Refuses a log file that is read or written as something else, or would be renamed over such a file.
  ///
  /// - Parameter inputs: what is read; `-` is standard input.
  func require(inputs: [String] = [], rejects: PathArgument? = nil) throws {
    guard let log = common.logFile?.path else { return }
    let output = common.output?.path ?? "-"
    try refuse(log, output == "-" ? StandardPlaces.output : output, "the place of --output")
    if let rejects, rejects.path != "-" { try refuse(log, rejects.path, "the place of --rejects") }
    for input in inputs {
      let isStandard = input == "-"
      try refuse(
        log, isStandard ? StandardPlaces.input : input,
        isStandard ? "standard input" : "the input \(input)")
    }
    for file in try files() { try refuse(log, file, "\(file), which angelx keeps for itself") }
  }

  /// The store and what else is in the home.
  private func files() throws -> [String] {
    let settings = try ConfigurationFiles.found(
      base: common.configuration?.path, environment: common.environment, environment
    ).settings
    let home = Home(named: place.home?.path, { environment[$0] })
    return [place.store?.path, settings.text("STORE")].compactMap(\.self) + (home?.files ?? [])
  }

  private func refuse(
    _ log: String, _ other: String, _ words: String
  ) throws(LogFileConflict) {
    let problem: String
    if FileIdentity.areOneFile(log, other) {
      problem = "--log-file is \(words)"
    } else if isGeneration(other, of: log) {
      problem = "--log-file would be renamed over \(words)"
    } else {
      return
    }
    throw LogFileConflict(usage: .combination("\(problem); name a file of its own"))
  }

  /// Whether a path is that of an older file of messages.
  private func isGeneration(_ other: String, of log: String) -> Bool {
    let (name, otherName) = (TargetPath(log).name, TargetPath(other).name)
    guard otherName.hasPrefix("\(name)."),
      let number = Int(otherName.dropFirst(name.count + 1)), number > 0,
      number <= common.logBackupCount
    else { return false }
    return FileIdentity.areOneFile("\(log).\(number)", other)
  }
}
