import Market
import Records
import Scalars

/// A form in which exchanges and brokers publish what is listed or was traded.
enum ForeignForm {
  /// A row as angelx writes it.
  case own
  /// The daily file of NSE and BSE since July 2024.
  case unified
  /// The daily file of NSE before.
  case legacy
  /// The list of instruments of Angel One.
  case angelOne
  /// The list of instruments of Zerodha.
  case kite

  /// The form of a record; nil where it is none of these.
  init?(_ reader: inout RecordReader) {
    func has(_ column: ForeignColumn) -> Bool { reader.hasValue(column.slot) }
    if has(.instrumentType), has(.ticker) {
      self = .unified
    } else if has(.legacyInstrument), has(.legacySymbol) {
      self = .legacy
    } else if has(.segment), has(.token) {
      self = .angelOne
    } else if has(.kiteType), has(.exchangeToken) {
      self = .kite
    } else if has(.strike) && has(.right) || has(.kind) && has(.underlying) {
      self = .own
    } else {
      return nil
    }
  }
}
