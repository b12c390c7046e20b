// swift-tools-version: 6.2
import Foundation
import PackageDescription

/// What every target of ours is compiled with: Swift 6, no warnings, imports that say what they are.
let house: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let arguments: Target.Dependency = .product(
    name: "ArgumentParser", package: "swift-argument-parser")
let configuration: Target.Dependency = .product(
    name: "Configuration", package: "swift-configuration")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let signatures: Target.Dependency = .product(name: "CryptoExtras", package: "swift-crypto")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")

let package = Package(
    name: "convene",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "convene", targets: ["convene"])],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(
            url: "https://github.com/apple/swift-configuration", from: "1.4.0", traits: ["YAML"]),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    ],
    targets: [
        // The domain, and what ships inside the binary.
        .target(name: "Convene", swiftSettings: house),
        .target(
            name: "ConveneSchema", path: "Schema", resources: [.embedInCode("SQLite")],
            swiftSettings: house),
        .target(
            name: "ConveneTemplates", path: "Config/templates",
            resources: [.embedInCode("en"), .embedInCode("ru"), .embedInCode("fr")],
            swiftSettings: house),
        .target(
            name: "ConveneCases", path: "Config/demo", resources: [.embedInCode("lists")],
            swiftSettings: house),

        // The adapters: each wraps one technology and knows the domain only.
        .target(
            name: "ConveneSQLite", dependencies: ["Convene", "ConveneSchema", grdb],
            swiftSettings: house),
        .target(name: "CZip", linkerSettings: [.linkedLibrary("zip")]),
        .target(name: "ConveneSheets", dependencies: ["Convene", "CZip"], swiftSettings: house),
        .target(
            name: "ConveneLetters",
            dependencies: ["Convene", "ConveneTemplates", mustache, crypto, signatures],
            swiftSettings: house),
        .target(name: "CCurl", linkerSettings: [.linkedLibrary("curl")]),
        .target(name: "ConveneCurl", dependencies: ["Convene", "CCurl"], swiftSettings: house),
        .target(name: "ConveneReports", dependencies: ["Convene"], swiftSettings: house),

        // The front end, and the one place that sees the adapters together.
        .target(
            name: "ConveneBootstrap",
            dependencies: [
                "Convene", "ConveneSQLite", "ConveneLetters", "ConveneCurl", "ConveneSheets",
                configuration, crypto, .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: house),
        .target(
            name: "ConveneCommands",
            dependencies: [
                "Convene", "ConveneBootstrap", "ConveneReports", "ConveneCases", arguments,
            ],
            swiftSettings: house),
        .executableTarget(
            name: "convene", dependencies: ["ConveneCommands"], swiftSettings: house),

        // The tests.
        .target(
            name: "ConveneTestSupport", dependencies: ["Convene", "ConveneSQLite", crypto],
            path: "Tests/Support", swiftSettings: house),
        .target(
            name: "ConvenePairs", dependencies: ["Convene"], path: "Tests/Pairs",
            exclude: ["settled.tsv", "held-out.tsv"], swiftSettings: house),

        // What plain SQLite and plain libcurl do, and ours beside it.
        .target(
            name: "BenchmarkBaseline", path: "Tests/Benchmarks/Baseline",
            linkerSettings: [.linkedLibrary("sqlite3"), .linkedLibrary("curl")]),
        .executableTarget(
            name: "benchmarks",
            dependencies: [
                "BenchmarkBaseline", "Convene", "ConveneBootstrap", "ConvenePairs", "ConveneSQLite",
                "ConveneSheets", arguments,
            ],
            path: "Tests/Benchmarks", exclude: ["Baseline", "Python"], swiftSettings: house),
    ]
        + [
            "ConveneSheets", "ConveneLetters", "ConveneCurl", "ConveneReports",
        ].map { .suite(of: $0) } + [
            .suite(
                of: "ConveneCommands", with: ["ConveneReports", "ConveneCases", "ConveneSheets"]),
            .suite(
                of: "Convene", with: ["ConveneLetters", "ConvenePairs", "ConveneSheets", crypto]),
            .suite(of: "ConveneSQLite", with: [grdb]),
            // Runs the built program as a user does: from a shell, against real peers.
            .testTarget(
                name: "EndToEndTests", dependencies: ["convene"], path: "Tests/EndToEnd",
                exclude: ["Peers"], swiftSettings: house),
        ]
)

extension Target {
    /// The tests of one target, beside the lists and goldens that they read.
    static func suite(of name: String, with more: [Target.Dependency] = []) -> Target {
        .testTarget(
            name: name + "Tests",
            dependencies: (name == "Convene" ? [] : ["Convene"]) + [
                .init(stringLiteral: name), "ConveneTestSupport",
            ] + more,
            exclude: [
                "Cases", "Golden", "Mail/Bounces", "Registers", "parse_back.py",
                "verify_dkim.py",
            ].filter { folder in
                FileManager.default.fileExists(
                    atPath: "\(Context.packageDirectory)/Tests/\(name)Tests/\(folder)")
            },
            swiftSettings: house)
    }
}
