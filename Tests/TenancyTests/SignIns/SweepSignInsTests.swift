import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Tenancy

struct SweepSignInsTests {
    private static let start = Instant.at("2026-09-01T10:00:00Z")

    @Test func `a link goes when it is used or too old, and one that still opens stays`() async throws {
        let world = try await AppliedWorld.make()
        for hash in ["used", "old"] { try await invite(hash, in: world) }
        try await invite("good", in: world, at: Self.start.adding(.seconds(3600)))
        try await signIn("used", in: world)
        try await sweep(world, at: Self.start.adding(days: 1).adding(.seconds(-1)))
        #expect(try await world.links() == ["good", "old"])
        try await sweep(world, at: Self.start.adding(days: 1))
        #expect(try await world.links() == ["good"])
        try await signIn("good", in: world)
    }

    @Test func `a request for a link goes when nobody would answer it any more`() async throws {
        let world = try await AppliedWorld.make()
        let asker = AskForSignIn.Asker.address(try #require(EmailAddress("somebody@people.example")))
        let ask = AskForSignIn(id: .new(), asker: asker, browserHash: "browser")
        _ = try await world.store.perform(ask, by: .anonymous, at: Self.start)
        try await sweep(world, at: Self.start.adding(.seconds(599)))
        #expect(try await world.requests() == 1)
        try await sweep(world, at: Self.start.adding(.seconds(600)))
        #expect(try await world.requests() == 0)
    }

    @Test func `a sign-in goes ninety days after its end`() async throws {
        let world = try await AppliedWorld.make()
        for hash in ["ended", "runs out"] {
            try await invite(hash, in: world)
            try await signIn(hash, in: world)
        }
        _ = try await world.store.perform(SignOut(secretHash: "session of ended"), by: .anonymous, at: Self.start)
        try await sweep(world, at: Self.start.adding(days: 90).adding(.seconds(-1)))
        #expect(try await world.signIns() == 2)
        try await sweep(world, at: Self.start.adding(days: 90))
        #expect(try await world.signIns() == 1)
        try await sweep(world, at: Self.start.adding(days: 90).adding(SignInTerms.staff.absolute))
        #expect(try await world.signIns() == 0)
    }

    private func invite(_ hash: String, in world: AppliedWorld, at now: Instant = start) async throws {
        let email = try #require(EmailAddress("\(hash.replacing(" ", with: "-"))@office.example"))
        let command = InvitePerson(
            email: email, name: "Lead", language: .nb, role: .init(.lead, on: .consortium), linkHash: hash)
        _ = try await world.store.perform(command, by: .operator, at: now)
    }

    private func signIn(_ hash: String, in world: AppliedWorld) async throws {
        let command = UseSignInLink(linkHash: hash, new: NewSignIn(id: .new(), secretHash: "session of \(hash)"))
        _ = try await world.store.perform(command, by: .anonymous, at: Self.start)
    }

    private func sweep(_ world: AppliedWorld, at now: Instant) async throws {
        _ = try await world.store.perform(SweepSignIns(), at: now)
    }
}

private struct LeftOver: Query {
    static let permission = Permission.signIn
    let scope = Scope.consortium

    func fetch(in read: borrowing Read) throws -> (links: [String], signIns: Int, requests: Int) {
        let links = try read.all("select secret_hash from sign_in_link order by secret_hash") { try $0[0] as String }
        return (
            links, try read.count("select count(*) from sign_in"),
            try read.count("select count(*) from sign_in_request")
        )
    }
}

extension AppliedWorld {
    fileprivate func links() async throws -> [String] { try await store.fetch(LeftOver()).links }
    fileprivate func requests() async throws -> Int { try await store.fetch(LeftOver()).requests }
    fileprivate func signIns() async throws -> Int { try await store.fetch(LeftOver()).signIns }
}
