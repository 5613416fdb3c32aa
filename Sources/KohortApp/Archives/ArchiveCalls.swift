import KohortCore
import KohortStore
import Tenancy

/// An archive as the operator is told of it.
package struct ArchiveLines: Sendable, Codable, Hashable {
    package let path: String
    package let tenant: Slug
    package let writtenAt: String
    package let expiresAt: String?
    package let rows: Int
    package let files: Int
    package let sha256: String

    init(_ archive: Archive, _ head: ArchiveHead, _ end: ArchiveEnd) {
        (path, tenant, writtenAt, expiresAt) = (archive.path, head.slug, head.writtenAt, head.expiresAt)
        (rows, files, sha256) = (end.rows, end.files, end.sha256)
    }
}

/// Writes a tenant to a new file, while it works on. Paths are whole, since the daemon has a folder of its own.
package struct ExportTenant: OperatorCall {
    package let slug: Slug
    package let path: String

    package init(slug: Slug, path: String) { (self.slug, self.path) = (slug, path) }

    package func answer(in kohort: Kohort) async throws -> ArchiveLines {
        try await kohort.work.counting(path) {
            try await kohort.export(try await kohort.require(slug), to: kohort.work.archive(path))
        }
    }
}

/// Reads archives from end to end.
package struct VerifyArchive: OperatorCall {
    package let path: String
    package init(path: String) { self.path = path }

    package func answer(in kohort: Kohort) async throws -> ArchiveLines {
        let archive = kohort.work.archive(path)
        let (head, end) = try await kohort.work.counting(path) { try await kohort.verify(archive) }
        return ArchiveLines(archive, head, end)
    }
}

/// Makes a tenant of an archive, suspended until it is resumed.
package struct ImportTenant: OperatorCall {
    package static let makesInstallation = true
    package let path: String
    /// Nil for the archive's own.
    package let slug: Slug?

    package init(path: String, slug: Slug?) { (self.path, self.slug) = (path, slug) }

    package func answer(in kohort: Kohort) async throws -> TenantLine {
        try await kohort.work.counting(path) {
            TenantLine(try await kohort.take(kohort.work.archive(path), as: slug))
        }
    }
}

/// Puts a tenant back to what an archive of it holds, which is refused with another tenant's; or makes a new one of it
/// where there is none of that name.
package struct RestoreArchive: OperatorCall {
    package let path: String
    package let slug: Slug

    package init(path: String, slug: Slug) { (self.path, self.slug) = (path, slug) }

    package func answer(in kohort: Kohort) async throws -> TenantLine {
        try await kohort.work.counting(path) {
            let archive = kohort.work.archive(path)
            guard let tenant = try await kohort.find(slug) else {
                return TenantLine(try await kohort.take(archive, as: slug))
            }
            try await kohort.restore(tenant, from: archive)
            return TenantLine(try await kohort.require(slug))
        }
    }
}

extension Kohort {
    func export(_ tenant: Tenant, to archive: Archive, expiresAt: Instant? = nil) async throws -> ArchiveLines {
        let end = try await use(tenant) { open in
            try await open.store.export(
                to: archive, slug: tenant.slug, files: engine.files(of: tenant.id), at: clock.now, expiresAt: expiresAt)
        }
        return ArchiveLines(archive, try await threads.files.run { _ in try archive.head() }, end)
    }
}
