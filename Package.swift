// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// Optimised in debug builds too: the simulation lives through millennia in it, and other tests go
/// through every byte of something.
let quick = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// What the linker finds before what the machine has.
let linking = "\(Context.packageDirectory)/Sources/CStandardLibrary"

/// How Debian builds C: what overflows on the stack, or is copied past a known end, is caught.
///
/// To check copies takes an optimised build.
let guarded = ["-fstack-protector-strong"]
let fortified = ["-U_FORTIFY_SOURCE", "-D_FORTIFY_SOURCE=2"]
/// What C of ours is built with.
let checked = ["-Wall", "-Wextra", "-Werror", "-O2"] + guarded + fortified

/// How the programs are linked.
let linkedAsPrograms: [LinkerSetting] = [
  // Packed relocations keep a megabyte of tables out of the daemon's memory; gold has none.
  .unsafeFlags(["-use-ld=bfd", "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs"]),
  // As Debian links: what the linker wrote down cannot be written to while the program runs.
  .unsafeFlags(["-Xlinker", "-z", "-Xlinker", "relro", "-Xlinker", "-z", "-Xlinker", "now"]),
  // Nothing looks up a symbol of ours at run time.
  .unsafeFlags(["-Xlinker", "--no-export-dynamic"]),
  // The C++ library of toml++ and of Swift's runtime goes into the executable; to load it
  // takes a command a millisecond.
  .unsafeFlags(
    [
      "-L\(linking)", "-Xclang-linker", "-static-libgcc",
      // Swift's constants are in a section that could be written to, which keeps the linker
      // from guarding anything; they go to what is guarded.
      "-Xlinker", "-T", "-Xlinker", "\(linking)/relro.ld",
      // No place beside the program is looked into for libraries: somebody may put one there.
      "-Xclang-linker", "-B\(linking)",
    ],
    .when(configuration: .release)
  ),
]

/// A target of ours; every one is built under the same strict settings.
func ours(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The tests of a target of ours.
func tests(
  _ name: String,
  _ dependencies: [Target.Dependency],
  without data: [String] = [],
  _ settings: [SwiftSetting] = strict
) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: data, swiftSettings: settings)
}

let package = Package(
  name: "coach",
  products: [
    .executable(name: "coach", targets: ["coach"]),
    .executable(name: "coach-report", targets: ["coach-report"]),
    // What reads files of other programs: heavy, seldom run, and apart from what runs every day.
    .executable(name: "coach-import", targets: ["coach-import"]),
    // Civil time for anybody: systemd's calendar expressions with honest clock changes, and zones
    // as values, without Foundation.
    .library(name: "CivilCalendar", targets: ["CivilCalendar"]),
    // The mathematics of habits and of sleep.
    .library(name: "Statistics", targets: ["Statistics"]),
  ],
  dependencies: [
    // The command line: parsing, help and completion scripts.
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    // The mathematics of the core, which sees neither Foundation nor the C library.
    .package(url: "https://github.com/apple/swift-numerics", exact: "1.1.1"),
    // Fills the templates of a report. It needs all of Foundation, which only coach-report links.
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CSystemd",
      pkgConfig: "libsystemd",
      providers: [.apt(["libsystemd-dev"])]
    ),
    .systemLibrary(
      name: "CSQLite",
      pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"])]
    ),
    // Zip and XML, for what is taken in from other programs.
    .systemLibrary(
      name: "CArchive",
      pkgConfig: "libarchive",
      providers: [.apt(["libarchive-dev"])]
    ),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    // The file layer below SQLite that seals each page of the ledger with a sum: SQLite itself
    // checks none, and its own layer that does is not in Debian's library.
    .target(
      name: "CSeal",
      dependencies: ["CSQLite"],
      cSettings: [.unsafeFlags(checked)],
      cxxSettings: [.unsafeFlags(checked)]
    ),
    // Debian's toml++ (libtomlplusplus-dev, a header alone), which reads coach.toml and the decks.
    // TOMLKit, which is made over it too, never frees what it read, a megabyte at each reload.
    .target(
      name: "CTOML",
      cxxSettings: [
        // Without the library's own assertions: one does not hold for a text that ends behind “[”,
        // which the parser itself refuses a line later.
        .define("NDEBUG"),
        .unsafeFlags(guarded),
        .unsafeFlags(fortified, .when(configuration: .release)),
      ]
    ),
    ours("Systemd", ["CSystemd"]),
    // What text needs wherever it is read or shown: columns, wrapping, the nearest name.
    .target(name: "Text", swiftSettings: quick),
    .target(name: "CivilCalendar", dependencies: ["Text"], swiftSettings: quick),
    .target(
      name: "Statistics",
      dependencies: ["CivilCalendar", .product(name: "RealModule", package: "swift-numerics")],
      swiftSettings: quick
    ),
    .target(
      name: "Coaching",
      dependencies: [
        "CivilCalendar", "Statistics", "Text",
        .product(name: "RealModule", package: "swift-numerics"),
      ],
      swiftSettings: quick
    ),
    // Whole files, their directories and locks, over the C library alone.
    ours("Files"),
    // What a file of another program says, as one program tells it to another.
    .target(name: "Interchange", dependencies: ["CivilCalendar"], swiftSettings: quick),
    // Reads files of other programs, and knows nothing of what becomes of them.
    .target(
      name: "Importing",
      dependencies: ["CArchive", "CExpat", "CivilCalendar", "CSQLite", "Interchange"],
      swiftSettings: quick
    ),
    ours("Storage", ["Coaching", "CSQLite", "CSeal", "Files", "Interchange"]),
    ours("Configuration", ["Coaching", "CTOML", "Files"]),
    ours("Channels", ["Coaching", "Files", "Systemd", "Text"]),
    // What a person can do, and what can be asked of the coach, wherever they do it.
    ours("Application", ["Coaching", "Configuration", "Files", "Interchange", "Storage"]),
    // What a program of ours finds where it runs, and how it says what is wrong.
    ours("Machine", ["Application", "Coaching", "Configuration", "Files", "Systemd"]),
    // What a person reads, as values, with one renderer for terminals and one for JSON.
    .target(
      name: "Pages",
      dependencies: [
        "Application", "Channels", "Coaching", "Configuration", "Interchange", "Storage",
      ],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "coach",
      dependencies: [
        "Application", "Channels", "Coaching", "Configuration", "Files", "Interchange", "Machine",
        "Pages", "Systemd", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict,
      linkerSettings: linkedAsPrograms
    ),
    // A report: what it is drawn from, its pictures, and the page they stand on.
    .target(
      name: "Report",
      dependencies: [
        "Application", "Coaching", "Configuration", "Files", "Pages",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "coach-report",
      dependencies: ["Application", "Coaching", "Configuration", "Files", "Machine", "Report"],
      swiftSettings: strict,
      linkerSettings: linkedAsPrograms
    ),
    .executableTarget(
      name: "coach-import",
      dependencies: ["CivilCalendar", "Files", "Importing", "Interchange"],
      swiftSettings: strict,
      linkerSettings: linkedAsPrograms
    ),
    // What the simulation and the ledger's contract share.
    .target(
      name: "TestSupport",
      dependencies: ["CivilCalendar", "Coaching", "Statistics"],
      path: "Tests/Support",
      swiftSettings: quick
    ),
    // What the tests of acts and the simulation's person share.
    .target(
      name: "ApplicationSupport",
      dependencies: ["Application", "Coaching", "TestSupport"],
      path: "Tests/ApplicationSupport",
      swiftSettings: quick
    ),
    // What tells the tests which files were synced, and makes a disk fail.
    .target(
      name: "SyncRecorder",
      path: "Tests/SyncRecorder",
      cSettings: [.unsafeFlags(["-Wall", "-Wextra", "-Werror"])]
    ),
    // Our half of the benchmark of the next elapse.
    .executableTarget(
      name: "elapse",
      dependencies: ["Coaching", "TestSupport"],
      path: "Tests/Elapse",
      swiftSettings: strict
    ),
    // What the benchmark asks of the decks and of the choice among their tips.
    .executableTarget(
      name: "choice",
      dependencies: ["Coaching", "Configuration", "Storage", "TestSupport"],
      path: "Tests/Choice",
      swiftSettings: strict
    ),
    tests(
      "ApplicationTests",
      [
        "Application", "ApplicationSupport", "Coaching", "Configuration", "Files", "Interchange",
        "Storage", "TestSupport",
      ]
    ),
    tests("SystemdTests", ["Systemd"]),
    tests("TextTests", ["Text"]),
    tests("CivilCalendarTests", ["CivilCalendar", "TestSupport", "Text"]),
    tests("StatisticsTests", ["CivilCalendar", "Statistics", "TestSupport"]),
    tests("CoachingTests", ["Coaching", "TestSupport"]),
    tests("StorageTests", ["Coaching", "Interchange", "Storage", "SyncRecorder", "TestSupport"]),
    tests("FilesTests", ["Files", "SyncRecorder"]),
    tests("InterchangeTests", ["CivilCalendar", "Interchange"]),
    tests(
      "ImportingTests",
      ["CivilCalendar", "CSQLite", "Importing", "Interchange", "TestSupport"]
    ),
    tests("ConfigurationTests", ["Coaching", "Configuration", "Files", "SyncRecorder"]),
    tests(
      "ChannelsTests",
      ["Channels", "Coaching", "Files", "SyncRecorder", "Systemd", "TestSupport"]
    ),
    .testTarget(
      name: "SimulationTests",
      dependencies: [
        "Application", "ApplicationSupport", "Coaching", "Configuration", "Files", "Importing",
        "Interchange", "Storage", "TestSupport",
      ],
      swiftSettings: quick
    ),
    // What the program takes of the command lines that it says itself.
    .testTarget(
      name: "SpellingTests",
      dependencies: [
        "coach", "Channels", "Coaching",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict
    ),
    tests(
      "PagesTests",
      [
        "Application", "ApplicationSupport", "Channels", "Coaching", "Configuration", "Files",
        "Pages", "TestSupport", "Text",
      ],
      without: ["Golden"]
    ),
    // Bytes from outside, of every kind: see Tests/fuzz.
    tests(
      "ReportTests",
      [
        "Application", "ApplicationSupport", "Coaching", "Configuration", "Files", "Report",
        "TestSupport",
      ]
    ),
    tests(
      "FuzzTests",
      [
        "Application", "ApplicationSupport", "Coaching", "Configuration", "Importing",
        "Interchange", "Storage", "TestSupport", "coach",
      ],
      without: ["Cases"],
      quick
    ),
    tests("TidyTests", [], quick),
  ],
  cxxLanguageStandard: .cxx17
)
