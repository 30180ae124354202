internal import Records

/// Reads the list of instruments of some broker, which comes in pieces of any size.
package enum InstrumentReading: Sendable {
  case smartAPI(SmartAPIMaster)
  case kite(KiteInstruments)

  /// Why a list is refused as a whole.
  package struct Refusal: Error, Sendable, Equatable {
    /// What is wrong with it, in the words of a message.
    package let problem: String
  }

  /// Takes the next piece and hands its rows on.
  package mutating func add(
    _ piece: Span<UInt8>, to table: inout InstrumentTable
  ) throws(Refusal) {
    switch self {
    case .smartAPI(var reading):
      // What the enumeration holds must not be held twice, or it would be copied.
      self = .smartAPI(SmartAPIMaster())
      defer { self = .smartAPI(reading) }
      do throws(MasterProblem) { try reading.add(piece, to: &table) } catch { throw Refusal(error) }
    case .kite(var reading):
      self = .smartAPI(SmartAPIMaster())
      defer { self = .kite(reading) }
      do throws(KiteListProblem) { try reading.add(piece, to: &table) } catch {
        throw Refusal(error)
      }
    }
  }

  /// Ends the list.
  package mutating func finish(to table: inout InstrumentTable) throws(Refusal) {
    switch self {
    case .smartAPI(var reading):
      do throws(MasterProblem) { try reading.finish() } catch { throw Refusal(error) }
      self = .smartAPI(reading)
    case .kite(var reading):
      do throws(KiteListProblem) { try reading.finish(to: &table) } catch { throw Refusal(error) }
      self = .kite(reading)
    }
  }

  /// What has been read so far.
  package var summary: MasterSummary {
    switch self {
    case .smartAPI(let reading): reading.summary
    case .kite(let reading): reading.summary
    }
  }
}

extension InstrumentReading.Refusal {
  fileprivate init(_ problem: MasterProblem) {
    self.problem =
      switch problem {
      case .notAList: "it does not begin with a list"
      case .empty: "it is empty"
      case .truncated(let rows): "it ends in the middle, after \(rows) rows"
      case .malformed(let row, let problem): "row \(row) is broken: \(problem.fault.message)"
      case .tooLong(let row): "row \(row) is longer than any row may be"
      case .badList(let rows): "there is no comma behind row \(rows)"
      case .textBehindEnd: "something follows its end"
      }
  }

  fileprivate init(_ problem: KiteListProblem) {
    self.problem =
      switch problem {
      case .empty: "it is empty"
      case .missingColumn(let name): "it has no column '\(name)'"
      case .repeatedColumn(let name): "it has the column '\(name)' twice"
      case .truncated(let rows): "it ends in the middle of a row, after \(rows) rows"
      case .tooLong(let row): "row \(row) is longer than any row may be"
      }
  }
}
