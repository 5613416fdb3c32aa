import Glibc
import KohortCore
import KohortStore
import Synchronization

/// The embedded engine: `platform.sqlite` for the registry and a folder per tenant under `tenants/`, two levels deep so
/// that no folder has ten thousand entries.
package final class SQLiteEngine: Engine {
    /// "Khrt", in every file's header, so that a stray file is not taken for a tenant.
    private static let applicationID: Int64 = 0x4B68_7274
    private let folder: String
    private let longestRead: Duration
    package let isShared = false
    private let templates = Mutex<Set<String>>([])
    private let checkpoints = Checkpoints()
    package var figures: [MetricFamily] { checkpoints.families }

    /// A statement that reads may take `longestRead`; for ever with zero.
    package init(folder: String, longestRead: Duration = .seconds(60)) throws {
        (self.folder, self.longestRead) = (folder, longestRead)
        try FileSystem.makeFolder(folder + "/tenants")
    }

    package func openRegistry() throws -> any Storage {
        try SQLiteStorage(path: folder + "/platform.sqlite", creates: true, longestRead: longestRead, checkpoints)
    }

    package func create(_ tenant: TenantID, _ schema: Schema) throws {
        let home = home(of: tenant)
        guard !FileSystem.exists(home + "/tenant.sqlite") else { throw StoreFault.foreign("\(home) exists") }
        try FileSystem.makeFolder(home + "/files")
        let draft = home + "/draft.sqlite"
        unlink(draft)
        try Folder.copy(template(of: schema), to: draft)
        try sign(draft, for: tenant)
        try FileSystem.sync(draft)
        try FileSystem.moveDurably(draft, to: home + "/tenant.sqlite")
        try FileSystem.syncFolder(FileSystem.folder(of: home) ?? folder)
        try FileSystem.syncFolder(folder + "/tenants")
    }

    package func open(_ tenant: TenantID) throws -> any Storage {
        try takeBack(home(of: tenant))
        let storage = try SQLiteStorage(
            path: home(of: tenant) + "/tenant.sqlite", creates: false, longestRead: longestRead, checkpoints)
        let owner: String? = try storage.write { connection in
            var (mark, owner): (Int64, String?) = (0, nil)
            try connection.forEach("pragma application_id") { mark = try $0[0] }
            guard mark == Self.applicationID else { return nil }
            try connection.forEach("select tenant from tenant_file") { owner = try $0[0] }
            return owner
        }
        guard owner == tenant.description else {
            storage.close()
            throw StoreFault.foreign("the file of \(tenant) belongs to \(owner ?? "nobody")")
        }
        return storage
    }

    package func files(of tenant: TenantID) -> any FileStorage { FileFolder(home(of: tenant) + "/files") }

    /// Nobody else has the folder.
    package func claim(_ tenant: TenantID) throws -> (any PlaceClaim)? { SoleClaim() }

    package func replace(_ tenant: TenantID, by draft: TenantID) throws {
        let (old, new) = (home(of: tenant), home(of: draft))
        try takeBack(old)
        try sign(new + "/tenant.sqlite", for: tenant)
        guard FileSystem.exists(old) else {
            if let parent = FileSystem.folder(of: old) { try FileSystem.makeFolder(parent) }
            try FileSystem.moveDurably(new, to: old)
            return try FileSystem.syncFolder(folder + "/tenants")
        }
        try FileSystem.moveDurably(old, to: Self.aside(old))
        try FileSystem.moveDurably(new, to: old)
        // It is done; what cannot be removed now goes when the tenant is opened, restored or removed.
        try? Folder.remove(Self.aside(old))
    }

    /// Where a tenant's folder stands while another takes its place. If that was cut off, the next use takes it back.
    private static func aside(_ home: String) -> String { home + ".replaced" }

    private func takeBack(_ home: String) throws {
        guard FileSystem.exists(Self.aside(home)) else { return }
        if FileSystem.exists(home) { return try Folder.remove(Self.aside(home)) }
        try FileSystem.moveDurably(Self.aside(home), to: home)
    }

    package func remove(_ tenant: TenantID) throws {
        let home = home(of: tenant)
        let there = [Self.aside(home), home].filter(FileSystem.exists)
        for path in there { try Folder.remove(path) }
        if !there.isEmpty, let parent = FileSystem.folder(of: home) { try FileSystem.syncFolder(parent) }
    }

    package func strays(beside known: Set<TenantID>) throws -> [String] {
        let root = folder + "/tenants"
        let homes = try Folder.names(in: root).flatMap { part in
            try Folder.names(in: "\(root)/\(part)").map { "\(root)/\(part)/\($0)" }
        }
        let places = Set(known.flatMap { [home(of: $0), Self.aside(home(of: $0))] })
        return homes.filter { !places.contains($0) }.sorted()
    }

    private func home(of tenant: TenantID) -> String {
        "\(folder)/tenants/\(tenant.description.suffix(2))/\(tenant)"
    }

    /// A migrated, empty file that new tenants start as a copy of; made once for each schema.
    private func template(of schema: Schema) throws -> String {
        let path = "\(folder)/template-\(schema.checksum).sqlite"
        return try templates.withLock { made in
            if made.contains(path) { return path }
            for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
            let storage = try SQLiteStorage(path: path, creates: true, checkpoints)
            try storage.write { connection in
                try Migrator(schema, connection, storage.dialect).migrate(at: .now)
                try connection.execute(KohortStore.SQL(stringLiteral: "pragma application_id = \(Self.applicationID)"))
                try connection.execute("create table tenant_file (tenant TEXT primary key) strict")
            }
            storage.close()
            made.insert(path)
            return path
        }
    }

    private func sign(_ path: String, for tenant: TenantID) throws {
        let storage = try SQLiteStorage(path: path, creates: false, checkpoints)
        defer { storage.close() }
        try storage.write { connection in
            try connection.execute("delete from tenant_file")
            try connection.execute("insert into tenant_file (tenant) values (\(tenant))")
        }
    }
}

private struct SoleClaim: PlaceClaim {
    func check() {}
    func end() {}
}
