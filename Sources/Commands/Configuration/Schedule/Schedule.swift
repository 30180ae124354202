import CommandLineKit
import Configuration
import Files
import Market
import Operations
import Scalars

/// What runs by itself, and on which days, for a crontab or for systemd.
struct Schedule {
  let jobs: [Job]
  /// Saturdays and Sundays on which markets trade.
  let tradingWeekends: [Day]
  /// The words that every command begins with: the program and where its things are.
  let program: [String]
  /// Where locks lie.
  let folder: String
  /// Where the program is looked for: where it is now, and where programs are.
  let path: String

  /// Where programs are on every machine.
  private static let usualFolders = ["/usr/local/bin", "/usr/bin", "/bin"]

  /// How far the calendar is looked at.
  private static let daysAhead = 366

  /// The schedule that a configuration asks for from a day on.
  init(
    _ settings: Settings, from day: Day, _ calendar: TradingCalendar, program: [String],
    foundIn programFolder: String?, in folder: String
  ) {
    jobs = Job.all(settings)
    self.program = program
    self.folder = folder
    let own = programFolder.flatMap { Self.usualFolders.contains($0) ? nil : $0 }
    path = ([own].compactMap(\.self) + Self.usualFolders).joined(separator: ":")
    tradingWeekends = (0..<Self.daysAhead).map { day + $0 }
      .filter { $0.weekday == .saturday || $0.weekday == .sunday }
      .filter { Self.beginsInTheMorning($0, calendar) }
  }

  /// Whether a day's trade is like that of others; an hour in the evening is a thing of its own.
  private static func beginsInTheMorning(_ day: Day, _ calendar: TradingCalendar) -> Bool {
    guard let first = try? calendar.sessions(on: day, .nfo).first else { return false }
    return first.lowerBound.minutes < 12 * 60
  }

  /// The words of a job's command line.
  func words(of job: Job) -> [String] {
    [program[0], job.command] + job.arguments + program.dropFirst()
  }
}

extension Schedule {
  /// What is to run by itself, told where its things are, as this call found them.
  ///
  /// Whoever runs it starts from another folder and with other variables.
  init(
    _ options: ValidateConfig.Options, _ configuration: ConfigurationFiles, from day: Day,
    _ surroundings: Surroundings
  ) throws {
    let home = try WorkingFolder.absolute(options.places.home(surroundings.environment).folder)
    let told: [(String, String?)] = [
      ("--config", configuration.names.first.map(WorkingFolder.absolute)),
      ("--env", configuration.isUsual ? nil : configuration.environment), ("--home", home),
      ("--store", options.places.store.map { WorkingFolder.absolute($0.path) }),
      ("--tables", options.tables.map { WorkingFolder.absolute($0.path) }),
    ]
    let words = told.flatMap { name, value in value.map { [name, $0] } ?? [] }
    self.init(
      configuration.settings, from: day, try options.tables(configuration.settings).calendar,
      program: [programName] + words, foundIn: ExecutableFile.folder, in: home)
  }
}

extension String {
  /// Whether it means itself to the shell and to systemd, without quotes.
  var isPlainWord: Bool {
    !isEmpty
      && utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."),
          UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "="):
          true
        default: false
        }
      }
  }
}
