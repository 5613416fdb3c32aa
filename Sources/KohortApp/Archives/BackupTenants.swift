import Foundation
import KohortCore
import KohortStore
import Tenancy

/// Writes a backup of one tenant or of all into a folder, and removes from it those that are older than they were to be
/// kept, but of each tenant that there is the newest. A tenant that cannot be read does not keep the others from being
/// written.
package struct BackupTenants: OperatorCall {
    private static let ending = ".kohort"
    /// Nil for all.
    package let tenant: Slug?
    package let folder: String
    package let keptDays: Int

    package init(tenant: Slug?, folder: String, keptDays: Int) {
        (self.tenant, self.folder, self.keptDays) = (tenant, folder, keptDays)
    }

    package struct Answer: Sendable, Codable {
        package let written: [ArchiveLines]
        package let failed: [TenantFailure]
        /// Paths.
        package let expired: [String]
    }

    package func answer(in kohort: Kohort) async throws -> Answer {
        var written: [ArchiveLines] = []
        var failed: [TenantFailure] = []
        let tenants = if let tenant { [try await kohort.require(tenant)] } else { try await kohort.allTenants() }
        try await kohort.work.counting(folder, tenants: tenants.count) {
            for tenant in tenants {
                do { written.append(try await backUp(tenant, kohort)) } catch {
                    failed.append(.init(tenant: tenant.slug, problem: OperatorProblem(of: error).description))
                }
                kohort.work.finishTenant(for: folder)
            }
        }
        let now = kohort.clock.now
        let living = Set(try await kohort.allTenants().map(\.id))
        let expired = try await kohort.threads.files.run { [folder] _ in
            try Self.removeCutOff(in: folder, at: now)
            return try Self.expire(in: folder, at: now, keepingNewestOf: living)
        }
        return Answer(written: written, failed: failed, expired: expired)
    }

    private func backUp(_ tenant: Tenant, _ kohort: Kohort) async throws -> ArchiveLines {
        let now = kohort.clock.now
        let stamp = now.description.filter { !"-:".contains($0) }
        let archive = kohort.work.archive("\(folder)/\(tenant.slug)-\(stamp)\(Self.ending)", for: folder)
        return try await kohort.export(tenant, to: archive, expiresAt: now.adding(days: keptDays))
    }

    /// What backups left that were cut off a day ago or longer; a younger one may be being written.
    private static func removeCutOff(in folder: String, at now: Instant) throws {
        let oldest = Date(timeIntervalSince1970: Double(now.adding(days: -1).milliseconds) / 1000)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        for name in names where name.hasSuffix(ending + Archive.draftEnding) {
            let path = "\(folder)/\(name)"
            guard let facts = try? FileManager.default.attributesOfItem(atPath: path),
                let written = facts[.modificationDate] as? Date, written < oldest
            else { continue }
            try FileManager.default.removeItem(atPath: path)
        }
    }

    /// What is no archive, or states no age, is left alone.
    private static func expire(in folder: String, at now: Instant, keepingNewestOf living: Set<TenantID>) throws
        -> [String]
    {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        let backups = names.filter { $0.hasSuffix(ending) }.compactMap { Backup("\(folder)/\($0)") }
        var newest: [TenantID: Backup] = [:]
        for backup in backups where newest[backup.tenant].map({ $0.writtenAt < backup.writtenAt }) ?? true {
            newest[backup.tenant] = backup
        }
        let kept = Set(living.compactMap { newest[$0]?.path })
        let expired = backups.filter { $0.expiresAt <= now }.map(\.path).filter { !kept.contains($0) }
        for path in expired { try FileManager.default.removeItem(atPath: path) }
        return expired
    }

    /// A file of the folder that bears its own end.
    private struct Backup {
        let path: String
        let tenant: TenantID
        let writtenAt: Instant
        let expiresAt: Instant

        init?(_ path: String) {
            guard let head = try? Archive(path: path).head(), let writtenAt = Instant(head.writtenAt),
                let expiresAt = head.expiresAt.flatMap({ Instant($0) })
            else { return nil }
            (self.path, tenant, self.writtenAt, self.expiresAt) = (path, head.tenant, writtenAt, expiresAt)
        }
    }
}
