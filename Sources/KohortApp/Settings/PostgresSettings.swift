import Configuration
import KohortPostgres

/// The shared server: the `kohort.postgres` settings. Without an address everything lies in the data folder.
package struct PostgresSettings: Sendable {
    package var server: PostgresServer
    /// The schema of the registry, and so which installation of a database this is.
    package var registry: String
    /// Whether each tenant's schema is owned and read by a role of its own.
    package var tenantRoles: Bool
    /// How many connections requests and workers have between them.
    package let connections: Int

    package init(
        server: PostgresServer, registry: String = "platform", connections: Int = 16, tenantRoles: Bool = false
    ) {
        (self.server, self.registry, self.connections) = (server, registry, connections)
        self.tenantRoles = tenantRoles
    }

    init?(_ reader: ConfigReader, statementSeconds: Int) throws {
        guard let address = reader.string(forKey: "address", isSecret: true) else { return nil }
        server = PostgresServer(
            address: address, password: reader.string(forKey: "password", isSecret: true),
            encryption: try Self.encryption(reader),
            statementSeconds: statementSeconds,
            lockSeconds: try Settings.number(reader, "lockSeconds", of: "postgres", default: 5, in: 1...600))
        registry = reader.string(forKey: "registry", default: "platform")
        tenantRoles = reader.bool(forKey: "tenantRoles", default: false)
        connections = try Settings.number(reader, "connections", of: "postgres", default: 16, in: 4...1000)
        let isName = registry.utf8.count <= 63 && registry.wholeMatch(of: /[a-z][a-z0-9_]*/) != nil
        guard isName, !registry.hasPrefix("t_"), !registry.hasPrefix("pg_") else {
            throw SettingsProblem(
                key: "postgres.registry", found: registry,
                allowed: "at most 63 lower-case letters, digits and underscores, not beginning with t_ or pg_")
        }
    }

    private static func encryption(_ reader: ConfigReader) throws -> PostgresServer.Encryption? {
        guard let word = reader.string(forKey: "sslmode") else { return nil }
        guard let encryption = PostgresServer.Encryption(rawValue: word) else {
            let allowed = PostgresServer.Encryption.allCases.map(\.rawValue).joined(separator: ", ")
            throw SettingsProblem(key: "postgres.sslmode", found: word, allowed: allowed)
        }
        return encryption
    }
}
