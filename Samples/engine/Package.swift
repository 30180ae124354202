// swift-tools-version: 6.2
import PackageDescription

// A package of its own that depends on angelx as any other would; elsewhere write
// .package(url: …, from: …) instead of the path.
let package = Package(
  name: "engine",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "angelx", path: "../..")],
  targets: [
    .executableTarget(
      name: "spreads", dependencies: [.product(name: "AngelX", package: "angelx")]),
    .executableTarget(
      name: "smile", dependencies: [.product(name: "AngelX", package: "angelx")]),
  ]
)
