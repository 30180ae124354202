// swift-tools-version: 6.2
import PackageDescription

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

let package = Package(
  name: "angelx",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "AngelX", targets: ["Scalars", "Expressions", "Records"])
  ],
  targets: [
    // The pure core: no file, no clock, no chance.
    .target(name: "Records", dependencies: ["Scalars"]),
    .target(name: "Expressions", dependencies: ["Scalars"]),
    .target(name: "Scalars"),
    .testTarget(name: "RecordsTests", dependencies: ["Records", "Scalars", "TestSupport"]),
    .testTarget(name: "ExpressionsTests", dependencies: ["Expressions", "Scalars", "TestSupport"]),
    .testTarget(name: "ScalarsTests", dependencies: ["Scalars", "TestSupport"]),
    .target(name: "TestSupport", dependencies: ["CLaunch"], path: "Tests/TestSupport"),
    .target(name: "CLaunch", path: "Tests/CLaunch"),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
  target.swiftSettings = (target.swiftSettings ?? []) + settings
}
