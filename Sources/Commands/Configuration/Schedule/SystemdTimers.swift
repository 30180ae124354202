import Market

extension Schedule {
  /// Units for systemd, one file behind the other with its name before it.
  ///
  /// A service runs once at a time by itself, so it needs no lock.
  var timers: String {
    """
    # Units for systemd, to be put into ~/.config/systemd/user, each under the name before it. Then:
    # systemctl --user enable --now \(jobs.map { "angelx-\($0.name).timer" }.joined(separator: " "))

    \(jobs.map { service($0) + "\n" + timer($0) }.joined(separator: "\n"))
    """
  }

  private func service(_ job: Job) -> String {
    """
    # angelx-\(job.name).service
    [Unit]
    Description=angelx: \(job.meaning)

    [Service]
    Type=oneshot
    ExecStart=\((["/usr/bin/env"] + words(of: job)).map(Self.quoted).joined(separator: " "))
    Environment=SWIFT_BACKTRACE=enable=no
    Environment=\(Self.quoted("PATH=\(path)"))
    UMask=0077

    """
  }

  private func timer(_ job: Job) -> String {
    let weekends = tradingWeekends.map { "\nOnCalendar=\($0) \(job.time):00 Asia/Kolkata" }.joined()
    return """
      # angelx-\(job.name).timer
      [Unit]
      Description=angelx at \(job.time) Indian time: \(job.meaning)

      [Timer]
      OnCalendar=Mon..Fri \(job.time):00 Asia/Kolkata\(weekends)
      AccuracySec=1s
      Persistent=\(job.isMadeUpFor)

      [Install]
      WantedBy=timers.target

      """
  }

  /// A word as systemd reads it back.
  private static func quoted(_ word: String) -> String {
    if word.isPlainWord { return word }
    var quoted = "\""
    for character in word {
      switch character {
      case "\"", "\\": quoted += "\\\(character)"
      case "%": quoted += "%%"
      case "$": quoted += "$$"
      default: quoted.append(character)
      }
    }
    return quoted + "\""
  }
}
