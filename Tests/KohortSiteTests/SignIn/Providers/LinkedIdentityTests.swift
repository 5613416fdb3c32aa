import HTTPTypes
import KohortApp
import KohortCore
import KohortOutbound
import KohortStore
import KohortTesting
import Tenancy
import Testing

@testable import KohortSite

@Suite struct `Linking what a provider knows one as` {
    private static let second = RoundSite.Visitor.coordinator("umea")

    @Test func `nobody comes in by an identity that nobody has linked`() async throws {
        try await ProviderWorld.run(linked: false) { world in
            let stranger = try await world.signIn()
            #expect(stranger.status == .forbidden)
            #expect(stranger.session == nil)
            #expect(stranger.text.contains("not linked to anybody here"))
            #expect(try await world.link(as: .lead).location == "/norra-norrland/me/ways-in?done=identity.linked")
            #expect(try await world.signIn().status == .seeOther)
        }
    }

    @Test func `an identity is one person's`() async throws {
        try await ProviderWorld.run { world in
            let taken = try await world.link(as: Self.second)
            #expect(taken.status == .conflict)
            #expect(taken.text.contains("linked to somebody else here already"))
            #expect(try await world.signIn().location == "/norra-norrland/staff")
            world.provider.become("person-2")
            #expect(try await world.link(as: Self.second).status == .seeOther)
            #expect(try await world.signIn().location == "/norra-norrland/employer/umea")
        }
    }

    @Test func `what is linked is shown, and opens nothing once it is removed`() async throws {
        try await ProviderWorld.run { world in
            let page = try await world.site.send(.get, "/me/ways-in", as: .lead).text
            let removal = try #require(page.firstMatch(of: /action="([^"]*identities[^"]*)"/)).output.1
            #expect(try await world.site.send(.post, String(removal), as: Self.second).status == .notFound)
            #expect(try await world.signIn().status == .seeOther)
            #expect(try await world.site.send(.post, String(removal), as: .lead).status == .seeOther)
            #expect(try await world.signIn().status == .forbidden)
            let after = try await world.site.send(.get, "/me/ways-in", as: .lead).text
            #expect(after.contains("You have not linked any account."))
        }
    }

    @Test func `only somebody who is signed in links, and only for themselves`() async throws {
        try await ProviderWorld.run(linked: false) { world in
            let nobody = try await world.site.send(.post, "/me/ways-in/providers/strict", as: .nobody)
            #expect(nobody.status == .unauthorized)
            #expect(try await world.site.send(.get, "/me/ways-in", as: .nobody).status == .unauthorized)
            let page = try await world.site.send(.post, "/me/ways-in/providers/strict", as: .lead)
            let link = try #require(page.text.firstMatch(of: /href="(http[^"]*authorise[^"]*)"/)).output.1
            let back = try world.provider.authorise(String(link).replacing("&amp;", with: "&"))
            let other = try await world.site.cookie(of: Self.second) ?? ""
            let crossed = try await world.arrive(back, cookie: "\(other); \(page.cookie(named: "kohort_provider"))")
            #expect(crossed.status == .badRequest)
            #expect(try await world.link(as: .lead).status == .seeOther)
        }
    }

    @Test func `a provider for trainees does not open the lead's room`() async throws {
        try await ProviderWorld.run(for: [.trainee], linked: false) { world in
            #expect(try await world.link(as: .lead).status == .forbidden)
            try await world.set(for: [.staff])
            #expect(try await world.link(as: .lead).status == .seeOther)
            try await world.set(for: [.trainee, .follower])
            let refused = try await world.signIn()
            #expect(refused.status == .forbidden)
            #expect(refused.text.contains("not meant for the roles that you have here"))
            try await world.set(for: [.trainee, .staff])
            #expect(try await world.signIn().status == .seeOther)
        }
    }

    @Test func `Entra's people are known by directory and object, whatever their subject`() async throws {
        try await ProviderWorld.run(keyedBy: .directoryObject) { world in
            world.provider.become("another subject")
            let answer = try await world.signIn()
            #expect(answer.location == "/norra-norrland/staff")
        }
    }

    @Test func `the secret is in no answer, no table and no journal`() async throws {
        try await ProviderWorld.run { world in
            let tenant = try Slug(world.site.tenant)
            let line = try #require(try await ListProviders(tenant: tenant).answer(in: world.site.kohort).first)
            #expect(line.secret == "file:\(world.site.kohort.settings.data)/strict-secret")
            #expect(line.redirect == "http://127.0.0.1:8080/norra-norrland/sign-in/with/strict/return")
            let journal = try await world.site.send(.get, "/staff/journal", as: .lead).text
            #expect(!journal.contains(StrictProvider.secret) && !journal.contains("person-1"))
            #expect(journal.contains("tenancy.identity.linked") || !journal.isEmpty)
        }
    }

    @Test func `a provider of this machine is called only where that is allowed`() async throws {
        try await ProviderWorld.run(linked: false) { world in
            let closed = try await RoundSite()
            let provider = SetProvider(
                slug: try Slug("inner"), label: "Inner", issuer: world.provider.issuer, clientID: "a", secret: "",
                acr: [], kinds: [.staff], keyedBy: .subject)
            let call = PutProvider(tenant: try Slug(closed.tenant), provider: provider)
            await #expect(throws: Rejection.invalid("issuer", "provider.address")) {
                try await call.answer(in: closed.kohort)
            }
            _ = try await call.answer(in: world.site.kohort)
        }
    }
}
