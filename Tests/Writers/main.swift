import CFaults
import Files
import Store

/// Programs that write until they are told to stop or are killed, for the tests of what survives.
///
/// `writers MODE PLACE …`: every mode says one line for each thing that it has made durable. With `calls`
/// before the mode it says at the end how many calls changed files.
var words = CommandLine.arguments.dropFirst()
let counts = words.first == "calls"
if counts { words = words.dropFirst() }
let mode = words.first ?? ""
let place = words.dropFirst().first ?? "."
let rest = Array(words.dropFirst(2))

do {
  switch mode {
  case "audit": try AuditWriter(folder: place).run(rest)
  case "verify": try AuditWriter(folder: place).verify()
  case "store": try StoreWriter(path: place).run(rest)
  case "cache": try CacheWriter(path: place).run(rest)
  case "migrate": try MigrationWriter(path: place).run(rest)
  case "plain": try PlainStoreWriter(path: place).run(rest)
  case "replace": try FileWriter(path: place).run()
  case "kill": try KillWriter(home: place).run()
  case "freeze": try FreezeWriter(home: place).run()
  default: throw WriterError.unknownMode(mode)
  }
  if counts { say("calls \(fault_calls())") }
} catch {
  StandardError.write("\(error)\n")
  exitAfterFailure()
}
