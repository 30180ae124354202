import Foundation
import Scalars
import TestSupport
import Testing

/// A row of a table of vectors, by the names of its columns.
struct Vector: Sendable, CustomTestStringConvertible {
  let cells: [String: String]
  let line: Int

  subscript(_ column: String) -> String { cells[column] ?? "" }

  var testDescription: String { "\(line): \(cells["symbol"] ?? cells["id"] ?? "")" }

  /// The rows of a file in `Vectors`; a cell with a comma stands in quotes.
  static func rows(_ file: String) -> [Vector] {
    let text = (try? Checkout.text("Tests/MarketTests/Vectors/\(file)")) ?? ""
    let lines = text.split(separator: "\n").map { cells(String($0)) }
    guard let header = lines.first else { return [] }
    return lines.enumerated().dropFirst().map { index, cells in
      Vector(
        cells: Dictionary(uniqueKeysWithValues: zip(header, cells)), line: index + 1)
    }
  }

  private static func cells(_ line: String) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }
}

func day(_ text: String) throws -> Day {
  try Day(text: Array(text.utf8).span)
}
