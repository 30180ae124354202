import CommandLineKit
import Configuration
import Operations

/// The options of commands that remember something.
struct HomeOptions: Sendable {
  var home: PathArgument?
  var store: PathArgument?

  static let parameters: [Parameter<HomeOptions>] = [
    .option("home", "DIR", \.home, "The folder that holds what angelx remembers.")
      .configuration(nil).defaulting(to: "angelx in XDG_STATE_HOME, else in ~/.local/state")
      .section("Common options"),
    .option("store", "FILE", \.store, "The store, where it is not angelx.db in the home.")
      .section("Common options"),
  ]

  /// The home that is meant.
  func home(_ environment: Environment) throws(UsageError) -> Home {
    guard let home = Home(named: home?.path, { environment[$0] }) else {
      throw .combination("there is no HOME in the environment; name a folder with --home")
    }
    return home
  }

  /// The store that is meant: that of the option, of the configuration, or of the home.
  func store(_ settings: Settings, _ environment: Environment) throws(UsageError) -> String {
    if let store { return store.path }
    if let store = settings.text("STORE") { return store }
    return try home(environment).store
  }
}
