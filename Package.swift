// swift-tools-version: 6.3
import PackageDescription

/// Every Swift target is held to the same settings: Swift 6 mode (the tools version's default),
/// no warning passes, and every unsafe expression is marked where it stands.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .strictMemorySafety(),
]

/// Tests are compiled as fast as can be, also where what they test is optimized.
let test: [SwiftSetting] = strict + [.unsafeFlags(["-Onone"], .when(configuration: .release))]

/// What is fuzzed is a test target like the others, which plays the seeds. For `Tests/Fuzz/run`, which sets
/// this, it is a program that libFuzzer's runtime runs, and all of it is compiled to tell libFuzzer its way.
let isFuzzing = Context.environment["WISHD_FUZZING"] != nil
let traced: [SwiftSetting] = isFuzzing ? [.unsafeFlags(["-sanitize=fuzzer"])] : []

let fuzzing: Target =
  if isFuzzing {
    .executableTarget(
      name: "fuzz",
      dependencies: ["WishCore"],
      path: "Tests/Fuzz",
      exclude: ["Seeds", "run", "words.dict", "SeedTests.swift"],
      swiftSettings: strict + traced + [.unsafeFlags(["-parse-as-library"])],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]
    )
  } else {
    .testTarget(
      name: "FuzzTests",
      dependencies: ["WishCore"],
      path: "Tests/Fuzz",
      exclude: ["Seeds", "run", "words.dict", "Entry.swift"],
      swiftSettings: test
    )
  }

let package = Package(
  name: "wishd",
  products: [
    .library(name: "WishCore", targets: ["WishCore"]),
    .executable(name: "wishd", targets: ["wishd"]),
  ],
  targets: [
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CLinux", providers: [.apt(["libcrypt-dev"])]),
    .target(
      name: "WishSchema",
      path: "Schema",
      resources: [
        .embedInCode("v1.sql"),
        .embedInCode("v2.sql"),
        .embedInCode("skills.tsv"),
        .embedInCode("protocol.md"),
      ],
      swiftSettings: strict
    ),
    .target(
      name: "WishCore",
      dependencies: ["WishSchema", "CSQLite", "CLinux"],
      swiftSettings: strict + traced
    ),
    .executableTarget(
      name: "wishd",
      dependencies: ["WishCore", "CLinux"],
      resources: [.embedInCode("Demo/slips.tsv"), .embedInCode("Demo/members.tsv")],
      swiftSettings: strict
    ),
    .target(
      name: "CFaultVFS",
      dependencies: ["CSQLite"],
      path: "Tests/CFaultVFS",
      cSettings: [.treatAllWarnings(as: .error), .enableWarning("all"), .enableWarning("extra")]
    ),
    .executableTarget(
      name: "evaluate",
      dependencies: ["WishCore"],
      path: "Tests/Evaluation",
      exclude: ["slips.tsv", "unseen.tsv"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "WishCoreTests",
      dependencies: ["WishCore", "WishSchema", "CSQLite"],
      swiftSettings: test
    ),
    .testTarget(
      name: "FaultTests",
      dependencies: ["WishCore", "WishSchema", "CSQLite", "CFaultVFS"],
      swiftSettings: test
    ),
    .testTarget(
      name: "SimulationTests",
      dependencies: ["WishCore", "FaultTests"],
      swiftSettings: test
    ),
    .testTarget(
      name: "wishdTests",
      dependencies: ["wishd", "WishCore", "WishSchema", "FaultTests"],
      exclude: ["EndToEnd/Attack/bad-inputs.txt"],
      swiftSettings: test
    ),
    // Measures; no part of `swift test`.
    .executableTarget(
      name: "benchmark",
      dependencies: ["WishCore", "wishd", "CLinux"],
      path: "Tests/Benchmark",
      exclude: ["instructions", "instructions.tsv"],
      swiftSettings: strict
    ),
    fuzzing,
  ]
)
