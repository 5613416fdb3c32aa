import KohortCore
import KohortStore
import Tenancy

/// What each tenant's schema still needs.
package struct MigrationStatus: OperatorCall {
    package init() {}

    package struct Line: Sendable, Codable {
        package let tenant: Slug
        package let pending: [String]
        /// Why the tenant cannot be opened, where it cannot.
        package let problem: String?
    }

    package func answer(in kohort: Kohort) async throws -> [Line] {
        var lines: [Line] = []
        for tenant in try await kohort.allTenants() {
            do {
                let pending = try await kohort.use(tenant) { try await $0.store.pendingMigrations() }
                lines.append(Line(tenant: tenant.slug, pending: pending, problem: nil))
            } catch {
                lines.append(Line(tenant: tenant.slug, pending: [], problem: OperatorProblem(of: error).description))
            }
        }
        return lines
    }
}

/// Looks for what an operator should know of: tenants that cannot be opened or written to, mail that failed, no mail
/// server, webhooks that stopped, folders that are nobody's, files that are about to find no room. A tenant with
/// several troubles is named with each.
package struct Doctor: OperatorCall {
    package init() {}

    package struct Finding: Sendable, Codable {
        package let subject: String
        package let isWell: Bool
        package let text: String
    }

    package func answer(in kohort: Kohort) async throws -> [Finding] {
        let tenants = try await kohort.allTenants()
        var findings = [mail(kohort)] + (try await strays(beside: tenants, in: kohort))
        for tenant in tenants { findings += await look(at: tenant, in: kohort) }
        return findings
    }

    /// What was cut off while it made a tenant. It is not removed by itself: where an older registry has come back, it
    /// may be somebody's.
    private func strays(beside tenants: [Tenant], in kohort: Kohort) async throws -> [Finding] {
        let (engine, known) = (kohort.engine, Set(tenants.map(\.id)))
        let paths = try await kohort.threads.files.run { _ in try engine.strays(beside: known) }
        return paths.map {
            Finding(subject: "data", isWell: false, text: "\($0) is no tenant's: look, then remove it")
        }
    }

    private func mail(_ kohort: Kohort) -> Finding {
        kohort.settings.mail == nil
            ? Finding(subject: "mail", isWell: false, text: "no mail server is set: mail waits in the outbox")
            : Finding(subject: "mail", isWell: true, text: "a mail server is set")
    }

    private func look(at tenant: Tenant, in kohort: Kohort) async -> [Finding] {
        let subject = tenant.slug.text
        do {
            let found = try await kohort.use(tenant) { try await complaints(about: $0, in: kohort) }
            if found.isEmpty { return [Finding(subject: subject, isWell: true, text: tenant.state.rawValue)] }
            return found.map { Finding(subject: subject, isWell: false, text: $0) }
        } catch {
            return [Finding(subject: subject, isWell: false, text: OperatorProblem(of: error).description)]
        }
    }

    private func complaints(about open: TenantStore, in kohort: Kohort) async throws -> [String] {
        let (now, files) = (kohort.clock.now, kohort.settings.files)
        let failed = try await open.store.fetch(OutboxDepth(), by: .system, at: now).failed
        let stopped = try await open.store.fetch(WebhookList(), by: .operator, at: now).count {
            $0.webhook.state == .disabled && $0.webhook.reason != .byHand
        }
        let room = try await kohort.fileRoom(of: open, at: now)
        let last = await kohort.lastingFault(of: open.tenant)
        let complaints: [String?] = [
            failed > 0 ? "\(failed) messages failed" : nil,
            stopped > 0 ? "\(stopped) webhooks stopped" : nil,
            files.isShort(room, of: open.tenant.slug) ? "\(room / FileSettings.megabyte) MB are left for files" : nil,
            last.map { "since \($0.at) nothing can be written: \(OperatorProblem(of: $0.fault).description)" },
        ]
        return complaints.compactMap(\.self)
    }
}

extension Kohort {
    /// As much as a small document has, in bytes.
    private static let probe = 1 << 20

    /// When a tenant's storage last refused what was wanted of it, unless it takes a file and a commit by now: whoever
    /// reads would not find out.
    fileprivate func lastingFault(of tenant: Tenant) async -> StorageFaults.Last? {
        guard lastFault(of: tenant.id) != nil else { return nil }
        try? await use(tenant) { open in
            // A failure here is the one that is told already, and nobody's request.
            do {
                let file = try await open.files.begin()
                defer { file.discard() }
                try await file.append([UInt8](repeating: 0, count: Self.probe))
                _ = try await open.store.perform(TryWriting(), by: .system, at: clock.now)
            } catch {}
        }
        return lastFault(of: tenant.id)
    }
}
