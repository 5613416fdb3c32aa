// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "kohort",
    platforms: [.macOS(.v15)],
    traits: [
        .trait(
            name: "PostgreSQL", description: "The shared engine: one PostgreSQL schema per tenant (needs libpq-dev).")
    ],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-configuration.git", from: "1.4.0", traits: ["YAML"]),
        .package(url: "https://github.com/apple/swift-system.git", from: "1.8.1"),
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-collections.git", from: "1.6.0"),
        .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams.git", from: "6.2.2"),
        .package(url: "https://github.com/vapor/jwt-kit.git", from: "5.7.1"),
    ]
)

let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let cryptoExtras: Target.Dependency = .product(name: "CryptoExtras", package: "swift-crypto")
let jwt: Target.Dependency = .product(name: "JWTKit", package: "jwt-kit")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let nio: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioEmbedded: Target.Dependency = .product(name: "NIOEmbedded", package: "swift-nio")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals: Target.Dependency = .product(name: "UnixSignals", package: "swift-service-lifecycle")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let configuration: Target.Dependency = .product(name: "Configuration", package: "swift-configuration")
let system: Target.Dependency = .product(name: "SystemPackage", package: "swift-system")
let collections: Target.Dependency = .product(name: "DequeModule", package: "swift-collections")
let grdb: [Target.Dependency] = [
    .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
]

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

/// A library and, unless it has none of its own, its test target, both under the same strict settings.
@MainActor func library(
    _ name: String, _ needs: [Target.Dependency], resources: [Resource]? = nil, exclude: [String] = [],
    tests: [Target.Dependency]? = []
) {
    package.targets.append(
        .target(name: name, dependencies: needs, exclude: exclude, resources: resources, swiftSettings: strict))
    if let tests { suite(name + "Tests", [.target(name: name)] + needs + tests) }
}

@MainActor func suite(_ name: String, _ needs: [Target.Dependency], exclude: [String] = []) {
    package.targets.append(.testTarget(name: name, dependencies: needs, exclude: exclude, swiftSettings: strict))
}

@MainActor func executable(_ name: String, _ needs: [Target.Dependency]) {
    package.targets.append(.executableTarget(name: name, dependencies: needs, swiftSettings: strict))
}

package.targets += [
    .target(name: "CCurl", linkerSettings: [.linkedLibrary("curl")]),
    .systemLibrary(name: "CPostgres", providers: [.apt(["libpq-dev"])]),
]

let postgres: Target.Dependency = .target(name: "CPostgres", condition: .when(traits: ["PostgreSQL"]))
let modules: [Target.Dependency] = ["Tenancy", "Recruitment", "Delivery", "Billing", "Reporting"]

library("KohortCore", [])
library(
    "KohortStore", ["KohortCore", crypto, collections],
    tests: ["KohortSQLite", "KohortPostgres", "KohortTesting", postgres])
library("KohortSQLite", ["KohortCore", "KohortStore", crypto] + grdb, tests: ["KohortTesting"])
library("KohortPostgres", ["KohortCore", "KohortStore", postgres], tests: nil)
library("KohortOutbound", ["KohortCore", "CCurl", crypto, jwt])
library(
    "Tenancy", ["KohortCore", "KohortStore", crypto, cryptoExtras, yams],
    resources: [.copy("Passwords/common-passwords.txt")],
    exclude: ["Tenancy.md", "Passwords/common-passwords.LICENSE"],
    tests: ["KohortTesting"])
library("Recruitment", ["KohortCore", "KohortStore"], exclude: ["Recruitment.md"], tests: ["KohortTesting"])
library("Delivery", ["KohortCore", "KohortStore"], exclude: ["Delivery.md"], tests: ["KohortTesting"])
library("Billing", ["KohortCore", "KohortStore"], exclude: ["Billing.md"], tests: ["KohortTesting"])
library(
    "Reporting", ["KohortCore", "KohortStore"], exclude: ["Reporting.md"],
    tests: ["KohortTesting", "Recruitment", "Delivery"])
library(
    "KohortApp",
    [
        "KohortCore", "KohortStore", "KohortSQLite", "KohortPostgres", "KohortOutbound", crypto, configuration, system,
        lifecycle, logging,
    ]
        + modules,
    tests: ["KohortTesting"])
library(
    "KohortWeb", ["KohortCore", hummingbird, httpTypes, nio, logging], tests: ["KohortTesting"])
library(
    "KohortSite",
    [
        "KohortCore", "KohortStore", "KohortOutbound", "KohortWeb", "KohortApp", hummingbird, httpTypes, nio, logging,
        crypto,
    ]
        + modules,
    resources: [.copy("Templates"), .copy("Assets"), .copy("Texts")],
    tests: ["KohortTesting", "KohortSQLite", cryptoExtras])
library(
    "KohortTesting",
    [
        "KohortCore", "KohortStore", "KohortSQLite", "KohortPostgres", "KohortApp", hummingbird, httpTypes, nio,
        nioEmbedded, logging,
    ],
    tests: nil)

executable(
    "kohortd",
    [
        "KohortCore", "KohortApp", "KohortSite", "KohortWeb", "KohortOutbound", hummingbird, lifecycle, signals,
        logging, arguments,
    ])
executable("kohort", ["KohortCore", "KohortStore", "KohortApp", "KohortOutbound", "Tenancy", arguments])
executable(
    "kohort-bench",
    [
        "KohortCore", "KohortStore", "KohortSQLite", "KohortApp", "KohortSite", "KohortWeb", "Tenancy", "Recruitment",
        hummingbird, httpTypes, nio, logging, arguments,
    ])

suite(
    "ArchitectureTests",
    ["KohortCore", "KohortStore", "KohortApp", "KohortSite", "KohortWeb"] + modules)
suite(
    "JourneyTests",
    [
        "KohortCore", "KohortStore", "KohortApp", "KohortSite", "KohortWeb", "KohortTesting", "KohortOutbound",
        hummingbird, httpTypes, nio, logging,
    ]
        + modules)
