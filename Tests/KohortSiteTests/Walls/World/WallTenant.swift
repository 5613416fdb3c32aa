import Foundation
import HTTPTypes
import HummingbirdTesting
import KohortApp
import KohortCore
import KohortStore
import KohortWeb
import Tenancy
import Testing

@testable import KohortSite

/// Somebody who has to do with a consortium.
enum Caller: String, CaseIterable, Sendable {
    case nobody, lead, north, south, committee, finance, mentor, asked, supervisor, trainee, applicant, accepting,
        refusing, integration
}

/// A tenant and who has a way into it.
final class WallTenant: Sendable {
    let site: WallSite
    let slug: String
    /// The canary of what everybody may read, and of what only some may.
    let (open, secret): (String, String)
    /// What both begin with.
    let word: String
    let id: TenantID

    /// Makes it by its definition; every canary begins with the slug's capital form.
    init(_ slug: String, in site: WallSite) async throws {
        let word = slug.prefix(1).uppercased() + slug.dropFirst()
        (self.site, self.slug, self.word) = (site, slug, word)
        (open, secret) = (word + "pub", word + "sec")
        let yaml = WallDefinition(slug: slug, word: word + "pub").yaml
        if try await site.kohort.find(try Slug(slug)) == nil {
            _ = try await ApplyDefinitionFile(yaml: yaml, isDryRun: false).answer(in: site.kohort)
        }
        guard let tenant = try await site.kohort.find(try Slug(slug)) else { throw Rejection.notFound }
        id = tenant.id
    }

    func use<Answer>(_ body: (TenantStore) async throws -> Answer) async throws -> Answer {
        try await site.kohort.use(try Slug(slug), body)
    }

    func organisation(_ slug: String) async throws -> OrganisationID {
        let consortium = try await use { try await $0.store.fetch(CurrentConsortium(), by: .anonymous, at: site.now) }
        guard let found = consortium.organisations.first(where: { $0.slug.text == slug }) else {
            throw Rejection.notFound
        }
        return found.id
    }

    func token(_ role: Role, _ employer: String? = nil) async throws -> String {
        let call = MakeToken(
            tenant: try Slug(slug), role: role, organisation: try employer.map { try Slug($0) }, name: secret,
            days: 366)
        return try await call.answer(in: site.kohort).token
    }

    /// Signed in by an invitation of the operator's.
    func cookie(_ email: String, _ role: Role, on scope: GrantScope) async throws -> String {
        guard let address = EmailAddress(email) else { throw Rejection.notFound }
        let link = Secret()
        let invitation = InvitePerson(
            email: address, name: "\(secret) \(role)", language: .en, role: .init(role, on: scope),
            linkHash: link.hash)
        _ = try await use { try await $0.store.perform(invitation, by: .operator, at: site.now) }
        return try await opened("/\(slug)/sign-in/\(link.text)")
    }

    /// The cookie that pressing the button of a link gives.
    func opened(_ path: String) async throws -> String {
        let headers: HTTPFields = [.origin: WallSite.origin, .contentType: "application/x-www-form-urlencoded"]
        let answer = try await site.send(SentRequest(method: .post, path: path, headers: headers, body: ""))
        guard let cookie = answer.headers[.setCookie].map({ String($0.prefix { $0 != ";" }) }) else {
            throw Rejection.forbidden
        }
        return cookie
    }

    /// One request to the API, which must succeed; the id of what it made.
    @discardableResult func made(_ path: String, _ body: String? = nil, by token: String?) async throws -> String {
        let answer = try await site.send(api(path, body, by: token))
        #expect(answer.status.kind == .successful, "\(path): \(answer.text)")
        return answer.id
    }

    func api(_ path: String, _ body: String?, by token: String?) -> SentRequest {
        var headers: HTTPFields = [
            .acceptLanguage: "en", KeyHeader.field: DemandID.new().description,
        ]
        if body != nil { headers[.contentType] = "application/json" }
        if let token { headers[.authorization] = "Bearer \(token)" }
        return SentRequest(method: .post, path: "/\(slug)\(API.root)\(path)", headers: headers, body: body)
    }

    func members(_ path: String, by token: String) async throws -> [String: Any] {
        try await site.send(.get("/\(slug)\(API.root)\(path)", as: Credential(token: token))).members
    }
}
