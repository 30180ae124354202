// swift-tools-version: 6.2
import PackageDescription

#if canImport(Glibc)
  import Glibc
#endif

/// The commit that is built, with a plus sign when files were changed since.
///
/// The manifest is cached until it changes, so the documented build passes `--manifest-cache none`.
let commit =
  Context.gitInformation.map { $0.currentCommit.prefix(12) + ($0.hasUncommittedChanges ? "+" : "") }
  ?? "unknown commit"

/// The settings of every Swift target, so that no room has rules of its own.
let settings: [SwiftSetting] = [
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

/// Whether the C library here unpacks such addresses, as that of GNU does from version 2.36 on.
let loadsPackedAddresses: Bool = {
  #if canImport(Glibc)
    var text = [CChar](repeating: 0, count: 64)
    guard confstr(Int32(_CS_GNU_LIBC_VERSION), &text, text.count) > 0 else { return false }
    let name = String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    let version = name.split { $0 == " " || $0 == "." }
    guard version.count >= 3, let major = Int(version[1]), let minor = Int(version[2]) else {
      return false
    }
    return (major, minor) >= (2, 36)
  #else
    return false
  #endif
}()

/// What lets a released program answer a question sooner than it would have started otherwise.
///
/// It loads the libraries of C and mathematics alone, because the linker finds those of the folder
/// before the system's, and none of its symbols is looked up by name. The linker is that of the
/// toolchain: it packs the addresses to be set when the program is loaded into a hundredth of the room.
let quickStart =
  [
    "-L\(Context.packageDirectory)/Sources/angelx/StaticLibraries",
    "-Xlinker", "--no-export-dynamic",
  ]
  + (loadsPackedAddresses
    ? ["-use-ld=lld", "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs"] : [])

let package = Package(
  name: "angelx",
  platforms: [.macOS(.v15)],
  products: [
    .library(
      name: "AngelX",
      targets: [
        "Scalars", "Digests", "Expressions", "Records", "Market", "Pricing", "Configuration",
      ])
  ],
  targets: [
    // The shell
    .executableTarget(
      name: "angelx", dependencies: ["Commands"], exclude: ["StaticLibraries"],
      linkerSettings: [
        .unsafeFlags(quickStart, .when(platforms: [.linux], configuration: .release))
      ]),
    .target(
      name: "Commands",
      dependencies: [
        "Benchmarks", "BrokerCalls", "Brokers", "CommandLineKit", "Configuration", "Digests",
        "Expressions", "Files",
        "Market", "Operations", "Pricing", "Records", "Scalars", "Store", "Streams", "Transport",
      ]),
    .target(name: "CommandLineKit", dependencies: ["Scalars"]),

    // The rim: touches the world.
    .target(
      name: "Benchmarks", dependencies: ["Brokers", "Files", "Market", "Pricing", "Scalars"]),
    .target(
      name: "Brokers", dependencies: ["Digests", "Market", "Records", "Scalars", "Transport"]),
    .target(
      name: "BrokerCalls",
      dependencies: [
        "Brokers", "Configuration", "Digests", "Files", "Market", "Operations", "Records",
        "Scalars", "Store", "Transport",
      ]),
    .target(name: "Streams", dependencies: ["Files", "Records"]),
    .target(name: "Transport", dependencies: ["CCurl", "Digests", "Files", "Scalars"]),
    .target(name: "Files", dependencies: ["CBuildFacts", "CZlib"]),
    .target(
      name: "Operations",
      dependencies: [
        "Configuration", "Digests", "Files", "Records", "Scalars", "Store", "Transport",
      ]),
    .target(name: "Store", dependencies: ["CSQLite", "Digests", "Files", "Scalars"]),

    // The pure core: no file, no clock, no chance.
    .target(name: "Records", dependencies: ["Scalars"]),
    .target(
      name: "Configuration", dependencies: ["Digests", "Expressions", "Market", "Scalars"]),
    .target(name: "Expressions", dependencies: ["Scalars"]),
    .target(
      name: "Market", dependencies: ["Scalars"], resources: [.embedInCode("Tables")]),
    .target(name: "Pricing"),
    .target(name: "Digests"),
    .target(
      name: "Scalars",
      // Rounding calls the mathematics library, which a program without C headers does not link.
      linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),

    // C
    .systemLibrary(name: "CCurl"),
    .systemLibrary(name: "CZlib"),
    .systemLibrary(name: "CSQLite"),
    .target(
      name: "CBuildFacts", cSettings: [.define("BUILD_FACTS_COMMIT", to: "\"\(commit)\"")]),

    // Tests
    .testTarget(
      name: "CommandTests",
      dependencies: ["angelx", "Commands", "CommandLineKit", "Market", "Scalars", "TestSupport"],
      exclude: ["Cases"]),
    .testTarget(
      name: "CommandLineKitTests", dependencies: ["CommandLineKit", "Scalars", "TestSupport"],
      exclude: ["Golden"]),
    .testTarget(
      name: "BenchmarksTests",
      dependencies: ["Benchmarks", "Brokers", "Pricing", "Scalars", "TestSupport"]),
    .testTarget(
      name: "BrokersTests",
      dependencies: ["Brokers", "Market", "Records", "Scalars", "Transport", "TestSupport"]),
    .testTarget(
      name: "BrokerCallsTests",
      dependencies: [
        "BrokerCalls", "Brokers", "Configuration", "Files", "Market", "Operations", "Scalars",
        "Store", "Transport", "TestSupport",
      ]),
    .testTarget(
      name: "StreamsTests",
      dependencies: ["Streams", "Files", "Records", "Scalars", "TestSupport"]),
    .testTarget(
      name: "OperationsTests",
      dependencies: [
        "Operations", "writers", "Configuration", "Digests", "Files", "Scalars", "Store",
        "TestSupport", "Transport",
      ]),
    .testTarget(
      name: "TransportTests", dependencies: ["Transport", "Scalars", "TestSupport"]),
    .testTarget(name: "FilesTests", dependencies: ["Files", "CZlib", "TestSupport"]),
    .testTarget(
      name: "MarketTests", dependencies: ["Market", "Scalars", "TestSupport"],
      exclude: ["Vectors"]),
    .testTarget(
      name: "PricingTests", dependencies: ["Pricing", "TestSupport"], exclude: ["Vectors"]),
    .testTarget(
      name: "ConfigurationTests",
      dependencies: ["Configuration", "Digests", "Market", "Scalars", "TestSupport"]),
    .testTarget(name: "RecordsTests", dependencies: ["Records", "Scalars", "TestSupport"]),
    .testTarget(name: "ExpressionsTests", dependencies: ["Expressions", "Scalars", "TestSupport"]),
    .testTarget(
      name: "StoreTests",
      dependencies: ["Store", "Digests", "Files", "Scalars", "TestSupport", "writers"]),
    .testTarget(name: "DigestsTests", dependencies: ["Digests"]),
    .testTarget(name: "ScalarsTests", dependencies: ["Scalars", "TestSupport"]),
    .testTarget(name: "HouseTests", dependencies: ["TestSupport"]),
    .target(
      name: "TestSupport", dependencies: ["CLaunch"], path: "Tests/TestSupport",
      exclude: ["Servers"]),
    .target(name: "CLaunch", path: "Tests/CLaunch"),
    .executableTarget(
      name: "writers",
      dependencies: [
        "CFaults", "CSQLite", "Configuration", "Digests", "Files", "Operations", "Scalars", "Store",
      ],
      path: "Tests/Writers"),
    .target(name: "CFaults", path: "Tests/CFaults"),
  ],
  swiftLanguageModes: [.v6]
)

// The entry for libFuzzer is built only when Tests/Fuzz/run asks for it.
if Context.environment["ANGELX_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "Fuzz", dependencies: ["Expressions", "Records", "Scalars"], path: "Tests/Fuzz",
      exclude: ["run"],
      swiftSettings: [.unsafeFlags(["-parse-as-library"])]))
}

// A run that is about some of the tests builds no others.
if let tests = Context.environment["ANGELX_TESTS"] {
  let wanted = Set(tests.split(whereSeparator: \.isWhitespace).map(String.init))
  let unknown = wanted.subtracting(package.targets.filter { $0.type == .test }.map(\.name))
  precondition(unknown.isEmpty, "ANGELX_TESTS names what is no target of tests: \(unknown)")
  package.targets.removeAll { $0.type == .test && !wanted.contains($0.name) }
}

for target in package.targets where target.type != .system {
  target.swiftSettings = (target.swiftSettings ?? []) + settings
}
