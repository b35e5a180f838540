// swift-tools-version: 6.2
import PackageDescription

// The window and off-screen frames. Without the trait `Viewer` none of these has to be installed.
let windowLibraries: [Target.Dependency] = ["CSDL2", "CGL", "CEGL"].map {
  .target(name: $0, condition: .when(traits: ["Viewer"]))
}

// The architecture as data: a target may import the targets named beside it and nothing else.
// Builds run with `--explicit-target-dependency-import-check error`, which makes this a wall.
// Minds (Networks, Control) never import worlds (TableTennis) and worlds never import minds.
let libraries: [(name: String, imports: [Target.Dependency])] = [
  ("Math", []),
  ("Physics", ["Math"]),
  ("Networks", ["Math", "COpenBLAS"]),
  ("Arena", ["Math", "CZlib"]),
  ("TableTennis", ["Math", "Physics", "Arena"]),
  ("VoxelWorld", ["Math", "Physics", "Arena"]),
  ("PlanarWorlds", ["Math", "Arena", "CBox2D"]),
  ("Control", ["Math", "Networks", "Arena"]),
  ("Forecasting", ["Math", "Networks", "Arena"]),
  ("Training", ["Math", "Networks", "Arena", "Control", "CMPI"]),
  ("Blueprints", ["Math", "Arena", "VoxelWorld", "CZlib"]),
  ("Rendering", ["Math", "Arena", "CZlib"] + windowLibraries),
  (
    "Catalog",
    [
      "Math", "Physics", "Networks", "Arena", "TableTennis", "VoxelWorld", "PlanarWorlds",
      "Control", "Forecasting", "Training", "CZlib", .product(name: "Yams", package: "Yams"),
    ]
  ),
]

let systemLibraries: [Target] = [
  .systemLibrary(
    name: "COpenBLAS", pkgConfig: "openblas", providers: [.apt(["libopenblas-dev"])]),
  .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
  .systemLibrary(
    name: "COpenMPI", pkgConfig: "ompi-c", providers: [.apt(["libopenmpi-dev"])]),
  // With the trait a few functions of MPI; without it those of a single process.
  .target(
    name: "CMPI",
    dependencies: [.target(name: "COpenMPI", condition: .when(traits: ["MPI"]))],
    cSettings: [.define("REPERTOIRE_MPI", .when(traits: ["MPI"]))]),
  .systemLibrary(name: "CSDL2", providers: [.apt(["libsdl2-dev", "libsdl2-ttf-dev"])]),
  .systemLibrary(name: "CGL", providers: [.apt(["libgl-dev"])]),
  .systemLibrary(name: "CEGL", providers: [.apt(["libegl-dev"])]),
  .systemLibrary(name: "CBox2DLibrary", pkgConfig: "box2d", providers: [.apt(["libbox2d-dev"])]),
  .target(name: "CBox2D", dependencies: ["CBox2DLibrary"]),
]

// Warnings are errors where the project itself is checked, and stay warnings for those who build
// it with a compiler that is newer than we are.
let settings: [SwiftSetting] =
  Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)]

let logging = Target.Dependency.product(name: "Logging", package: "swift-log")

let arguments = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "Repertoire",
  products: [
    .executable(name: "repertoire", targets: ["repertoire"]),
    .executable(name: "repertoire-viewer", targets: ["repertoire-viewer"]),
  ],
  traits: [
    .trait(
      name: "Viewer",
      description: "The window and off-screen frames (libsdl2-dev, libsdl2-ttf-dev, libgl-dev)"),
    .trait(name: "MPI", description: "Training by many processes (libopenmpi-dev)"),
    .default(enabledTraits: ["Viewer"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: systemLibraries
    + libraries.map { .target(name: $0.name, dependencies: $0.imports, swiftSettings: settings) }
    + libraries.map {
      .testTarget(
        name: $0.name + "Tests",
        dependencies: [.target(name: $0.name), "TestSupport"] + $0.imports
          + (["Training", "Forecasting"].contains($0.name) ? ["PlanarWorlds"] : [])
          + ($0.name == "Blueprints" ? ["BuildChecks"] : []),
        swiftSettings: settings)
    } + [
      // What both programs print and how they end.
      .target(
        name: "Console", dependencies: ["Arena", "Catalog", logging, arguments],
        swiftSettings: settings),
      // The programs as their users meet them.
      .testTarget(
        name: "ViewerTests", dependencies: ["repertoire", "repertoire-viewer"],
        swiftSettings: settings),
      .target(name: "CAllocations", path: "Tests/CAllocations"),
      .target(
        name: "TestSupport", dependencies: ["Math", "Arena", "CAllocations"],
        path: "Tests/TestSupport",
        swiftSettings: settings),
      // Judges finished worlds; the wall keeps it from how they came about.
      .target(
        name: "BuildChecks", dependencies: ["VoxelWorld"], path: "Tests/BuildChecks",
        swiftSettings: settings),
      .executableTarget(
        name: "repertoire",
        dependencies: [
          "Math", "Physics", "Networks", "Arena", "TableTennis", "VoxelWorld", "PlanarWorlds",
          "Control", "Forecasting", "Training", "Blueprints", "Catalog", "Console", "COpenBLAS",
          arguments,
        ],
        swiftSettings: settings),
      .executableTarget(
        name: "repertoire-viewer",
        dependencies: [
          "Math", "Arena", "TableTennis", "VoxelWorld", "Blueprints", "Rendering", "Catalog",
          "Console", arguments,
        ] + windowLibraries,
        swiftSettings: settings),
    ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
