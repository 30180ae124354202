/// An exchange on which index options trade.
public enum Exchange: String, Sendable, Hashable, CaseIterable {
  case nse = "NSE"
  case bse = "BSE"
}

/// The part of an exchange where derivatives trade, as brokers name it.
public enum Segment: String, Sendable, Hashable, CaseIterable {
  case nfo = "NFO"
  case bfo = "BFO"
}

/// The right of an option.
public enum OptionRight: String, Sendable, Hashable, CaseIterable {
  case call = "CE"
  case put = "PE"

  /// The single letter with which some brokers write it.
  var letter: String { self == .call ? "C" : "P" }
}
