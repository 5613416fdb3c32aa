import Foundation
import KohortCore
import KohortStore
import KohortTesting

@testable import KohortApp
@testable import KohortSQLite

/// Makes one tenant the twin of another: every key is the same, every word of its own. Nobody's sign-ins, links and
/// tokens come along, since those are what is tried across.
enum WallCopy {
    static func twin(of tenant: WallTenant, named slug: String) async throws -> WallTenant {
        let twin = try await WallTenant(slug, in: tenant.site)
        for id in [tenant.id, twin.id] { await tenant.site.kohort.close(id) }
        let (from, to) = (path(of: tenant), path(of: twin))
        try FileManager.default.removeItem(atPath: to)
        try FileManager.default.copyItem(atPath: from, toPath: to)
        let storage = try SQLiteStorage(path: to, creates: false)
        defer { storage.close() }
        try storage.write { connection in
            let triggers = try Self.texts("select name from sqlite_master where type = 'trigger'", connection)
            let laws = try Self.texts("select sql from sqlite_master where type = 'trigger'", connection)
            for name in triggers { try connection.execute(.plain("drop trigger \"\(name)\"")) }
            for table in try tables(connection) { try rename(in: table, from: tenant, to: twin, connection) }
            for table in try tables(connection) where isAboutAccess(table) {
                try connection.execute(.plain("delete from \"\(table)\""))
            }
            try connection.execute(.plain("update tenant_file set tenant = '\(twin.id)'"))
            for law in laws { try connection.execute(.plain(law)) }
            // What was overwritten must not lie about in the file.
            try connection.execute(.plain("vacuum"))
        }
        return twin
    }

    static func path(of tenant: WallTenant) -> String {
        "\(tenant.site.ground.path)/tenants/\(tenant.id.description.suffix(2))/\(tenant.id)/tenant.sqlite"
    }

    /// The bytes of every file in its folder: its database and what people sent.
    static func contents(of tenant: WallTenant) -> [Data] {
        let folder = String(path(of: tenant).dropLast("tenant.sqlite".count))
        let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return names.compactMap { FileManager.default.contents(atPath: folder + $0) }
    }

    private static func isAboutAccess(_ table: String) -> Bool {
        ["sign_in", "token", "session", "idempot", "passw", "factor"].contains { table.contains($0) }
    }

    private static func tables(_ connection: any Connection) throws -> [String] {
        try texts(
            "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and sql not like '%virtual%'",
            connection)
    }

    private static func rename(
        in table: String, from: WallTenant, to: WallTenant, _ connection: any Connection
    ) throws {
        for column in try texts("select name from pragma_table_info('\(table)') where type = 'TEXT'", connection) {
            let words = [(from.slug, to.slug), (from.word, to.word)]
            let value = words.reduce("\"\(column)\"") { "replace(\($0), '\($1.0)', '\($1.1)')" }
            try connection.execute(.plain("update \"\(table)\" set \"\(column)\" = \(value)"))
        }
        for column in try texts("select name from pragma_table_info('\(table)') where type = 'BLOB'", connection) {
            let value = "cast(replace(cast(\"\(column)\" as text), '\(from.word)', '\(to.word)') as blob)"
            let there = "instr(\"\(column)\", cast('\(from.word)' as blob)) > 0"
            try connection.execute(.plain("update \"\(table)\" set \"\(column)\" = \(value) where \(there)"))
        }
    }

    private static func texts(_ sql: String, _ connection: any Connection) throws -> [String] {
        var texts: [String] = []
        try connection.forEach(.plain(sql)) { texts.append(try $0[0]) }
        return texts
    }
}

extension KohortStore.SQL {
    /// A statement of a test's own, without values.
    static func plain(_ text: String) -> KohortStore.SQL { KohortStore.SQL(stringLiteral: text) }
}
