/// The paths by which the standard streams are looked at, where they are files.
enum StandardPlaces {
  static let input = "/dev/stdin"
  static let output = "/dev/stdout"
  static let all = [input, output]
}
