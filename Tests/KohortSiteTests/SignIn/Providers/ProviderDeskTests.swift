import HTTPTypes
import KohortCore
import KohortTesting
import Tenancy
import Testing

@testable import KohortSite

@Suite struct `Signing in by a provider` {
    @Test(arguments: ["RS256", "PS256", "ES256"])
    func `leads to the first room, by each algorithm that is taken`(_ algorithm: String) async throws {
        try await ProviderWorld.run { world in
            world.provider.sign(by: algorithm)
            let answer = try await world.signIn()
            #expect(answer.status == .seeOther)
            #expect(answer.location == "/norra-norrland/staff")
            let session = try #require(answer.session)
            #expect(try await world.site.send(.get, "/staff", as: .nobody, cookie: session).status == .ok)
            #expect(
                answer.headers[values: .setCookie].contains {
                    $0.hasPrefix("kohort_provider") && $0.contains("Max-Age=0")
                })
        }
    }

    @Test(arguments: Lie.ofToken)
    func `refuses every answer that does not hold, and takes its twin`(_ lie: Lie) async throws {
        try await ProviderWorld.run { world in
            world.provider.tell(lie)
            let refused = try await world.signIn()
            #expect([.forbidden].contains(refused.status), "\(lie)")
            #expect(refused.session == nil)
            world.provider.tell(nil)
            #expect(try await world.signIn().status == .seeOther)
        }
    }

    @Test func `asks nothing of one that describes another`() async throws {
        try await ProviderWorld.run(linked: false) { world in
            world.provider.tell(.describesAnother)
            let refused = try await world.site.send(.get, "/sign-in/with/strict", as: .nobody)
            #expect(refused.status == .badGateway)
            #expect(refused.text.contains("does not answer as it should"))
            world.provider.tell(nil)
            #expect(try await world.site.send(.get, "/sign-in/with/strict", as: .nobody).status == .seeOther)
        }
    }

    @Test func `says which levels are enough, and that a lower one is not`() async throws {
        try await ProviderWorld.run { world in
            let way = try await world.leave()
            let asked = try world.provider.authorise(way.url)
            #expect(asked.acr == "high substantial")
            world.provider.tell(.levelTooLow)
            #expect(try await world.signIn().text.contains("lower level of security"))
        }
    }

    @Test func `an answer is good once, and so is a code`() async throws {
        try await ProviderWorld.run { world in
            let way = try await world.leave()
            var back = try world.provider.authorise(way.url)
            #expect(try await world.arrive(back, cookie: way.cookie).status == .seeOther)
            let again = try await world.arrive(back, cookie: way.cookie)
            #expect(again.status == .badRequest)
            #expect(again.session == nil)
            let (other, used) = (try await world.leave(), back.code)
            back = try world.provider.authorise(other.url)
            back.code = used
            #expect(try await world.arrive(back, cookie: other.cookie).status == .forbidden)
            #expect(world.provider.refusals == ["code"])
        }
    }

    @Test func `a code of another's sign-in is worth nothing: the proof key is not its own`() async throws {
        try await ProviderWorld.run { world in
            let (own, stolen) = (try await world.leave(), try await world.leave())
            var back = try world.provider.authorise(own.url)
            let honest = back.code
            back.code = try world.provider.authorise(stolen.url).code
            let refused = try await world.arrive(back, cookie: own.cookie)
            #expect(refused.status == .forbidden)
            #expect(world.provider.refusals == ["verifier"])
            #expect(honest != back.code)
            #expect(try await world.signIn().status == .seeOther)
        }
    }

    @Test func `an answer belongs to the browser that asked, and to its ten minutes`() async throws {
        try await ProviderWorld.run { world in
            let (own, other) = (try await world.leave(), try await world.leave())
            let back = try world.provider.authorise(own.url)
            #expect(try await world.arrive(back, cookie: other.cookie).status == .badRequest)
            let third = try await world.leave()
            let bare = try await world.arrive(try world.provider.authorise(third.url), cookie: nil)
            #expect(bare.status == .badRequest)
            let (late, intime) = (try await world.leave(), try await world.leave())
            world.site.move(to: "2026-11-20T09:09:59.999Z")
            let timely = try await world.arrive(try world.provider.authorise(intime.url), cookie: intime.cookie)
            #expect(timely.status == .forbidden)
            world.site.move(to: "2026-11-20T09:10:00Z")
            let tooLate = try await world.arrive(try world.provider.authorise(late.url), cookie: late.cookie)
            #expect(tooLate.status == .badRequest)
            #expect(tooLate.text.contains("too old"))
        }
    }

    @Test func `an answer of one provider is none of another's`() async throws {
        try await ProviderWorld.run { world in
            try await world.set("second", for: [.staff])
            let way = try await world.leave("strict")
            let back = try world.provider.authorise(way.url)
            let crossed = back.path.replacing("/with/strict/", with: "/with/second/")
            let refused = try await world.site.send(.get, crossed, as: .nobody, cookie: way.cookie)
            #expect(refused.status == .badRequest)
            #expect(refused.session == nil)
        }
    }

    @Test func `an answer without a name is refused where the provider promised one`() async throws {
        try await ProviderWorld.run { world in
            let way = try await world.leave()
            var back = try world.provider.authorise(way.url)
            back.issuer = nil
            #expect(try await world.arrive(back, cookie: way.cookie).status == .forbidden)
            #expect(try await world.signIn().status == .seeOther)
        }
    }

    @Test func `who breaks it off there is told so, and the answer is spent`() async throws {
        try await ProviderWorld.run { world in
            let way = try await world.leave()
            let back = try world.provider.authorise(way.url)
            let broken = back.path.replacing("?code=\(back.code)", with: "?error=access_denied")
            let answer = try await world.site.send(.get, broken, as: .nobody, cookie: way.cookie)
            #expect(answer.status == .badRequest)
            #expect(answer.text.contains("broken off"))
            #expect(try await world.arrive(back, cookie: way.cookie).status == .badRequest)
        }
    }

    @Test func `a key that is not there is looked for again once in five minutes`() async throws {
        try await ProviderWorld.run { world in
            #expect(world.provider.looks == 1)
            world.provider.tell(.keyUnknown)
            for _ in 0..<3 {
                let answer = try await world.signIn()
                #expect(answer.status == .forbidden)
            }
            #expect(world.provider.looks == 1)
            world.site.move(to: "2026-11-20T09:05:00Z")
            for _ in 0..<3 {
                let answer = try await world.signIn()
                #expect(answer.status == .forbidden)
            }
            #expect(world.provider.looks == 2)
        }
    }

    @Test func `the page for signing in offers it by name`() async throws {
        try await ProviderWorld.run(linked: false) { world in
            let page = try await world.site.send(.get, "/sign-in", as: .nobody).text
            #expect(page.contains("href=\"/norra-norrland/sign-in/with/strict\""))
            #expect(page.contains("Sign in with Strict"))
        }
        let plain = try await RoundSite().send(.get, "/sign-in", as: .nobody)
        #expect(plain.status == .ok)
        #expect(!plain.text.contains("/sign-in/with/"))
    }

    @Test func `an unknown provider is not found`() async throws {
        try await ProviderWorld.run(linked: false) { world in
            let answer = try await world.site.send(.get, "/sign-in/with/unknown", as: .nobody)
            #expect(answer.status == .notFound)
        }
    }
}
