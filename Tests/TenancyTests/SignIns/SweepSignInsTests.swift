import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Tenancy

struct SweepSignInsTests {
    private static let start = Instant.at("2026-09-01T10:00:00Z")

    @Test func `a link goes when it is used or too old, and one that still opens stays`() async throws {
        let world = try await AppliedWorld.make()
        for (hash, hours) in [("used", 1), ("old", 1), ("good", 3)] { try await invite(hash, hours: hours, in: world) }
        try await signIn("used", in: world)
        try await sweep(world, at: Self.start.adding(.seconds(3600 - 1)))
        #expect(try await world.links() == ["good", "old"])
        try await sweep(world, at: Self.start.adding(.seconds(3600)))
        #expect(try await world.links() == ["good"])
        try await signIn("good", in: world)
    }

    @Test func `a sign-in goes ninety days after its end`() async throws {
        let world = try await AppliedWorld.make()
        for hash in ["ended", "runs out"] {
            try await invite(hash, hours: 1, in: world)
            try await signIn(hash, in: world)
        }
        _ = try await world.store.perform(SignOut(secretHash: "session of ended"), by: .anonymous, at: Self.start)
        try await sweep(world, at: Self.start.adding(days: 90).adding(.seconds(-1)))
        #expect(try await world.signIns() == 2)
        try await sweep(world, at: Self.start.adding(days: 90))
        #expect(try await world.signIns() == 1)
        try await sweep(world, at: Self.start.adding(days: 90).adding(UseSignInLink.lasting))
        #expect(try await world.signIns() == 0)
    }

    private func invite(_ hash: String, hours: Int, in world: AppliedWorld) async throws {
        let email = try #require(EmailAddress("lead@office.example"))
        let command = InvitePerson(
            email: email, name: "Lead", language: .nb, role: .init(.lead, on: .consortium), linkHash: hash,
            linkExpiresAt: Self.start.adding(.seconds(hours * 3600)))
        _ = try await world.store.perform(command, by: .operator, at: Self.start)
    }

    private func signIn(_ hash: String, in world: AppliedWorld) async throws {
        let command = UseSignInLink(linkHash: hash, id: .new(), secretHash: "session of \(hash)")
        _ = try await world.store.perform(command, by: .anonymous, at: Self.start)
    }

    private func sweep(_ world: AppliedWorld, at now: Instant) async throws {
        _ = try await world.store.perform(SweepSignIns(), at: now)
    }
}

private struct LeftOver: Query {
    static let permission = Permission.signIn
    let scope = Scope.consortium

    func fetch(in read: borrowing Read) throws -> (links: [String], signIns: Int) {
        let links = try read.all("select secret_hash from sign_in_link order by secret_hash") { try $0[0] as String }
        return (links, try read.count("select count(*) from sign_in"))
    }
}

extension AppliedWorld {
    fileprivate func links() async throws -> [String] { try await store.fetch(LeftOver()).links }
    fileprivate func signIns() async throws -> Int { try await store.fetch(LeftOver()).signIns }
}
