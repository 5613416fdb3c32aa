import Foundation
import KohortApp
import KohortPostgres
import KohortStore

/// What a test's installation stands on: a folder, and a database where the run is about a shared engine. Both are gone
/// with the last reference.
package final class TestGround: Sendable {
    package let folder: TestFolder
    private let database: TestDatabase?

    /// With `embedded` it is SQLite's in any run: for what is about its files.
    package init(embedded: Bool = false) throws {
        folder = try TestFolder()
        database = embedded ? nil : try TestEngine.server.map { try TestDatabase(on: $0) }
    }

    package var path: String { folder.path }

    /// What another process needs in its environment, besides the data folder, to find the same databases.
    package var environment: [String: String] {
        database.map { ["KOHORT_POSTGRES_ADDRESS": $0.address, "KOHORT_POSTGRES_CONNECTIONS": "4"] } ?? [:]
    }

    /// The tenants' databases, whether the registry knows them or not.
    package func tenants() throws -> [String] {
        if let database { return try database.schemas.filter { $0.contains(/^(draft_)?t_/) } }
        let root = path + "/tenants"
        return try FileManager.default.contentsOfDirectory(atPath: root).flatMap {
            try FileManager.default.contentsOfDirectory(atPath: "\(root)/\($0)")
        }
    }

    /// The settings of a daemon here. Those of one installation have a data folder each, given below this one's, and one
    /// secret.
    package func settings(of daemon: String = "") async throws -> Settings {
        var settings = try await Settings.read(file: nil)
        settings.move(to: daemon.isEmpty ? path : "\(path)/\(daemon)")
        guard let database else { return settings }
        settings.secretFile = path + "/secret"
        settings.postgres = PostgresSettings(server: PostgresServer(address: database.address), connections: 4)
        return settings
    }
}
