import CommandLineKit
import Configuration
import Files
import Operations
import Scalars
import Store
import Transport

/// `validate-config --metrics`: the metrics of the store, to where the configuration sends them.
struct MetricsTask {
  private let options: ValidateConfig.Options
  private let surroundings: Surroundings

  init(_ options: ValidateConfig.Options, _ surroundings: Surroundings) {
    self.options = options
    self.surroundings = surroundings
  }

  /// Writes the page to every place, or to standard output where there is none.
  ///
  /// A place that fails keeps no other from getting it.
  func run(_ settings: Settings, at now: Timestamp) throws -> ExitCode {
    let home = try options.places.home(surroundings.environment)
    let path = try options.places.store(settings, surroundings.environment)
    let store = try Store(path: path, access: .writing, limits: StoreLimits(settings))
    let page = try MetricsPage(
      of: store, StateRules(settings), killSwitchIsOn: KillSwitch(home: home.folder).state.isOn,
      at: now)
    let destinations = MetricsDestinations(
      settings, userAgent: Version.userAgent, instance: HostName.current,
      random: SystemRandomNumberGenerator())
    let log = surroundings.log(options.common)
    if options.isDryRun || options.common.output != nil || destinations.places.isEmpty {
      var output = try Output(path: options.common.output?.path ?? "-")
      try output.write(page.text)
      try output.finish()
    }
    if options.isDryRun { return .success }
    var status = ExitCode.success
    for place in destinations.places {
      do {
        try destinations.write(page, to: place)
      } catch let error as FileError {
        log.report(Diagnostic(error, command: ValidateConfig.facts.name))
        status = ExitCode(error.exitClass)
      } catch let error as TransportError {
        log.report(Diagnostic(error, command: ValidateConfig.facts.name))
        status = ExitCode(error.exitClass)
      }
    }
    return status
  }
}
