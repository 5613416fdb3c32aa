import Foundation
import HTTPTypes
import KohortApp
import KohortCore
import KohortOutbound
import KohortStore
import KohortTesting
import KohortWeb
import Synchronization
import Tenancy
import Testing

@testable import KohortSite

/// Somebody who has to do with a consortium.
enum Caller: String, CaseIterable, Sendable {
    case nobody, lead, north, south, committee, finance, mentor, asked, leaving, supervisor, trainee, applicant,
        accepting, refusing, withdrawing, integration
}

/// What could not be made ready.
struct WallFault: Error {
    let what: String
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
    private let mailed = Mutex<[Mail]>([])

    /// Makes it by its definition; every canary begins with the slug's capital form.
    init(_ slug: String, in site: WallSite, isSmall: Bool = false) async throws {
        let word = slug.prefix(1).uppercased() + slug.dropFirst()
        (self.site, self.slug, self.word) = (site, slug, word)
        (open, secret) = (word + "pub", word + "sec")
        let definition = WallDefinition(slug: slug, word: word + "pub")
        let yaml = isSmall ? definition.small : definition.yaml
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
        try await makeToken(role, employer).token
    }

    func tokenID(_ role: Role, _ employer: String?) async throws -> String {
        try await makeToken(role, employer).id.description
    }

    private func makeToken(_ role: Role, _ employer: String?) async throws -> MakeToken.Answer {
        let call = MakeToken(
            tenant: try Slug(slug), role: role, organisation: try employer.map { try Slug($0) }, name: secret,
            days: 366)
        return try await call.answer(in: site.kohort)
    }

    /// Signed in by an invitation of the operator's.
    func cookie(_ email: String, _ role: Role, on scope: GrantScope) async throws -> String {
        try await opened(try await invitation(email, role, on: scope))
    }

    /// The link of an invitation of the operator's.
    func invitation(_ email: String, _ role: Role, on scope: GrantScope) async throws -> String {
        guard let address = EmailAddress(email) else { throw Rejection.notFound }
        let link = Secret()
        let invitation = InvitePerson(
            email: address, name: "\(secret) \(role)", language: .en, role: .init(role, on: scope),
            linkHash: link.hash)
        _ = try await use { try await $0.store.perform(invitation, by: .operator, at: site.now) }
        return "/\(slug)/sign-in/\(link.text)"
    }

    /// Where a candidacy's own link leads.
    func link(of candidacy: CandidacyID) -> String {
        "/\(slug)/candidacies/\(candidacy)/\(site.kohort.links.key(for: candidacy, of: id))"
    }

    /// Signed in by the link that an application's own link has mailed, in the browser that asked.
    func applicant(_ candidacy: CandidacyID, _ email: String) async throws -> String {
        let asked = try await asked(candidacy, email)
        return try await opened(asked.link, by: asked.cookie)
    }

    /// The link that an application's own link has mailed, and the cookie of the browser that asked.
    func asked(_ candidacy: CandidacyID, _ email: String) async throws -> (link: String, cookie: String) {
        let asked = try await site.press(link(of: candidacy))
        let link = try await mailed(to: email, /\/[a-z]+\/sign-in\/[A-Za-z0-9_-]+/)
        return (link, asked.cookie(named: "kohort_asker"))
    }

    /// The address of that form in the last letter to somebody.
    func mailed(to email: String, _ form: Regex<Substring>) async throws -> String {
        let letter = try await letters().last { $0.to.address.text.lowercased() == email.lowercased() }
        guard let link = letter?.text.firstMatch(of: form) else {
            throw WallFault(what: "no link to \(email): \(letter?.text ?? "no letter")")
        }
        return String(link.output)
    }

    /// The cookie that pressing the button of a link gives.
    func opened(_ path: String, by cookie: String? = nil) async throws -> String {
        let answer = try await site.press(path, as: Credential(cookie: cookie))
        guard let session = answer.session else { throw WallFault(what: "\(path): \(answer.status.code)") }
        return session
    }

    /// One letter that could not be sent.
    func failLetter() async throws {
        try await use { open in
            let lease = LeaseMessages(limit: 1, leaseSeconds: 60)
            for message in try await open.store.perform(lease, by: .system, at: site.now) {
                let settle = SettleMessage(message, result: .failed(problem: "no such mailbox"))
                _ = try await open.store.perform(settle, by: .system, at: site.now)
            }
        }
    }

    /// Writes what is due to be mailed; every letter that was ever written.
    @discardableResult func letters() async throws -> [Mail] {
        let written = try await use { try await Postman.letters(of: site.site, $0, at: site.now) }
        return mailed.withLock {
            $0 += written; return $0
        }
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

    /// What has happened, as webhooks carry it.
    func events(by token: String) async throws -> String {
        try await site.send(.get("/\(slug)\(API.root)/events?limit=200", as: Credential(token: token))).text
    }

    func members(_ path: String, by token: String) async throws -> [String: Any] {
        try await site.send(.get("/\(slug)\(API.root)\(path)", as: Credential(token: token))).members
    }
}
