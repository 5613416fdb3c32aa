import Foundation
import KohortCore
import KohortStore
import KohortTesting
import Tenancy
import Testing

@testable import KohortApp

/// Several daemons of one installation, with one clock and the tenant Romerike.
struct Daemons: Sendable {
    static let tenant = "romerike"
    let all: [Kohort]
    let clock: MovableClock
    private let ground: TestGround

    var path: String { ground.path }

    init(
        _ count: Int, at now: Instant = .at("2026-11-20T08:00:00Z"), _ change: (inout Settings) -> Void = { _ in }
    ) async throws {
        let (ground, clock) = (try TestGround(), MovableClock(now))
        var all: [Kohort] = []
        for number in 1...count {
            var settings = try await ground.settings(of: "daemon-\(number)")
            change(&settings)
            all.append(try await Kohort.open(settings, clock: WallClock { clock.now }))
        }
        (self.all, self.clock, self.ground) = (all, clock, ground)
        let root = URL(fileURLWithPath: #filePath).pathComponents.prefix { $0 != "Tests" }.joined(separator: "/")
        let yaml = try String(contentsOfFile: "\(root)/config/consortia/\(Self.tenant).yaml", encoding: .utf8)
        _ = try await ApplyDefinitionFile(yaml: yaml, isDryRun: false).answer(in: all[0])
    }

    /// So many letters that wait to be sent.
    func write(letters: Int) async throws {
        for number in 0..<letters {
            let email = try #require(EmailAddress("somebody-\(number)@office.example"))
            let call = MailInvitation(
                tenant: try Slug(Self.tenant), email: email, name: "Somebody", role: .lead, organisation: nil,
                language: .nb)
            _ = try await call.answer(in: all[0])
        }
    }

    func outbox() async throws -> [Message] {
        try await all[0].use(try Slug(Self.tenant)) {
            try await $0.store.fetch(OutboxList(), by: .operator, at: clock.now)
        }
    }

    func events(named name: String) async throws -> Int {
        try await all[0].use(try Slug(Self.tenant)) { open in
            try await open.store.fetch(JournalFeed(after: 0, limit: 10_000), by: .operator, at: clock.now)
                .count { $0.name == name }
        }
    }
}
