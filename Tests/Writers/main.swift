import CFaults
import Files
import Scalars
import Store

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

// Programs that write, for tests that stop them in the middle or run several at once.
//
//   Writers store PATH NAME BATCHES    transactions of 20 ticks; each durable one is named on a line
//   Writers cache PATH NAME ROUNDS     asks, keeps and ends answers of 30 questions
//   Writers migrate PATH VERSION       brings a store of tests to a version
//   Writers calls …                    the same, and at the end how many calls changed files

/// Says what is done, at once, so that a test that kills the program knows it.
func acknowledge(_ text: String) {
  let line = Array("\(text)\n".utf8)
  var sent = 0
  while sent < line.count {
    let count = unsafe line[sent...].withUnsafeBytes { unsafe write(1, $0.baseAddress, $0.count) }
    guard count > 0 else { exit(74) }
    sent += count
  }
}

func writeTicks(_ path: String, name: String, batches: Int) throws {
  let store = try Store(path: path, access: .creating)
  for batch in 1...max(1, batches) {
    try store.transaction {
      let rows = try store.insert(.ticks) { buffer in
        for ordinal in 0..<20 {
          buffer.add(name)
          buffer.add(Int64(batch))
          buffer.add(Int64(ordinal))
          buffer.add(Int64(100 * batch + ordinal))
          for _ in 0..<6 { buffer.add(nil as Int64?) }
          try buffer.endRow(in: store)
        }
      }
      guard rows.added == rows.given else { throw StoreError.busy(path: "rows were there already") }
    }
    acknowledge("\(batch)")
  }
}

/// The numbers of what was found and not found go to the caller, who adds up.
func useCache(_ path: String, name: String, rounds: Int) throws {
  let store = try Store(path: path, access: .creating)
  let cache = Cache(in: store, CacheRules(lifetimes: [.history: 40], most: 20))
  var (hits, misses, ended) = (0, 0, 0)
  for round in 0..<rounds {
    let now = Timestamp(milliseconds: WallClock.milliseconds)
    let kind: CacheRules.Kind = round % 2 == 0 ? .history : .positions
    let key = "question \((round * 7 + name.utf8.reduce(0) { $0 + Int($1) }) % 30)"
    let wanted = Array("answer to \(kind) \(key)".utf8)
    if let answer = try cache.answer(kind, key, at: now) {
      hits += 1
      guard answer.body == wanted else { throw StoreError.busy(path: "a wrong answer") }
    } else {
      misses += 1
      try cache.keep(wanted, kind, key, at: now)
    }
    if round % 50 == 49 { ended += try cache.end(because: .orderFilled) }
  }
  try cache.finish(at: Timestamp(milliseconds: WallClock.milliseconds))
  acknowledge("\(hits) \(misses) \(ended)")
}

var arguments = Array(CommandLine.arguments.dropFirst())
let counts = arguments.first == "calls"
if counts { arguments.removeFirst() }
do {
  switch arguments.first {
  case "store":
    try writeTicks(arguments[1], name: arguments[2], batches: Int(arguments[3]) ?? 1)
  case "cache":
    try useCache(arguments[1], name: arguments[2], rounds: Int(arguments[3]) ?? 1)
  case "migrate":
    let schema = Schema.growing(to: Int(arguments[2]) ?? 1)
    _ = try Store(path: arguments[1], access: .creating, limits: StoreLimits(), schema: schema)
    acknowledge("done")
  default:
    exit(64)
  }
  if counts { acknowledge("calls \(fault_calls())") }
} catch let error as StoreError {
  StandardError.write("\(error)\n")
  exit(74)
}

extension Schema {
  /// A schema that gains a column and a table with each version.
  static func growing(to version: Int) -> Schema {
    Schema(
      steps: (1...version).map { version in
        version == 1
          ? Step(
            version: 1,
            statements: [
              "CREATE TABLE things (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT",
              """
              WITH RECURSIVE count(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM count WHERE n < 500)
              INSERT INTO things (name) SELECT 'thing ' || n FROM count
              """,
            ])
          : Step(
            version: version,
            statements: [
              "ALTER TABLE things ADD COLUMN extra_\(version) INTEGER NOT NULL DEFAULT \(version)",
              "CREATE TABLE more_\(version) (id INTEGER PRIMARY KEY, extra INTEGER) STRICT",
              "INSERT INTO more_\(version) SELECT id, extra_\(version) FROM things",
            ])
      })
  }
}
