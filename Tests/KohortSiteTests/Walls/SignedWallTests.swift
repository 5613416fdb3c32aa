import HTTPTypes
import KohortCore
import KohortTesting
import KohortWeb
import Tenancy
import Testing

@testable import KohortSite

/// What a consortium has signed, or gave somebody to bring back, is worth nothing at its twin, which has all the same
/// keys. Each refusal stands beside what is answered where it was signed, and comes first: trying it elsewhere spends
/// nothing.
@Suite(.serialized) struct `What a consortium has signed` {
    private var twins: WallTwins { get async throws { try await WallTwins.shared.value } }

    @Test func `the link of a candidacy opens it, and the other one's link does not`() async throws {
        let twins = try await twins
        for (own, other) in twins.pairs {
            let candidacy = try own.candidacy("open.candidacy")
            let foreign = WallTwins.path(own.tenant.link(of: candidacy), of: own, at: other)
            #expect(try await twins.site.send(.get(foreign, as: .none)).status == .notFound)
            #expect(try await twins.site.press(foreign).status == .notFound)
            let link = own.tenant.link(of: candidacy)
            #expect(try await twins.site.send(.get(link, as: .none)).status == .ok)
            #expect(try await twins.site.press(link).status == .seeOther)
        }
    }

    @Test func `a sign-in link lets in where it was asked for`() async throws {
        let twins = try await twins
        for (own, other) in twins.pairs {
            let asked = try await own.tenant.asked(
                try own.candidacy("open.candidacy.2"), "\(own.secret)-open-2@people.example")
            let foreign = WallTwins.path(asked.link, of: own, at: other)
            for cookie in WallTwins.cookies(asked.cookie, of: own, at: other) {
                let refused = try await twins.site.press(foreign, as: Credential(cookie: cookie))
                #expect(refused.status == .gone && refused.session == nil)
            }
            let taken = try await twins.site.press(asked.link, as: Credential(cookie: asked.cookie))
            #expect(taken.status == .seeOther && taken.session != nil)
        }
    }

    @Test func `an invitation lets in where somebody was invited`() async throws {
        let twins = try await twins
        for (own, other) in twins.pairs {
            let link = try await own.tenant.invitation("\(own.secret)-new@office.example", .lead, on: .consortium)
            let refused = try await twins.site.press(WallTwins.path(link, of: own, at: other))
            #expect(refused.status == .gone && refused.session == nil)
            let taken = try await twins.site.press(link)
            #expect(taken.status == .seeOther && taken.session != nil)
        }
    }

    @Test func `a new address is confirmed where it was asked for`() async throws {
        let twins = try await twins
        for (own, other) in twins.pairs {
            let (email, new) = ("\(own.secret)-moving@office.example", "\(own.secret)-moved@office.example")
            let mover = Credential(cookie: try await own.tenant.cookie(email, .committee, on: .consortium))
            let there = Credential(cookie: try await other.tenant.cookie(email, .committee, on: .consortium))
            let asked = try await twins.site.press("/\(own.tenant.slug)/me/address", [("email", new)], as: mover)
            #expect(asked.status == .seeOther)
            let link = try await own.tenant.mailed(to: new, /\/[a-z]+\/me\/address\/[A-Za-z0-9_-]+/)
            let foreign = WallTwins.path(link, of: own, at: other)
            #expect(try await twins.site.press(foreign, as: there).status == .gone)
            #expect(try await twins.site.press(foreign, as: mover).status == .unauthorized)
            #expect(try await twins.site.press(link, as: mover).status == .seeOther)
        }
    }

    @Test func `an authenticator's key is taken where its page showed it`() async throws {
        let twins = try await twins
        for (own, other) in twins.pairs {
            let path = "/\(own.tenant.slug)/me/ways-in/password"
            let email = "\(own.secret)-guarded@office.example"
            let here = Credential(cookie: try await own.tenant.cookie(email, .committee, on: .consortium))
            let there = Credential(cookie: try await other.tenant.cookie(email, .committee, on: .consortium))
            let page = try await twins.site.send(.get(path, as: here)).text
            let code = try PasswordWorld.totp(page).code(of: TOTP.step(at: twins.site.now))
            let fields = [
                ("password", PasswordWorld.password), ("code", code), ("sealed", PasswordWorld.sealed(page)),
            ]
            let foreign = WallTwins.path(path, of: own, at: other)
            #expect(try await twins.site.press(foreign, fields, as: there).status == .unprocessableContent)
            #expect(try await twins.site.press(path, fields, as: here).status == .ok)
        }
    }

    @Test func `an answer of a provider lets in where the browser left from`() async throws {
        let twins = try await twins
        for (own, other) in twins.pairs {
            twins.provider.provider.become(own.secret)
            let email = "\(own.secret)-mentor@work.example"
            let link = try await own.tenant.invitation(email, .mentor, on: .trainee(.new()))
            let mentor = Credential(cookie: try await own.tenant.opened(link))
            let linking = try await twins.provider.linking(to: own.tenant, by: mentor)
            #expect(try await twins.site.send(linking).location.hasSuffix("?done=identity.linked"))
            let arriving = try await twins.provider.signingIn(to: own.tenant)
            let foreign = WallTwins.path(arriving.path, of: own, at: other)
            for cookie in WallTwins.cookies(arriving.headers[.cookie] ?? "", of: own, at: other) {
                let refused = try await twins.site.send(arriving.to(foreign).by(Credential(cookie: cookie)))
                #expect(refused.status == .badRequest && refused.session == nil)
            }
            // Neither the answer nor the code in it has been spent.
            #expect(twins.provider.provider.refusals == [])
            let taken = try await twins.site.send(arriving)
            #expect(taken.status == .seeOther && taken.session != nil)
        }
    }

    @Test func `an application's form makes what it was opened for, and carries its own files`() async throws {
        let twins = try await twins
        for (own, other) in twins.pairs {
            let path = "/\(own.tenant.slug)/rounds/open/candidacies"
            let page = try await twins.site.send(.get("/\(own.tenant.slug)/rounds/open/application", as: .none)).text
            let form = try #require(FoundForm.all(in: page, at: path).first { $0.action.hasPrefix(path) })
            let pass = form.fields.filter { ["candidacy", "key"].contains($0.name) }.map { ($0.name, $0.value) }
            let candidacy = try #require(pass.first { $0.0 == "candidacy" }).1
            let draft = [("name", own.secret), ("email", "\(own.secret)-form@people.example"), ("intent", "draft")]
            func send(_ path: String) async throws -> TestResponse {
                let form = FoundForm(action: path, isMultipart: true, fields: [])
                return try await twins.site.send(.form(form, pass + draft, secret: own.secret))
            }
            let foreign = try await send(WallTwins.path(path, of: own, at: other))
            #expect(foreign.status == .seeOther && !foreign.location.contains(candidacy))
            let taken = try await send(path)
            #expect(taken.status == .seeOther && taken.location.contains(candidacy), "\(taken.location)")
        }
    }

    @Test func `a page that somebody wanted is no other consortium's`() async throws {
        let twins = try await twins
        for (own, other) in twins.pairs {
            let wanted = Site.wantedCookie(of: own.tenant.id)
            for (page, leads) in [(other, false), (own, true)] {
                let address = "/\(page.tenant.slug)/me"
                let link = try await own.tenant.invitation(
                    "\(own.secret)-wants-\(leads)@office.example", .lead, on: .consortium)
                let answer = try await twins.site.press(link, as: Credential(cookie: "\(wanted)=\(address)"))
                #expect(answer.location == (leads ? address : "/\(own.tenant.slug)/staff"))
            }
        }
    }
}
