import CommandLineKit
import Configuration
import Market
import Scalars

/// A command that is to run by itself on every trading day.
struct Job {
  /// The name in the names of units and locks.
  let name: String
  /// What it is good for, as a sentence.
  let meaning: String
  let command: String
  let arguments: [String]
  /// When, in Indian time.
  let time: TimeOfDay
  /// Whether it is made up for where the machine was off at its time.
  let isMadeUpFor: Bool

  /// The jobs that a configuration asks for, in the order of the day.
  static func all(_ settings: Settings) -> [Job] {
    let after =
      settings.text("EXPORT_SCHEDULE").flatMap { TimeOfDay($0) } ?? TimeOfDay(minutes: 17 * 60)
    // The jobs behind it come a quarter of an hour to half an hour apart, or closer late in the day.
    let step = min(15, (TimeOfDay.last.minutes - after.minutes) / 5)
    func later(_ steps: Int) -> TimeOfDay { TimeOfDay(minutes: after.minutes + steps * step) }
    var jobs = [
      Job(
        name: "validate", meaning: "Check the configuration and fix it for the day.",
        command: ValidateConfig.facts.name, arguments: ["--freeze"],
        time: TimeOfDay(minutes: 9 * 60),
        isMadeUpFor: false)
    ]
    if settings.isOn("EXPORT_DAILY_REPORT") {
      jobs.append(
        Job(
          name: "report", meaning: "Report the day.", command: "report", arguments: ["daily"],
          time: after, isMadeUpFor: true))
    }
    if settings.isOn("ARCHIVE_OLD_DATA") {
      jobs.append(
        Job(
          name: "archive", meaning: "Move out what is older than its retention.",
          command: "archive", arguments: ["run"], time: later(2),
          isMadeUpFor: true))
    }
    jobs.append(
      Job(
        name: "log", meaning: "Look through the log of what was done.",
        command: ValidateConfig.facts.name, arguments: ["--log-check"],
        time: later(5), isMadeUpFor: true))
    jobs.append(
      Job(
        name: "store", meaning: "Look through the store.", command: ValidateConfig.facts.name,
        arguments: ["--store-check"], time: later(4),
        isMadeUpFor: true))
    // A job of a command that this angelx does not have would only fail every night.
    let known = Registry.commands.map { $0.facts.name }
    return jobs.filter { known.contains($0.command) }.sorted { $0.time < $1.time }
  }
}
