import Foundation
import HTTPTypes
import Hummingbird
import KohortApp
import KohortCore
import KohortOutbound
import KohortStore
import KohortTesting
import NIOCore
import Tenancy
import Testing

@testable import KohortSite

/// A tenant with a strict provider, whose lead has linked what it knows them as.
struct ProviderWorld: Sendable {
    let site: RoundSite
    let provider: StrictProvider

    static func run(
        for kinds: [UserKind] = [.staff], keyedBy: IdentityKey = .subject, linked: Bool = true,
        limitFactor: Int = 1000, _ body: (ProviderWorld) async throws -> Void
    ) async throws {
        let start = Instant.at("2026-11-20T09:00:00Z").milliseconds / 1000
        try await StrictProvider.run(at: { start }) { provider in
            let site = try await RoundSite(
                limitFactor: limitFactor, providers: StrictProvider.rules(port: provider.port))
            let world = ProviderWorld(site: site, provider: provider)
            try await world.set(for: kinds, keyedBy: keyedBy)
            if linked { #expect(try await world.link(as: .lead).status == .seeOther) }
            try await body(world)
        }
    }

    /// Its secret lies in a file beside the installation.
    func set(_ slug: String = "strict", for kinds: [UserKind], keyedBy: IdentityKey = .subject) async throws {
        let path = site.kohort.settings.data + "/strict-secret"
        try (StrictProvider.secret + "\n").write(toFile: path, atomically: true, encoding: .utf8)
        let provider = SetProvider(
            slug: try Slug(slug), label: "Strict", issuer: provider.issuer, clientID: StrictProvider.client,
            secret: "file:" + path, acr: ["high", "substantial"], kinds: kinds, keyedBy: keyedBy)
        _ = try await PutProvider(tenant: try Slug(site.tenant), provider: provider).answer(in: site.kohort)
    }

    /// A browser that is on its way to the provider.
    struct Way: Sendable {
        let url: String
        let cookie: String
    }

    func leave(_ slug: String = "strict") async throws -> Way {
        let answer = try await site.send(.get, "/sign-in/with/\(slug)", as: .nobody)
        try #require(answer.status == .seeOther)
        return Way(url: answer.location, cookie: answer.cookie(named: "kohort_provider"))
    }

    func arrive(_ back: StrictProvider.Return, cookie: String?) async throws -> TestResponse {
        try await site.send(.get, back.path, as: .nobody, cookie: cookie ?? "")
    }

    /// All the way there and back.
    func signIn() async throws -> TestResponse {
        let way = try await leave()
        return try await arrive(try provider.authorise(way.url), cookie: way.cookie)
    }

    /// As a provider sends it, from nowhere that a browser would and without a cookie.
    func say(
        _ token: String, at slug: String = "strict", of tenant: String? = nil, _ more: String = ""
    ) async throws -> TestResponse {
        let headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
        let body = ByteBuffer(string: "logout_token=\(token)\(more)")
        let address = "/\(tenant ?? site.tenant)/sign-in/with/\(slug)/sign-out"
        let front = try site.site.front(isReady: { true })
        return try await TestClient(front, logger: site.logs.logger).execute(
            uri: address, method: .post, headers: headers, body: body)
    }

    /// Somebody who comes in by the provider, in a browser of their own.
    func cookie(_ subject: String = "person-1", session: String? = nil) async throws -> String {
        provider.become(subject)
        provider.call(session)
        return try #require(try await signIn().session)
    }

    func isIn(_ cookie: String) async throws -> Bool {
        try await site.send(.get, "/me/sign-ins", as: .nobody, cookie: cookie).status == .ok
    }

    /// From the page of one's own ways in, with the cookies of both.
    func link(as visitor: RoundSite.Visitor) async throws -> TestResponse {
        let page = try await site.send(.post, "/me/ways-in/providers/strict", as: visitor)
        try #require(page.status == .ok)
        let link = try #require(page.text.firstMatch(of: /href="(http[^"]*authorise[^"]*)"/)).output.1
        let back = try provider.authorise(String(link).replacing("&amp;", with: "&"))
        let own = try await site.cookie(of: visitor) ?? ""
        return try await arrive(back, cookie: "\(own); \(page.cookie(named: "kohort_provider"))")
    }
}

extension TestResponse {
    /// `name=value` of the cookie that is set under a name that begins so; empty where none is.
    func cookie(named start: String) -> String {
        headers[values: .setCookie].first { $0.hasPrefix(start) }.map { String($0.prefix { $0 != ";" }) } ?? ""
    }

    /// The cookie of a sign-in, where one is set.
    var session: String? {
        headers[values: .setCookie].first { $0.hasPrefix("kohort_0") }.map { String($0.prefix { $0 != ";" }) }
    }
}
