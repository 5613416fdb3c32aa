import Foundation
import KohortCore
import KohortStore
import Tenancy

/// Writes a backup of one tenant or of all into a folder, and removes from it those that are older than they were to be
/// kept. A tenant that cannot be read does not keep the others from being written.
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
        package struct Failure: Sendable, Codable {
            package let tenant: Slug
            package let problem: String
        }

        package let written: [ArchiveLines]
        package let failed: [Failure]
        /// Paths.
        package let expired: [String]
    }

    package func answer(in kohort: Kohort) async throws -> Answer {
        var written: [ArchiveLines] = []
        var failed: [Answer.Failure] = []
        let tenants = if let tenant { [try await kohort.require(tenant)] } else { try await kohort.allTenants() }
        try await kohort.work.counting(folder, tenants: tenants.count) {
            for tenant in tenants {
                do { written.append(try await backUp(tenant, kohort)) } catch {
                    failed.append(.init(tenant: tenant.slug, problem: OperatorProblem(of: error).description))
                }
                kohort.work.finishTenant(for: folder)
            }
        }
        try removeCutOff(at: kohort.clock.now)
        return Answer(written: written, failed: failed, expired: try expire(at: kohort.clock.now))
    }

    private func backUp(_ tenant: Tenant, _ kohort: Kohort) async throws -> ArchiveLines {
        let now = kohort.clock.now
        let stamp = now.description.filter { !"-:".contains($0) }
        let archive = kohort.work.archive("\(folder)/\(tenant.slug)-\(stamp)\(Self.ending)", for: folder)
        return try await kohort.export(tenant, to: archive, expiresAt: now.adding(days: keptDays))
    }

    /// What backups left that were cut off a day ago or longer; a younger one may be being written.
    private func removeCutOff(at now: Instant) throws {
        let oldest = Date(timeIntervalSince1970: Double(now.adding(days: -1).milliseconds) / 1000)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        for name in names where name.hasSuffix(Self.ending + Archive.draftEnding) {
            let path = "\(folder)/\(name)"
            guard let facts = try? FileManager.default.attributesOfItem(atPath: path),
                let written = facts[.modificationDate] as? Date, written < oldest
            else { continue }
            try FileManager.default.removeItem(atPath: path)
        }
    }

    /// What is no archive, or states no age, is left alone.
    private func expire(at now: Instant) throws -> [String] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        let paths = names.filter { $0.hasSuffix(Self.ending) }.map { "\(folder)/\($0)" }
        let expired = paths.filter { path in
            guard let stated = try? Archive(path: path).head().expiresAt, let end = Instant(stated) else {
                return false
            }
            return end <= now
        }
        for path in expired { try FileManager.default.removeItem(atPath: path) }
        return expired
    }
}
