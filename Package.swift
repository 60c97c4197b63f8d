// swift-tools-version: 6.2
import PackageDescription

// The house, room by room. Arrows point inward: Domain and Application know nothing of C, HTTP or SQL, an
// adapter never imports another adapter, and exactly one target imports each C library. TidyTests hold the
// plan to this.

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func program(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

let package = Package(
    name: "frontdesk",
    products: [
        .executable(name: "frontdesk", targets: ["frontdesk"]),
        .executable(name: "frontdesk-cabinet", targets: ["frontdesk-cabinet"]),
    ],
    targets: [
        .systemLibrary(
            name: "CMicrohttpd", pkgConfig: "libmicrohttpd", providers: [.apt(["libmicrohttpd-dev"])]),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
        .systemLibrary(name: "CSystemd", pkgConfig: "libsystemd", providers: [.apt(["libsystemd-dev"])]),
        // Debian 12 ships no .pc file for it.
        .systemLibrary(name: "CCups", providers: [.apt(["libcups2-dev"])]),
        .systemLibrary(name: "CPango", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev"])]),
        .systemLibrary(name: "CQRencode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),

        // The middle: values, rules, use cases. Nothing but the standard library.
        room("Domain"),
        room("Application", ["Domain"]),
        room("Localization", ["Domain", "Wire"]),
        // Lists of insured people: CSV, encodings, columns, and the walk lot by lot.
        room("Lists", ["Application", "Domain"]),
        // People who do not exist, for the demo and for benches.
        room("InventedPeople", ["Domain"]),

        // Threads is the one place where a lock or a thread is made.
        room("Threads"),
        room("Wire", ["Domain"]),
        room("SQL"),
        .target(
            name: "Persistence", dependencies: ["Application", "Domain", "SQL", "Threads", "Wire"],
            resources: [.embedInCode("Schemas")], swiftSettings: strict),
        room("HTTP", ["Threads", "Wire"]),

        // Adapters, one C library each.
        room("SQLiteEngine", ["CSQLite", "SQL", "Threads"]),
        room("HTTPServer", ["CMicrohttpd", "HTTP", "Threads"]),
        room("Crypto", ["CSodium", "Application", "Domain", "Threads"]),
        room("Host", ["CSystemd", "Application", "Domain", "Threads"]),

        room("Printing", ["CCups", "Application", "Domain"]),

        // Papers as PDF: values in, bytes out. Knows no store and no words of its own.
        room("Documents", ["CPango", "CQRencode", "Threads"]),

        // What each program answers.
        room(
            "Reception",
            ["Application", "Documents", "Domain", "HTTP", "Lists", "Localization", "Threads", "Wire"]),
        room("Cabinet", ["Domain", "HTTP", "Localization", "Wire"]),

        // What the two programs share in putting themselves together.
        room("Assembly", ["HTTP", "HTTPServer", "Host", "Localization", "Threads", "Wire"]),

        program(
            "frontdesk",
            [
                "Application", "Assembly", "Crypto", "Documents", "Domain", "HTTP", "HTTPServer", "Host",
                "InventedPeople", "Lists", "Localization", "Persistence", "Printing", "Reception",
                "SQL", "SQLiteEngine", "Threads", "Wire",
            ]),
        program(
            "frontdesk-cabinet",
            [
                "Assembly", "Cabinet", "Crypto", "Domain", "HTTP", "HTTPServer", "Host", "Localization",
                "Persistence", "SQL", "SQLiteEngine",
                "Threads", "Wire",
            ]),

        // A folder of tests per room; the harnesses outside Swift (browser, faults, packaging) live beside
        // them.
        tests("DomainTests", ["Domain"]),
        tests("InventedPeopleTests", ["Domain", "InventedPeople"]),
        tests("ListsTests", ["Application", "DeskFixture", "Domain", "Lists", "Threads"]),
        tests("WireTests", ["Wire"]),
        tests("HTTPTests", ["HTTP", "Threads", "Wire"]),
        tests("HTTPServerTests", ["HTTP", "HTTPServer", "Threads"]),
        .target(name: "FaultVFS", dependencies: ["CSQLite"], path: "Tests/FaultVFS"),
        .executableTarget(
            name: "StoreBench",
            dependencies: ["Application", "Crypto", "Domain", "Host", "Persistence", "SQL", "SQLiteEngine"],
            path: "Tests/Bench/StoreBench", swiftSettings: strict),
        // The rules of numbers and codes behind standard input, for the harness that compares them with
        // others' work.
        .executableTarget(
            name: "NumberJudge", dependencies: ["Application", "Crypto", "Domain"],
            path: "Tests/Numbers/NumberJudge", swiftSettings: strict),
        .executableTarget(
            name: "VerifyBench", dependencies: ["Application", "Crypto", "Domain", "Host"],
            path: "Tests/Bench/VerifyBench", swiftSettings: strict),
        .executableTarget(
            name: "SearchBench",
            dependencies: [
                "Application", "Crypto", "Domain", "Host", "Persistence", "SQL", "SQLiteEngine",
            ],
            path: "Tests/Bench/SearchBench", swiftSettings: strict),
        // Papers from plain values, for the suite that looks at them and for the bench.
        .executableTarget(
            name: "PaperSampler", dependencies: ["Documents", "Localization", "Reception", "Wire"],
            path: "Tests/Papers/PaperSampler", swiftSettings: strict),
        tests("SQLiteEngineTests", ["FaultVFS", "SQL", "SQLiteEngine", "Threads"]),
        // A desk with a real database for the tests of the middle.
        .target(
            name: "DeskFixture",
            dependencies: [
                "Application", "Crypto", "Domain", "Persistence", "SQL", "SQLiteEngine", "Threads",
            ],
            path: "Tests/DeskFixture", swiftSettings: strict),
        // A list of invented people for the bench, and the reader's cells for the harness that compares it.
        .executableTarget(
            name: "ListMaker", dependencies: ["Domain", "InventedPeople", "Lists"],
            path: "Tests/Bench/ListMaker", swiftSettings: strict),
        .executableTarget(
            name: "AlikeBench", dependencies: ["Application", "DeskFixture", "Domain"],
            path: "Tests/Alike/AlikeBench", swiftSettings: strict),
        tests(
            "PersistenceTests",
            [
                "Application", "DeskFixture", "Domain", "InventedPeople", "Persistence", "SQL",
                "SQLiteEngine",
                "Threads", "Wire",
            ]),
        tests("CryptoTests", ["Application", "Crypto", "Domain", "Threads"]),
        tests(
            "PrintingTests", ["Application", "DeskFixture", "Domain", "Persistence", "Printing", "Threads"]),
        tests("HostTests", ["Application", "Domain", "Host", "Threads"]),
        tests("LocalizationTests", ["Localization", "Wire"]),
        tests(
            "ReceptionTests",
            [
                "Application", "DeskFixture", "Documents", "Domain", "HTTP", "Lists", "Localization",
                "Persistence", "Reception",
                "SQL", "SQLiteEngine", "Threads", "Wire",
            ]),
    ],
    swiftLanguageModes: [.v6]
)
