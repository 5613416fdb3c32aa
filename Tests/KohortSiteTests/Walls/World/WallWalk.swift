import Foundation
import HTTPTypes
import KohortApp
import KohortCore
import KohortStore
import KohortTesting
import Tenancy
import Testing

@testable import KohortSite
@testable import KohortWeb

/// Walks through a tenant as everybody who has to do with it, from link to link and from form to form, until each line
/// of the route table has been answered to somebody who may have it.
///
/// Unchecked, since only its own run writes, and nobody reads before that has ended.
final class WallWalk: @unchecked Sendable {
    /// A line of the route table and a request to it that was answered.
    struct Control: Sendable {
        let route: Route
        let caller: Caller
        let request: SentRequest
        let answer: TestResponse
    }

    private struct Form {
        let caller: Caller
        let form: FoundForm
    }

    let tenant: WallTenant
    let credentials: [Caller: Credential]
    let seed: WallSeed
    private let tokens: [String]
    private let words: WallWords
    private let captures: [String: String]
    /// What requests of the API name of their own.
    private let reserved: Set<String>
    private(set) var controls: [String: Control] = [:]
    /// What was tried in vain, and what was said.
    private(set) var refusals: [String: String] = [:]
    /// Every page that somebody was shown.
    private(set) var read: [Caller: [String]] = [:]
    private var forms: [String: [Form]] = [:]
    private var seen: [String: Int] = [:]

    init(_ seed: WallSeed) {
        (self.seed, tenant) = (seed, seed.tenant)
        (credentials, captures) = (seed.credentials, seed.captures)
        reserved = Self.reserved(by: seed.captures)
        tokens = [seed.lead, seed.north, seed.trainee, seed.supervisor, seed.mentor, seed.south]
        words = WallWords(secret: seed.tenant.secret, open: seed.tenant.open, captures: seed.captures)
    }

    private static func reserved(by captures: [String: String]) -> Set<String> {
        let operations = Set(API.endpoints.map(\.operation.id))
        let own = captures.filter { name, _ in
            let parts = name.split(separator: ".")
            return parts.count == 2 && operations.contains(String(parts[0])) && parts[1] != "trainee"
        }
        return Set(own.values).subtracting(["open", "run", "pool", "plan-1"])
    }

    static func key(_ route: Route) -> String { "\(route.method) \(route.pattern)" }

    /// Round after round, since what one of them makes the next one finds.
    func run() async throws {
        for _ in 1...5 {
            let before = controls.count
            for caller in Caller.allCases where caller != .integration { try await follow(caller) }
            for route in tenant.site.front.table.routes.sorted(by: Self.order) {
                if controls[Self.key(route)] != nil { continue }
                if route.audience == .api { try await ask(route) } else { try await press(route) }
            }
            try await goWays()
            if controls.count == before { break }
        }
    }

    /// What ends something comes last.
    private static func order(_ one: Route, _ other: Route) -> Bool { rank(one) < rank(other) }
    private static func rank(_ route: Route) -> Int {
        let ends = [
            "drafts", "removal", "closure", "completion", "closing", "withdrawal", "early-hire", "revocation",
            "sign-outs", "ending", "endings", "sign-out",
        ]
        return ends.firstIndex { route.pattern.hasSuffix($0) }.map { $0 + 2 } ?? (route.method == .get ? 0 : 1)
    }

    // MARK: Pages

    private func follow(_ caller: Caller) async throws {
        seen = [:]
        var waiting = starts(of: caller)
        let own = Set(waiting)
        var known = own
        while !waiting.isEmpty {
            let path = waiting.removeFirst()
            guard let found = try? tenant.site.front.table.match(.get, path.split(separator: "?")[0].description),
                found.route.audience == .page, own.contains(path) || seen[found.route.pattern, default: 0] < 4
            else { continue }
            seen[found.route.pattern, default: 0] += 1
            let request = SentRequest.get(path, as: credentials[caller] ?? .none)
            let answer = try await tenant.site.send(request)
            guard let shown = try await landed(answer, caller) else { continue }
            keep(Control(route: found.route, caller: caller, request: request, answer: shown))
            guard answer.status == .ok else { continue }
            let text = answer.text
            read[caller, default: []].append(text)
            collect(FoundForm.all(in: text, at: path), caller)
            for match in text.matches(of: /href="([^"#]+)/) {
                let link = String(match.output.1).replacing("&amp;", with: "&")
                if known.insert(link).inserted { waiting.append(link) }
            }
        }
    }

    private func starts(of caller: Caller) -> [String] {
        let candidacy = caller == .nobody ? captures["open.candidacy"].flatMap { CandidacyID($0) } : nil
        let links = candidacy.map { [tenant.link(of: $0)] } ?? []
        return ([""] + WallStarts(captures).paths(of: caller)).map { "/\(tenant.slug)\($0)" } + links
    }

    private func collect(_ found: [FoundForm], _ caller: Caller) {
        for form in found {
            let path = String(form.action.prefix { $0 != "?" })
            guard let route = try? tenant.site.front.table.match(.post, path).route else { continue }
            let key = Self.key(route)
            // Whoever signs out has nothing more to show, and what is ended is what nobody looks with.
            if route.entryName == SignOut.name, caller != .leaving { continue }
            if [EndOwnSignIn.name, EndOtherSignIns.name].contains(route.entryName), caller != .asked { continue }
            let spare = captures["\(route.entryName).only"]?.split(separator: " ")
            if let spare, !spare.contains(where: { form.action.contains($0) }) { continue }
            if reserved.contains(where: { form.action.contains("/\($0)") }) { continue }
            if controls[key] == nil, forms[key, default: []].count < 12 {
                forms[key, default: []].append(Form(caller: caller, form: form))
            }
        }
    }

    private func press(_ route: Route) async throws {
        let key = Self.key(route)
        let candidates = forms[key, default: []]
        // What ends something takes what was found last, and leaves the first ones to those who read.
        for candidate in Self.rank(route) > 1 ? candidates.reversed() : candidates where controls[key] == nil {
            for fields in words.filled(candidate.form, in: route.entryName) where controls[key] == nil {
                let sent = SentRequest.form(candidate.form, fields, secret: tenant.secret)
                    .by(credentials[candidate.caller] ?? .none)
                let answer = try await tenant.site.send(sent)
                if let shown = try await landed(answer, candidate.caller) {
                    keep(Control(route: route, caller: candidate.caller, request: sent, answer: shown))
                } else {
                    refusals[key] = "\(candidate.caller) \(answer.status.code) \(Self.said(answer)) \(fields)"
                }
            }
        }
        forms[key] = nil
    }

    /// What was shown: by a form that was taken, or an address that has moved, the page that it leads to; a provider's own
    /// pages are not ours to look at.
    func landed(_ answer: TestResponse, _ caller: Caller) async throws -> TestResponse? {
        if answer.status.kind == .successful { return answer }
        guard answer.status == .seeOther, let location = answer.headers[.location] else { return nil }
        if let issuer = seed.provider?.provider.issuer, location.hasPrefix(issuer) { return answer }
        let path = String(location.prefix { $0 != "#" })
        var credential = credentials[caller] ?? .none
        credential.cookie = answer.session ?? credential.cookie
        let shown = try await tenant.site.send(.get(path, as: credential))
        return shown.status == .ok ? shown : nil
    }

    private static func said(_ answer: TestResponse) -> String {
        let problems = answer.text.matches(of: /class="problem"[^>]*>([^<]+)/).map { String($0.output.1) }
        return problems.joined(separator: "; ")
    }

    // MARK: The API

    private func ask(_ route: Route) async throws {
        guard
            let endpoint = API.endpoints.first(where: {
                "/{tenant}" + API.root + $0.path == route.pattern
                    && $0.method == route.method
            })
        else { return try await look(route) }
        let id = endpoint.operation.id
        let path = endpoint.captures.reduce(endpoint.path) { path, name in
            path.replacing("{\(name)}", with: captures["\(id).\(name)"] ?? captures[name] ?? "-")
        }
        let query = endpoint.operation.query.contains { $0.isRequired } ? "?round=pool" : ""
        let body = endpoint.operation.body.map { words.json($0, "", in: id) }
        for token in endpoint.operation.isPublic ? [nil] : tokens.map(Optional.some) {
            var sent = tenant.api(path + query, endpoint.method == .get ? nil : body, by: token)
            sent.method = endpoint.method
            let answer = try await tenant.site.send(sent)
            if answer.status.kind == .successful {
                return keep(Control(route: route, caller: .integration, request: sent, answer: answer))
            }
            if refusals[Self.key(route)] == nil || answer.status != .forbidden {
                refusals[Self.key(route)] = "\(answer.status.code) \(answer.code) \(answer.problems) \(body ?? "")"
            }
        }
    }

    private func look(_ route: Route) async throws {
        let sent = SentRequest.get(route.pattern, as: .none)
        let answer = try await tenant.site.send(sent)
        if answer.status == .ok { keep(Control(route: route, caller: .nobody, request: sent, answer: answer)) }
    }

    func keep(_ control: Control) {
        let key = Self.key(control.route)
        guard controls[key] == nil else { return }
        controls[key] = control
        refusals[key] = nil
    }
}

extension Route {
    /// The command or query that it enters by.
    var entryName: String {
        switch entry {
        case .command(let name), .query(let name): name
        case .plumbing: ""
        }
    }
}

extension SentRequest {
    /// As a browser sends it from one of our pages, with a file wherever one can be chosen.
    static func form(_ form: FoundForm, _ fields: [(String, String)], secret: String) -> SentRequest {
        var headers: HTTPFields = [.acceptLanguage: "en", .origin: WallSite.origin]
        let files = form.fields.filter { $0.kind == "file" }
        if form.isMultipart {
            headers[.contentType] = "multipart/form-data; boundary=walls"
            let start = "--walls\r\nContent-Disposition: form-data; name="
            let texts = fields.map { "\(start)\"\($0)\"\r\n\r\n\($1)\r\n" }
            let sent = files.map { "\(start)\"\($0.name)\"; filename=\"\(secret).pdf\"\r\n\r\n%PDF-1.4 \(secret)\r\n" }
            return SentRequest(
                method: .post, path: form.action, headers: headers, body: (texts + sent).joined() + "--walls--\r\n")
        }
        headers[.contentType] = "application/x-www-form-urlencoded"
        let body = fields.map { "\($0)=\($1.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")" }
        return SentRequest(method: .post, path: form.action, headers: headers, body: body.joined(separator: "&"))
    }
}
