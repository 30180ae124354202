extension LaneMath {
  /// Replaces every number by its exponential.
  static func replaceByExponentials(_ numbers: inout [Double]) {
    var previous = Lanes(repeating: .nan)
    var result = previous
    for first in stride(from: 0, to: numbers.count, by: Lanes.scalarCount) {
      let count = min(Lanes.scalarCount, numbers.count - first)
      var lanes = Lanes(repeating: numbers[first])
      for lane in 1..<max(count, 1) { lanes[lane] = numbers[first + lane] }
      // The options of a chain have one exponent.
      if lanes != previous {
        previous = lanes
        result = exponential(lanes)
      }
      for lane in 0..<count { numbers[first + lane] = result[lane] }
    }
  }

  /// The exponential of one number.
  static func exponential(_ number: Double) -> Double {
    exponential(Lanes(repeating: number))[0]
  }
}
