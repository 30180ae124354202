import Pricing
import Records

/// What is added to the options of a snapshot, all values of an option beside each other.
///
/// They are worked out column by column: what stands in a column is decided once, not for every option.
struct ValueTable {
  private let columns: [ValueColumn]
  /// As many for each option as there are columns.
  private(set) var values: [AddedValue] = []
  /// The numbers of a column, in the units of the formula.
  private var numbers: [Double] = []

  init(_ columns: [ValueColumn]) {
    self.columns = columns
  }

  /// The places of an option's values.
  @inline(__always)
  func places(of option: Int) -> Range<Int> {
    let first = option &* columns.count
    return first..<first &+ columns.count
  }

  /// Works out the values of the options of some rows.
  mutating func fill(
    _ rows: [ValuedRow], _ valuer: borrowing Valuer, _ rules: ValuationRules
  ) {
    let missing = valuer.count - numbers.count
    if missing > 0 {
      numbers.append(contentsOf: repeatElement(.nan, count: missing))
      values.append(contentsOf: repeatElement(.null, count: missing * columns.count))
    }
    for (place, column) in columns.enumerated() {
      switch column.content {
      case .forward: fillForwards(place, rows, valuer)
      case .forwardSource: fillWords(place, valuer) { $0.forwardSource?.place }
      case .status: fillWords(place, valuer) { $0.status.place }
      case .priceSource: fillWords(place, valuer) { $0.priceWordPlace }
      default:
        findNumbers(column, rows, valuer, rules)
        fillNumbers(place, column, valuer.count)
      }
    }
  }

  /// A forward that was given stays as the row has it.
  private mutating func fillForwards(
    _ place: Int, _ rows: [ValuedRow], _ valuer: borrowing Valuer
  ) {
    for row in rows where row.option >= 0 {
      let valuation = valuer.valuations[row.option]
      let isKept = row.hasForward && valuation.forwardSource == .given
      values[places(of: row.option).lowerBound + place] =
        isKept ? .kept : AddedValue(valuation.forward)
    }
  }

  @inline(__always)
  private mutating func fillWords(
    _ place: Int, _ valuer: borrowing Valuer, _ word: (Valuation) -> Int?
  ) {
    let width = columns.count
    var target = values.mutableSpan
    let valuations = valuer.valuations
    for option in valuations.indices {
      target[option &* width &+ place] = word(valuations[option]).map { .word($0) } ?? .null
    }
  }

  private mutating func fillNumbers(_ place: Int, _ column: ValueColumn, _ count: Int) {
    let (width, numbers) = (columns.count, numbers)
    var target = values.mutableSpan
    var next = place
    guard !column.isShortened else {
      for option in 0..<count {
        target[option * width + place] = AddedValue(column.shortened(numbers[option]))
      }
      return
    }
    let factor = column.factor
    for option in 0..<count {
      target[next] = AddedValue(numbers[option] * factor)
      next &+= width
    }
  }

  /// Finds the numbers of a column.
  private mutating func findNumbers(
    _ column: ValueColumn, _ rows: [ValuedRow], _ valuer: borrowing Valuer,
    _ rules: ValuationRules
  ) {
    switch column.content {
    case .years: find(in: valuer.inputs) { $0.years }
    case .rate: find(in: valuer.inputs) { _ in rules.rate }
    case .volatility: find(in: valuer.valuations) { $0.volatility }
    case .intrinsic: find(in: valuer.valuations) { $0.intrinsic }
    case .timeValue: find(in: valuer.valuations) { $0.timeValue }
    case .nextDay: find(in: valuer.valuations) { $0.nextDay }
    case .price, .lotPrice: find(in: valuer.valuations) { $0.price }
    case .quantity(let quantity), .lotQuantity(let quantity):
      var target = numbers.mutableSpan
      valuer.copy(quantity, to: &target)
    case .forward, .forwardSource, .status, .priceSource: break
    }
    guard column.content.isOfLot else { return }
    for row in rows where row.option >= 0 { numbers[row.option] *= row.lot }
  }

  @inline(__always)
  private mutating func find<Option>(in options: [Option], _ number: (Option) -> Double) {
    var target = numbers.mutableSpan
    for index in options.indices { target[index] = number(options[index]) }
  }
}

extension ValueTable {
  /// The values of the first option in a record that is made.
  var made: [MadeRecords.Value] {
    columns.enumerated().map { place, column in
      let value = values[place]
      return value.word.map { .text(column.field.words[$0].description) } ?? .number(value.number)
    }
  }
}
