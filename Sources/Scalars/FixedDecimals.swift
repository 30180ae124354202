/// A count of decimals that numbers are written with, and what follows from it once for all of them.
@frozen
public struct FixedDecimals: Sendable {
  /// How many decimals a number has, 0…9; zero also where that is left open.
  public let count: Int
  /// What a number is multiplied by to have none.
  @usableFromInline let power: Double
  /// A bit in the byte of the digit before the point, where the digits are eight bytes.
  @usableFromInline let lastWhole: UInt64
  /// How far eight digits are shifted for those behind the point to come first.
  @usableFromInline let shift: UInt64
  /// How many bytes the point has with all behind it.
  @usableFromInline let tail: Int

  /// Numbers with as many decimals as they take, none of which is written by arithmetic of doubles alone.
  public static let open = FixedDecimals(0, power: .nan)

  /// Whether the count is fixed.
  public var isFixed: Bool { !power.isNaN }

  /// Numbers with so many decimals, which are 0…9.
  public init(_ count: Int) {
    precondition((0...9).contains(count), "a double is written with 0…9 decimals")
    self.init(count, power: exactPowers[count])
  }

  private init(_ count: Int, power: Double) {
    self.count = count
    self.power = power
    lastWhole = count < 8 ? 1 << UInt64(56 - 8 * count) : 0
    shift = count < 8 ? UInt64(64 - 8 * count) : 0
    tail = count == 0 ? 0 : count + 1
  }
}

/// 10^0 … 10^9 as doubles.
private let exactPowers: InlineArray<10, Double> = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9]
