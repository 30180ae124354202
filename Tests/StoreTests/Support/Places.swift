import Foundation
import TestSupport

@testable import Store

/// A store in a folder of its own.
struct Place {
  let scratch: Scratch
  let path: String

  init() throws {
    scratch = try Scratch()
    path = scratch.url.appending(path: "angelx.db").path
  }

  func open(
    _ access: Store.Access = .creating, _ limits: StoreLimits = StoreLimits()
  ) throws -> Store {
    try Store(path: path, access: access, limits: limits)
  }

  func permissions(_ ending: String = "") throws -> Int {
    let facts = try FileManager.default.attributesOfItem(atPath: path + ending)
    return (facts[.posixPermissions] as? Int) ?? -1
  }

  var bytes: Data { (try? Data(contentsOf: URL(filePath: path))) ?? Data() }
}

extension Store {
  /// The first column of the first row, for looking into a store.
  func number(_ sql: String) throws -> Int? {
    try database.text(sql, name: "test").flatMap { Int($0) }
  }

  /// Puts ticks into it; returns how many were new.
  @discardableResult
  func addTicks(_ symbol: String, at time: Int64 = 1, _ ordinals: Range<Int>) throws -> Int {
    try transaction {
      try insert(.ticks) { buffer in
        for ordinal in ordinals {
          buffer.add(symbol)
          buffer.add(time)
          buffer.add(Int64(ordinal))
          buffer.add(Int64(10_000 + ordinal))
          for _ in 0..<6 { buffer.add(nil as Int64?) }
          try buffer.endRow(in: self)
        }
      }.added
    }
  }
}
