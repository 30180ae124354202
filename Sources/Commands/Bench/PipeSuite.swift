import Benchmarks
import CommandLineKit
import Files

extension Suite {
  /// JSON lines to implied volatilities and Greeks and back, as `angelx greeks` does it.
  static let pipe = Suite(
    name: "pipe", measures: "JSON lines to implied volatilities and Greeks to JSON lines",
    yardstick:
      "price and 8 Greeks of as many options with log, exp and erfc of the C library, on as many "
      + "threads",
    entries: [
      Entry(threads: 1, requirement(linesPerSecond: 2_500_000, threads: 1)),
      Entry(threads: 2, requirement(linesPerSecond: 4_500_000, threads: 2)),
    ]
  ) { effort, folder in
    let rows = try RowsFile(count: effort.rows, in: folder)
    return { entry in
      Pair(
        subject: GreeksPipe(rows, threads: entry.threads),
        yardstick: LibraryLoop.shared(rows: rows.count, threads: entry.threads))
    }
  }

  private static func requirement(linesPerSecond: Double, threads: Int) -> Requirement {
    Requirement(
      linesPerSecond, .perSecond,
      besideYardstickOf: LibraryLoop.referenceNanoseconds / Double(threads))
  }
}

/// A file of rows, removed with its owner.
private final class RowsFile {
  let count: Int
  let file: ScratchFile

  init(count: Int, in folder: String) throws {
    let file = try ScratchFile(in: folder)
    var rows = ChainRows()
    var missing = count
    while missing > 0 { try file.write(rows.next(&missing).span) }
    self.count = count
    self.file = file
  }
}

/// The command itself, run over a file to where nothing is kept.
private final class GreeksPipe: Contender {
  let operations: Int
  private let rows: RowsFile
  private let options: Greeks.Options

  init(_ rows: RowsFile, threads: Int) {
    self.rows = rows
    operations = rows.count
    var options = Greeks.defaults
    options.inputs = [rows.file.path].compactMap(PathArgument.init(argument:))
    options.common.output = PathArgument(argument: "/dev/null")
    options.common.format = .jsonl
    options.common.jobs = threads
    options.common.isQuiet = true
    self.options = options
  }

  func run() throws -> Double {
    let exitCode = try Greeks.run(options, in: Surroundings(environment: [:]))
    guard exitCode == .success else { throw BenchProblem.refusedRows(exitCode) }
    return 0
  }
}

/// What must not happen while angelx is measured.
enum BenchProblem: Error {
  /// The made rows were not all sound.
  case refusedRows(ExitCode)
}
