import Foundation
import TestSupport

/// A run of the program that writes for tests, whole or with a fault in the middle.
struct Writer {
  /// What happens at a call that changes a file.
  enum Fault: String, CaseIterable {
    case kill, full = "ENOSPC", device = "EIO", half = "short"
  }

  let status: Int32
  /// What it said was durable.
  let acknowledged: [String]
  let errors: String

  static let path = Checkout.root.appending(path: ".build/debug/writers").path

  init(_ arguments: [String], failing fault: Fault? = nil, at call: Int = 0) throws {
    var environment: [String: String] = [:]
    if let fault { environment = ["FAULT": fault.rawValue, "FAULT_AT": "\(call)"] }
    let result = try Program.run(Self.path, arguments, environment: environment)
    status = result.status
    acknowledged = result.outputText.split(separator: "\n").map(String.init)
    errors = result.errorText
  }

  /// How many calls changed files, where that was asked for.
  var calls: Int? {
    acknowledged.last.flatMap { $0.hasPrefix("calls ") ? Int($0.dropFirst(6)) : nil }
  }
}
