import Configuration
import KohortCore
import KohortOutbound
import Logging
import SystemPackage
import Tenancy

/// How the daemon and the CLI run here: a YAML file's `kohort:` block, with environment variables over it
/// (`kohort.data` is `KOHORT_DATA`).
package struct Settings: Sendable {
    /// The folder that holds everything; owned by one process.
    package var data: String
    /// The file of the installation's secret, which every daemon of it must have.
    package var secretFile: String
    /// The server that takes the databases, for any number of daemons; without it they lie in the data folder.
    package var postgres: PostgresSettings?
    package var host: String
    package var port: Int
    /// What absolute links begin with; never taken from a request.
    package var baseURL: String
    /// Whether people may sign in over plain http, which only ever holds on this machine itself.
    package var plainHTTP: Bool
    /// Where the CLI finds the daemon; short enough for a socket's name (107 bytes).
    package var socket: String
    /// How long a deleted tenant can be restored.
    package var deletedKeptDays: Int
    package var logLevel: Logger.Level
    /// How many tenants are held open at once.
    package var openTenants: Int
    /// How long a statement may take, 0 for ever; on the embedded engine one that reads.
    package var statementSeconds: Int
    /// Where the demo finds the definition files.
    package var definitions: String
    package var mail: MailSettings?
    package var metrics: MetricsSettings?
    package var files: FileSettings
    /// Whose word on where a request comes from is taken (`X-Forwarded-For`).
    package var proxies: [AddressBlock]
    /// How many times what the table of limits allows; for measurements and tests.
    package var limitFactor: Int
    /// Where webhooks may go.
    package var webhooks: CallRules
    /// Where providers of sign-ins may be.
    package var providers: CallRules
    /// What a password's hash costs; no setting, but tests have no half second for each.
    package var passwordCost = ScryptCost.current

    /// Reads the environment, and the file where one is given.
    package static func read(file: String?) async throws -> Settings {
        var providers: [any ConfigProvider] = [EnvironmentVariablesProvider(secretsSpecifier: .dynamic(isSecret))]
        if let file {
            let provider = try await FileProvider<YAMLSnapshot>(
                parsingOptions: .init(
                    secretsSpecifier: .dynamic { key, _ in key.contains("password") || key.hasSuffix("postgres.address")
                    }),
                filePath: FilePath(file))
            providers.append(provider)
        }
        return try Settings(ConfigReader(providers: providers).scoped(to: "kohort"))
    }

    private static let isSecret: @Sendable (String, String) -> Bool = { key, _ in
        key.contains("PASSWORD") || key.hasSuffix("POSTGRES_ADDRESS")
    }

    init(_ reader: ConfigReader) throws {
        data = reader.string(forKey: "data", default: "data")
        secretFile = reader.string(forKey: "secretFile", default: data + "/secret")
        statementSeconds = try Self.number(reader, "statementSeconds", default: 60, in: 0...86_400)
        postgres = try PostgresSettings(reader.scoped(to: "postgres"), statementSeconds: statementSeconds)
        host = reader.string(forKey: "host", default: "127.0.0.1")
        port = try Self.number(reader, "port", default: 8080, in: 0...65_535)
        baseURL = reader.string(forKey: "baseURL", default: "http://\(host):\(port)")
        plainHTTP = reader.bool(forKey: "plainHTTP", default: false)
        socket = reader.string(forKey: "socket", default: data + "/kohortd.sock")
        deletedKeptDays = try Self.number(reader, "deletedKeptDays", default: 30, in: 0...3650)
        logLevel = try Self.logLevel(reader.string(forKey: "logLevel", default: "info"))
        openTenants = try Self.number(reader, "openTenants", default: 256, in: 1...100_000)
        definitions = reader.string(forKey: "definitions", default: "config/consortia")
        proxies = try Self.list(reader, nil, "proxies", allowed: "addresses such as 10.1.2.0/24") { AddressBlock($0) }
        limitFactor = try Self.number(reader, "limitFactor", default: 1, in: 1...1_000_000)
        mail = try MailSettings(reader.scoped(to: "mail"))
        metrics = try MetricsSettings(reader.scoped(to: "metrics"))
        files = try FileSettings(reader.scoped(to: "files"))
        webhooks = try CallRules(reader.scoped(to: "webhooks"))
        providers = try CallRules(reader.scoped(to: "providers"), of: "providers")
        try check()
    }

    /// Takes another data folder, and the socket and the secret with it.
    package mutating func move(to folder: String) {
        if socket == data + "/kohortd.sock" { socket = folder + "/kohortd.sock" }
        if secretFile == data + "/secret" { secretFile = folder + "/secret" }
        data = folder
    }

    private func check() throws {
        if socket.utf8.count > 107 {
            throw SettingsProblem(key: "socket", found: socket, allowed: "a path of at most 107 bytes")
        }
    }

    private static func logLevel(_ word: String) throws -> Logger.Level {
        guard let level = Logger.Level(rawValue: word) else {
            let allowed = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
            throw SettingsProblem(key: "logLevel", found: word, allowed: allowed)
        }
        return level
    }

    /// `block` is what the reader is scoped to, for the words of a problem.
    static func number(
        _ reader: ConfigReader, _ key: String, of block: String? = nil, default value: Int, in range: ClosedRange<Int>
    ) throws -> Int {
        guard let text = reader.string(forKey: ConfigKey(key)) ?? reader.int(forKey: ConfigKey(key)).map(String.init)
        else { return value }
        guard let number = Int(text), range.contains(number) else {
            let key = block.map { "\($0).\(key)" } ?? key
            throw SettingsProblem(key: key, found: text, allowed: "\(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }
}

/// A setting that cannot be used: which, what was found, and what is allowed.
package struct SettingsProblem: Error, Hashable, CustomStringConvertible {
    package let key: String
    package let found: String
    package let allowed: String

    package init(key: String, found: String, allowed: String) {
        (self.key, self.found, self.allowed) = (key, found, allowed)
    }

    package var description: String { "setting kohort.\(key): found \"\(found)\", allowed: \(allowed)" }
}
