import Foundation
import HTTPTypes
import Hummingbird
import KohortApp
import KohortCore
import KohortOutbound
import KohortStore
import KohortTesting
import KohortWeb
import NIOCore
import Synchronization
import Tenancy

@testable import KohortSite

/// A real installation in a folder of its own with Norra Norrland's first round, reached as browsers reach it. Time
/// stands still until a test moves it.
final class RoundSite: Sendable {
    /// Who asks; a coordinator by the slug of the employer.
    enum Visitor: Hashable, Sendable { case nobody, lead, coordinator(String) }

    let tenant: String
    let kohort: Kohort
    let site: Site
    let logs = LogStore()
    private let ground: TestGround
    private let time: TestTime
    private let cookies = Mutex<[Visitor: (cookie: String, until: Instant)]>([:])
    private let front: Front

    /// Demand is due on 15 December 2026, applications close on 14 February 2027.
    /// Limits are a thousand times what they are unless a test is about them.
    init(
        _ tenant: String = "norra-norrland", at start: String = "2026-11-20T09:00:00Z", limitFactor: Int = 1000,
        proxies: [AddressBlock] = [], providers: CallRules = CallRules(), quota: Int64? = nil,
        clamd: ClamdAddress? = nil
    ) async throws {
        let (ground, time) = (try TestGround(), TestTime(.at(start)))
        var settings = try await ground.settings()
        settings.baseURL = "http://127.0.0.1:8080"
        settings.plainHTTP = true
        (settings.limitFactor, settings.proxies) = (limitFactor, proxies)
        settings.providers = providers
        if let quota { settings.files.quota = quota }
        settings.files.clamd = clamd
        settings.passwordCost = ScryptCost(ln: 4, r: 8, p: 1)
        kohort = try await Kohort.open(settings, clock: WallClock { time.now })
        site = try Site(kohort)
        front = try site.front(isReady: { true })
        (self.tenant, self.ground, self.time) = (tenant, ground, time)
        for name in tenant == "ks" ? ["ks-2006", "ks-2011"] : [tenant] { try await define(name) }
    }

    /// Another daemon that serves the same installation.
    func another() async throws -> RoundSite { try await RoundSite(beside: self) }

    private init(beside first: RoundSite) async throws {
        (tenant, ground, time) = (first.tenant, first.ground, first.time)
        var settings = first.kohort.settings
        settings.move(to: ground.path + "/another")
        settings.secretFile = first.kohort.settings.secretFile
        kohort = try await Kohort.open(settings, clock: WallClock { first.now })
        site = try Site(kohort)
        front = try site.front(isReady: { true })
    }

    var now: Instant { time.now }
    func move(to text: String) { time.move(to: .at(text)) }

    /// Applies a file of `config/consortia`, with lines added at its end and to the consortium's own block.
    func define(_ name: String, adding lines: String = "", to consortium: String = "") async throws {
        let root = URL(fileURLWithPath: #filePath).pathComponents.prefix { $0 != "Tests" }.joined(separator: "/")
        let yaml = try String(contentsOfFile: "\(root)/config/consortia/\(name).yaml", encoding: .utf8)
        let whole = yaml.replacing("\n  time_zone:", with: consortium + "\n  time_zone:", maxReplacements: 1) + lines
        _ = try await ApplyDefinitionFile(yaml: whole, isDryRun: false).answer(in: kohort)
    }

    /// The one-time link of a fresh invitation, below the tenant.
    func invite(_ visitor: Visitor) async throws -> String {
        let (role, employer): (Role, String?) =
            switch visitor {
            case .coordinator(let employer): (.coordinator, employer)
            case .lead, .nobody: (.lead, nil)
            }
        return try await invite("\(role)@\(employer ?? "office").example", role, at: employer)
    }

    /// The same for whoever has an address, who may hold other roles already.
    func invite(_ address: String, _ role: Role, at employer: String?) async throws -> String {
        guard let email = EmailAddress(address) else { throw Rejection.notFound }
        let call = MakeInvitation(
            tenant: try Slug(tenant), email: email, name: "Somebody", role: role,
            organisation: try employer.map { try Slug($0) },
            language: .en)
        let link = try await call.answer(in: kohort).link
        return String(link.dropFirst("http://127.0.0.1:8080/\(tenant)".count))
    }

    /// The cookie of a visitor who has signed in by a link; they sign in again before it has been idle too long.
    func cookie(of visitor: Visitor) async throws -> String? {
        if visitor == .nobody { return nil }
        if let known = cookies.withLock({ $0[visitor] }), known.until > now { return known.cookie }
        let answer = try await send(.post, try await invite(visitor), as: .nobody)
        let cookie = answer.headers[.setCookie].map { String($0.prefix { $0 != ";" }) }
        let until = now.adding(.seconds(29 * 60))
        cookies.withLock { $0[visitor] = cookie.map { (cookie: $0, until: until) } }
        return cookie
    }

    /// One request below the tenant; a form when there are fields, in English unless asked otherwise.
    func send(
        _ method: HTTPRequest.Method, _ path: String, as visitor: Visitor, _ fields: [(String, String)] = [],
        language: String = "en", cookie: String? = nil, file: SentFile? = nil,
        referer: String? = nil, authorization: String? = nil
    ) async throws -> TestResponse {
        var headers: HTTPFields = [.acceptLanguage: language]
        let own = if let cookie { cookie } else { try await self.cookie(of: visitor) }
        let cookies = try await [own, browser].compactMap(\.self).joined(separator: "; ")
        headers[.cookie] = cookies
        if let referer { headers[.referer] = referer }
        if let authorization { headers[.authorization] = authorization }
        var body: ByteBuffer?
        var fields = fields
        if method == .post {
            headers[.origin] = "http://127.0.0.1:8080"
            let pass = try await FormPass(front, tenant: tenant, cookie: cookies)
            fields = (pass.map { [(FormToken.field, $0.token)] } ?? []) + fields
        }
        if let file {
            headers[.contentType] = "multipart/form-data; boundary=\(SentFile.boundary)"
            body = ByteBuffer(string: file.multipart(fields))
        } else if method == .post {
            headers[.contentType] = "application/x-www-form-urlencoded"
            body = ByteBuffer(string: fields.map { "\($0)=\(Self.escaped($1))" }.joined(separator: "&"))
        }
        let address = path.hasPrefix("/\(tenant)") ? path : "/\(tenant)\(path)"
        let (sent, content) = (headers, body)
        return try await TestClient(front, logger: logs.logger).execute(
            uri: address, method: method, headers: sent, body: content)
    }

    /// All visitors sit at one browser unless a test is about that.
    var browser: String {
        get async throws { "kohort_browser_\(try await use { $0.tenant.id })=\(tenant)" }
    }

    private static func escaped(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}

/// A file that goes along with a form.
struct SentFile: Sendable {
    static let boundary = "kohort-test"
    let field: String
    let name: String
    let content: String

    func multipart(_ fields: [(String, String)]) -> String {
        let texts = fields.map { "Content-Disposition: form-data; name=\"\($0)\"\r\n\r\n\($1)" }
        let file = "Content-Disposition: form-data; name=\"\(field)\"; filename=\"\(name)\"\r\n\r\n\(content)"
        return (texts + [file]).map { "--\(Self.boundary)\r\n\($0)\r\n" }.joined() + "--\(Self.boundary)--\r\n"
    }
}

/// The time that a test has set.
final class TestTime: Sendable {
    private let instant: Mutex<Instant>

    init(_ start: Instant) { instant = Mutex(start) }

    var now: Instant { instant.withLock { $0 } }
    func move(to later: Instant) { instant.withLock { $0 = later } }
}

extension TestResponse {
    var text: String { String(buffer: body) }
    /// Where a redirect leads, without what it says there.
    var location: String { headers[.location] ?? "" }
}
