import Foundation
import HTTPTypes
import KohortApp
import KohortCore
import KohortTesting
import Tenancy

@testable import KohortSite

/// A provider that serves until the process ends, and browsers that go there and come back.
struct WallProvider: Sendable {
    let provider: StrictProvider

    /// `now` is the day of all that it is asked.
    static func start(at now: String) async throws -> WallProvider {
        let second = Instant.at(now).milliseconds / 1000
        let (started, found) = AsyncStream.makeStream(of: StrictProvider.self)
        Task {
            try await StrictProvider.run(at: { second }) { provider in
                found.yield(provider)
                try await Task.sleep(for: .seconds(1 << 20))
            }
        }
        for await provider in started { return WallProvider(provider: provider) }
        throw CancellationError()
    }

    func admit(_ settings: inout Settings) { settings.providers = StrictProvider.rules(port: provider.port) }

    /// A consortium lets its mentors and supervisors come in by it; staff have their passwords.
    func offer(to tenant: WallTenant) async throws {
        let path = tenant.site.kohort.settings.data + "/strict-secret"
        try Data(StrictProvider.secret.utf8).write(to: URL(filePath: path))
        let strict = SetProvider(
            slug: try Slug("strict"), label: tenant.open, issuer: provider.issuer, clientID: StrictProvider.client,
            secret: "file:" + path, acr: [], kinds: [.follower], keyedBy: .subject)
        _ = try await PutProvider(tenant: try Slug(tenant.slug), provider: strict).answer(in: tenant.site.kohort)
    }

    /// What the browser of somebody who is signed in brings back to link.
    func linking(to tenant: WallTenant, by credential: Credential) async throws -> SentRequest {
        let page = try await tenant.site.press("/\(tenant.slug)/me/ways-in/providers/strict", as: credential)
        guard let link = page.text.firstMatch(of: /href="(http[^"]*authorise[^"]*)"/)?.output.1 else {
            throw WallFault(what: "no way to the provider: \(page.status.code)")
        }
        return try back(from: String(link).replacing("&amp;", with: "&"), page, credential)
    }

    /// What the browser of somebody who wants in brings back.
    func signingIn(to tenant: WallTenant) async throws -> SentRequest {
        let left = try await tenant.site.send(.get("/\(tenant.slug)/sign-in/with/strict", as: .none))
        return try back(from: left.location, left, .none)
    }

    /// What the provider itself sends when somebody has signed out there.
    func signingOut(of tenant: WallTenant) throws -> SentRequest {
        let headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
        let body = "logout_token=\(try SignOutToken(provider).text)"
        return SentRequest(
            method: .post, path: "/\(tenant.slug)/sign-in/with/strict/sign-out", headers: headers, body: body)
    }

    private func back(from url: String, _ left: TestResponse, _ credential: Credential) throws -> SentRequest {
        let cookies = [credential.cookie, left.cookie(named: "kohort_provider")].compactMap(\.self)
        let path = try provider.authorise(url).path
        return .get(path, as: Credential(cookie: cookies.joined(separator: "; ")))
    }
}
