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
let hummingbird: [Target.Dependency] = [
    .product(name: "Hummingbird", package: "hummingbird"),
    .product(name: "HummingbirdCore", package: "hummingbird"),
    .product(name: "HummingbirdTLS", package: "hummingbird"),
    .product(name: "HTTPTypes", package: "swift-http-types"),
    .product(name: "NIOCore", package: "swift-nio"),
    .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
    .product(name: "NIOSSL", package: "swift-nio-ssl"),
]
let lifecycle: Target.Dependency = .product(
    name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals: Target.Dependency = .product(
    name: "UnixSignals", package: "swift-service-lifecycle")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")

let package = Package(
    name: "convene",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "convene", targets: ["convene"]),
        .executable(name: "convened", targets: ["convened"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(
            url: "https://github.com/apple/swift-configuration", from: "1.4.0", traits: ["YAML"]),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
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
                configuration, crypto, signatures,
                .product(name: "SystemPackage", package: "swift-system"),
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

        // The service: the only targets that link a network library of Swift's.
        .target(
            name: "ConvenePages", path: "Config/pages",
            resources: [.embedInCode("layouts"), .embedInCode("assets"), .embedInCode("words")],
            swiftSettings: house),
        .target(
            name: "ConveneHTTP",
            dependencies: [
                "Convene", "ConveneBootstrap", "ConveneLetters", "ConvenePages", "ConveneReports",
                lifecycle, signals, logging, mustache,
            ] + hummingbird,
            swiftSettings: house),
        .executableTarget(
            name: "convened",
            dependencies: ["Convene", "ConveneBootstrap", "ConveneHTTP", arguments],
            swiftSettings: house),

        // The tests.
        .target(
            name: "ConveneTestSupport",
            dependencies: ["Convene", "ConveneSQLite", crypto, signatures],
            path: "Tests/Support", swiftSettings: house),
        .target(
            name: "ConvenePairs", dependencies: ["Convene"], path: "Tests/Pairs",
            exclude: ["settled.tsv", "held-out.tsv"], swiftSettings: house),

        // What plain SQLite and plain libcurl do, and ours beside it.
        .target(
            name: "BenchmarkBaseline", path: "Tests/Benchmarks/Baseline",
            linkerSettings: [.linkedLibrary("sqlite3"), .linkedLibrary("curl")]),
        .target(
            name: "BenchmarkHello",
            dependencies: [.product(name: "Hummingbird", package: "hummingbird"), logging],
            path: "Tests/Benchmarks/Hello", swiftSettings: house),
        .executableTarget(
            name: "benchmarks",
            dependencies: [
                "BenchmarkBaseline", "Convene", "ConveneBootstrap", "ConvenePairs", "ConveneSQLite",
                "ConveneSheets", "BenchmarkHello", arguments,
            ],
            path: "Tests/Benchmarks", exclude: ["Baseline", "Hello", "Python"],
            swiftSettings: house),
    ]
        + [
            "ConveneSheets", "ConveneLetters", "ConveneCurl", "ConveneReports",
        ].map { .suite(of: $0) } + [
            .suite(
                of: "ConveneCommands", with: ["ConveneReports", "ConveneCases", "ConveneSheets"]),
            .suite(
                of: "Convene", with: ["ConveneLetters", "ConvenePairs", "ConveneSheets", crypto]),
            .suite(of: "ConveneSQLite", with: [grdb]),
            .suite(
                of: "ConveneHTTP",
                with: [
                    "ConveneBootstrap", "ConveneLetters", "ConvenePages", logging,
                    .product(name: "HummingbirdTesting", package: "hummingbird"),
                ] + hummingbird),
            // Runs the built program as a user does: from a shell, against real peers.
            .testTarget(
                name: "EndToEndTests", dependencies: ["convene", "convened"],
                path: "Tests/EndToEnd",
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
