import Foundation
import HTTPTypes
import Hummingbird
import KohortApp
import KohortCore
import KohortTesting
import KohortWeb
import NIOCore
import Tenancy

@testable import KohortSite

/// One real installation with several tenants, which keeps every answer's and every log line's words.
final class WallSite: Sendable {
    static let origin = "http://127.0.0.1:8080"
    let kohort: Kohort
    let site: Site
    let front: Front
    let logs = LogStore()
    private let ground: TestGround
    var folder: TestFolder { ground.folder }
    /// The databases that are there, whether the registry knows them or not.
    func tenants() throws -> [String] { try ground.tenants() }
    private let time: TestTime

    init(
        at start: String, more: @Sendable (Kohort) -> [Route] = { _ in [] },
        setting change: (inout Settings) -> Void = { _ in }
    ) async throws {
        let (ground, time) = (try TestGround(), TestTime(.at(start)))
        var settings = try await ground.settings()
        (settings.baseURL, settings.limitFactor, settings.plainHTTP) = (Self.origin, 1000, true)
        settings.passwordCost = ScryptCost(ln: 4, r: 8, p: 1)
        change(&settings)
        kohort = try await Kohort.open(settings, clock: WallClock { time.now })
        site = try Site(kohort)
        front = try site.front(isReady: { true }, more: more(kohort))
        (self.ground, self.time) = (ground, time)
    }

    var now: Instant { time.now }
    func move(to text: String) { time.move(to: .at(text)) }

    /// A form comes from a page that its sender has just opened, whoever had it first.
    func send(_ sent: SentRequest) async throws -> TestResponse {
        let sent = try await fromPage(sent)
        return try await TestClient(front, logger: logs.logger).execute(
            uri: sent.path, method: sent.method, headers: sent.headers,
            body: sent.body.map { ByteBuffer(string: $0) })
    }

    private func fromPage(_ sent: SentRequest) async throws -> SentRequest {
        let steps = sent.path.split(separator: "/")
        guard steps.dropFirst().first != "api",
            let slug = steps.first.flatMap({ try? Slug(String($0.prefix { $0 != "?" })) }),
            let tenant = try await kohort.find(slug)
        else { return sent }
        var sent = sent
        let browser = "kohort_browser_\(tenant.id)=walls"
        sent.headers[.cookie] = [sent.headers[.cookie], browser].compactMap(\.self).joined(separator: "; ")
        guard let body = sent.body, let type = sent.headers[.contentType],
            let pass = try await FormPass(front, tenant: slug.text, cookie: sent.headers[.cookie])
        else { return sent }
        sent.body = pass.put(into: body, type)
        return sent
    }
}

extension WallSite {
    func press(
        _ path: String, _ fields: [(String, String)] = [], as credential: Credential = .none
    ) async throws -> TestResponse {
        try await send(.pressing(path, fields, as: credential))
    }

    /// What whoever watches the daemon is shown.
    func figures() async throws -> String {
        let front = try MetricsDesk(kohort, site.figures).front()
        return try await TestClient(front).execute(uri: "/metrics", method: .get).text
    }

    /// The same, and where an address has only moved, what stands there for the same reader.
    func ask(_ sent: SentRequest) async throws -> TestResponse {
        let answer = try await send(sent)
        guard sent.method == .get, answer.status == .seeOther, !WallJudge.isRefusal(answer),
            let location = answer.headers[.location], location.hasPrefix("/")
        else { return answer }
        return try await send(sent.to(location))
    }
}

/// A request as a value, so that it can be sent again by somebody else.
struct SentRequest: Sendable {
    var method: HTTPRequest.Method
    var path: String
    var headers: HTTPFields = [.acceptLanguage: "en"]
    var body: String?

    static func get(_ path: String, as credential: Credential) -> SentRequest {
        SentRequest(method: .get, path: path).by(credential)
    }

    /// A form with those fields, sent from one of our own pages.
    static func pressing(
        _ path: String, _ fields: [(String, String)] = [], as credential: Credential = .none
    ) -> SentRequest {
        let headers: HTTPFields = [
            .acceptLanguage: "en", .origin: WallSite.origin, .contentType: "application/x-www-form-urlencoded",
        ]
        let body = fields.map { "\($0)=\($1.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")" }
        return SentRequest(method: .post, path: path, headers: headers, body: body.joined(separator: "&"))
            .by(credential)
    }

    /// The same by somebody else.
    func by(_ credential: Credential) -> SentRequest {
        var copy = self
        copy.headers[.cookie] = credential.cookie
        copy.headers[.authorization] = credential.token.map { "Bearer \($0)" }
        return copy
    }

    func to(_ path: String) -> SentRequest {
        var copy = self
        copy.path = path
        return copy
    }
}

/// What somebody shows to be let in.
struct Credential: Hashable, Sendable {
    var cookie: String?
    var token: String?
    static let none = Credential()
}
