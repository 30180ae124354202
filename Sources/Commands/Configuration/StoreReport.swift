import CommandLineKit
import Configuration
import Files
import Scalars
import Store

/// `validate-config --store-check`: whether the store is sound.
struct StoreReport {
  private let context: CheckContext
  private var options: ValidateConfig.Options { context.options }
  private var surroundings: Surroundings { context.surroundings }

  init(_ context: CheckContext) {
    self.context = context
  }

  /// Looks through the store; a sound one is no news but to a person and to a program that asks.
  func run(_ settings: Settings) throws -> ExitCode {
    let path = try options.places.store(settings, surroundings.environment)
    // Millions of rows take seconds, which no single query may.
    var limits = StoreLimits(settings)
    limits.querySeconds = .infinity
    let isAsked = context.wantsGoodNews
    guard let results = try results(path, limits) else {
      if isAsked { sayThereIsNone(path) }
      return .success
    }
    let isSound = results.allSatisfy(\.isSound)
    if !isSound || isAsked {
      let shown = isAsked ? results : results.filter { !$0.isSound }
      try context.report.write(
        Self.records(shown, path), shown: ["check", "subject", "state", "figure", "detail"],
        leastTelling: ["state"])
    }
    return isSound ? .success : .brokenInput
  }

  /// What was found; nil where there is no store yet and none was asked for.
  private func results(_ path: String, _ limits: StoreLimits) throws -> [StoreCheck.Result]? {
    // Opened to be written, it would be a new store, and nobody would know what is lost.
    if let status = try? SystemCalls.real.statusOfTarget(path), status.kind == .regular,
      status.size == 0
    {
      throw StoreError.damaged(path: path, detail: "the file is empty")
    }
    do {
      return try StoreCheck(Store(path: path, access: .writing, limits: limits)).results()
    } catch StoreError.missing where options.places.store == nil {
      return nil
    }
  }

  private func sayThereIsNone(_ path: String) {
    surroundings.log(options.common).report(
      Diagnostic(
        .note, command: ValidateConfig.facts.name, file: path, code: "no-store",
        "there is no store yet"))
  }

  private static func records(_ results: [StoreCheck.Result], _ path: String) -> MadeRecords {
    var records = MadeRecords([
      .init("kind"), .init("store"), .init("check"), .init("subject"), .init("state"),
      .init("figure"), .init("detail"),
    ])
    for result in results {
      records.add([
        .text("store_check"), .text(path), .text(result.check), .text(result.subject),
        .text(result.isSound ? "sound" : "broken"), result.figure.map { .whole($0) } ?? .null,
        .text(result.detail),
      ])
    }
    return records
  }
}

extension StoreLimits {
  /// The limits of a configuration.
  init(_ settings: Settings) {
    self.init()
    if let count = settings.number("DB_STATEMENT_CACHE_SIZE")?.doubleValue {
      statements = Int(count)
    }
    if let seconds = settings.number("DB_QUERY_TIMEOUT_SECONDS")?.doubleValue {
      querySeconds = seconds
    }
    if let slow = settings.number("SLOW_QUERY_THRESHOLD_MS")?.doubleValue {
      slowMilliseconds = slow
    }
  }
}
