import CommandLineKit
import Files
import Market
import Scalars

/// Reads the market tables of the user.
enum TablesFolder {
  /// The tables that come with angelx, with those of a folder beside them.
  static func tables(_ folder: PathArgument?) throws -> MarketTables {
    guard let folder else { return .builtIn }
    let known = MarketTables.File.allCases.map(\.rawValue)
    var overrides: [MarketTables.Override] = []
    for name in try Folder.names(in: folder.path) where name.hasSuffix(".csv") {
      guard let file = MarketTables.File(rawValue: name) else {
        let meant = nearest(to: name, in: known).map { "did you mean \($0)?" }
        throw UsageError.combination(
          "\(folder.path)/\(name) is no market table; "
            + (meant ?? "the tables are \(known.joined(separator: ", "))"))
      }
      let path = "\(folder.path)/\(name)"
      overrides.append(
        MarketTables.Override(file, name: path, bytes: try ByteSource.bytes(of: path)))
    }
    guard !overrides.isEmpty else {
      throw UsageError.combination(
        "\(folder.path) has no market table; the tables are \(known.joined(separator: ", "))")
    }
    return try MarketTables(overrides: overrides)
  }
}
