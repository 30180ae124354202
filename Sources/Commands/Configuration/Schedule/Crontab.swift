import Market

extension Schedule {
  /// Lines for a crontab.
  ///
  /// The daemon's zone is that of the machine, and not every daemon can be told another: so a line is looked
  /// at every quarter of an hour and decides by the time in India, which is UTC and five and a half hours.
  var crontab: String {
    """
    # Commands of angelx by Indian time, whatever the zone of this machine is.
    # They say nothing unless something is wrong; then cron sends it by mail.
    # Put these lines into your crontab with: crontab -e
    SHELL=/bin/sh
    PATH=\(path)
    SWIFT_BACKTRACE=enable=no

    \(jobs.map(lines).joined(separator: "\n"))
    """
  }

  private func lines(_ job: Job) -> String {
    let quarter = job.time.minutes % 15
    let minutes = stride(from: quarter, to: 60, by: 15).map(\.description).joined(separator: ",")
    let time = job.time.description.filter { $0 != ":" }
    // The day of the week, the time and the date, as in 1T0900:2026-11-30.
    let days = ["[1-5]T\(time):*"] + tradingWeekends.map { "?T\(time):\($0)" }
    let home = Self.shellWord(folder)
    let lock = Self.shellWord("\(folder)/\(job.name).lock")
    let command = words(of: job).map(Self.shellWord).joined(separator: " ")
    let line =
      "case $(TZ=IST-5:30 date +%uT%H%M:%F) in \(days.joined(separator: "|"))) "
      + "mkdir -p -m 700 \(home) && flock -n -E 75 \(lock) \(command) ;; esac"
    // To cron a bare percent sign is the end of the line.
    let escaped = line.split(separator: "%", omittingEmptySubsequences: false).joined(
      separator: "\\%")
    return "# \(job.time): \(job.meaning)\n\(minutes) * * * * \(escaped)\n"
  }

  /// A word as the shell reads it back.
  private static func shellWord(_ word: String) -> String {
    if word.isPlainWord { return word }
    let parts = word.split(separator: "'", omittingEmptySubsequences: false)
    return "'\(parts.joined(separator: "'\\''"))'"
  }
}
