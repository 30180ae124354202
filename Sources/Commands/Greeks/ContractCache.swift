import Market
import Scalars

/// The contracts of the symbols that were met: to read one anew takes longer than to price it.
struct ContractCache {
  /// More symbols than any chain has; past that it begins anew.
  private static let most = 8192

  private let reader: SymbolReader
  private var known: [String: Result<Contract, SymbolProblem>] = [:]

  init(_ reader: SymbolReader) {
    self.reader = reader
  }

  /// The contract that a symbol names.
  mutating func contract(of symbol: BorrowedText) throws(SymbolProblem) -> Contract {
    let name = symbol.description
    if let found = known[name] { return try found.get() }
    if known.count >= Self.most { known.removeAll(keepingCapacity: true) }
    let result: Result<Contract, SymbolProblem>
    do throws(SymbolProblem) {
      result = .success(try reader.contract(of: name).contract)
    } catch {
      result = .failure(error)
    }
    known[name] = result
    return try result.get()
  }
}
