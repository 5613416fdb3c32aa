import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import KohortCore
import KohortOutbound
import NIOCore
import Synchronization

/// A provider written for the tests, on a port of this machine: strict about what it is asked, and as hostile in what it
/// answers as a test wants.
final class StrictProvider: Sendable {
    static let client = "kohort"
    static let secret = "a secret: with & signs"

    struct Question: Sendable {
        let nonce: String
        let challenge: String
        let redirect: String
        /// Whether they have to sign in anew, and the answer to say when they did.
        let isAgain: Bool
    }

    private struct State {
        var codes: [String: Question] = [:]
        var lie: Lie?
        var subject = "person-1"
        var session: String?
        var algorithm = "RS256"
        var refusals: [String] = []
        var looks = 0
    }

    let port: Int
    let keys: ProviderKeys
    /// In seconds since 1970.
    let now: @Sendable () -> Int64
    private let state = Mutex(State())

    private init(port: Int, keys: ProviderKeys, now: @escaping @Sendable () -> Int64) {
        (self.port, self.keys, self.now) = (port, keys, now)
    }

    var issuer: String { "http://127.0.0.1:\(port)" }
    /// What it refused to exchange, and why.
    var refusals: [String] { state.withLock { $0.refusals } }
    /// How often its keys were fetched.
    var looks: Int { state.withLock { $0.looks } }
    func tell(_ lie: Lie?) { state.withLock { $0.lie = lie } }
    func become(_ subject: String) { state.withLock { $0.subject = subject } }
    /// What it calls the sessions that begin from now on.
    func call(_ session: String?) { state.withLock { $0.session = session } }

    func sign(by algorithm: String) { state.withLock { $0.algorithm = algorithm } }

    var algorithm: String { state.withLock { $0.algorithm } }
    var lie: Lie? { state.withLock { $0.lie } }
    var subject: String { state.withLock { $0.subject } }
    var session: String? { state.withLock { $0.session } }

    /// Serves for the length of `body`.
    static func run(
        at now: @escaping @Sendable () -> Int64, _ body: (StrictProvider) async throws -> Void
    ) async throws {
        let held = Mutex<StrictProvider?>(nil)
        let (ports, found) = AsyncStream.makeStream(of: Int.self)
        let application = Application(
            responder: CallbackResponder { (request: Request, _: BasicRequestContext) in
                guard let provider = held.withLock({ $0 }) else { return Response(status: .serviceUnavailable) }
                return try await provider.answer(request)
            },
            configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in found.yield(channel.localAddress?.port ?? 0) })
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await application.run() }
            var arrived = ports.makeAsyncIterator()
            guard let port = await arrived.next() else { throw CancellationError() }
            let provider = StrictProvider(port: port, keys: try ProviderKeys.shared.get(), now: now)
            held.withLock { $0 = provider }
            try await body(provider)
            group.cancelAll()
        }
    }

    /// Where an installation may call it, and nothing else.
    static func rules(port: Int) -> CallRules {
        CallRules(
            allowsPlainHTTP: true, ports: [port],
            addresses: AddressRules(allowing: ["127.0.0.0/8"].compactMap { AddressBlock($0) }))
    }

    /// A person's browser comes and agrees: a code, and where the browser is sent with it.
    func authorise(_ url: String) throws -> Return {
        let fields = Dictionary(
            uniqueKeysWithValues: (URLComponents(string: url)?.queryItems ?? []).map { ($0.name, $0.value ?? "") })
        guard url.hasPrefix(issuer + "/authorise?"), fields["response_type"] == "code",
            fields["client_id"] == Self.client, fields["code_challenge_method"] == "S256",
            fields["scope"]?.split(separator: " ").contains("openid") == true, let redirect = fields["redirect_uri"],
            let state = fields["state"], state.count >= 22, let nonce = fields["nonce"], nonce.count >= 22,
            let challenge = fields["code_challenge"], challenge.count == 43
        else { throw BadQuestion(url: url) }
        let code = UUID().uuidString
        let isAgain = fields["prompt"] == "login" && fields["max_age"] == "0"
        guard isAgain || fields["prompt"] == nil && fields["max_age"] == nil else { throw BadQuestion(url: url) }
        let question = Question(nonce: nonce, challenge: challenge, redirect: redirect, isAgain: isAgain)
        self.state.withLock { $0.codes[code] = question }
        return Return(
            redirect: redirect, code: code, state: state,
            issuer: lie == .namesAnother ? "http://other.example" : issuer,
            acr: fields["acr_values"])
    }

    struct BadQuestion: Error { let url: String }

    private func answer(_ request: Request) async throws -> Response {
        switch request.uri.path {
        case "/.well-known/openid-configuration": return .sending(ProviderDescription(self).members)
        case "/keys":
            state.withLock { $0.looks += 1 }
            return .sending(["keys": keys.published])
        case "/token":
            let body = try await request.body.collect(upTo: 1 << 16)
            return try exchange(String(buffer: body), request.headers[.authorization])
        default: return Response(status: .notFound)
        }
    }

    private func exchange(_ body: String, _ authorization: String?) throws -> Response {
        let fields = Dictionary(
            uniqueKeysWithValues: (URLComponents(string: "?" + body)?.queryItems ?? []).map {
                ($0.name, $0.value ?? "")
            })
        func escaped(_ text: String) -> String {
            text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        }
        let credentials = Data("\(Self.client):\(escaped(Self.secret))".utf8).base64EncodedString()
        guard authorization == "Basic \(credentials)" else { return refuse("client") }
        guard let question = state.withLock({ $0.codes.removeValue(forKey: fields["code"] ?? "") }) else {
            return refuse("code")
        }
        guard fields["redirect_uri"] == question.redirect else { return refuse("redirect") }
        let verifier = Data(SHA256.hash(data: Data((fields["code_verifier"] ?? "").utf8)))
        guard verifier.base64URL == question.challenge else { return refuse("verifier") }
        if lie == .sendsNoToken { return .sending(["access_token": "a", "token_type": "Bearer"]) }
        let token = try lie == .sendsSignOut ? SignOutToken(self).text : ProviderToken(self, question).text
        return .sending(["access_token": "a", "token_type": "Bearer", "id_token": token])
    }

    private func refuse(_ why: String) -> Response {
        state.withLock { $0.refusals.append(why) }
        var response = Response.sending(["error": "invalid_grant"])
        response.status = .badRequest
        return response
    }

    /// What a browser brings back.
    struct Return: Sendable {
        let redirect: String
        var code: String
        let state: String
        var issuer: String?
        /// The levels that were asked for.
        let acr: String?

        /// The address without the installation's own beginning.
        var path: String {
            let named = issuer.map { "&iss=\($0)" } ?? ""
            return String(redirect.dropFirst("http://127.0.0.1:8080".count)) + "?code=\(code)&state=\(state)\(named)"
        }
    }
}

extension Response {
    fileprivate static func sending(_ members: [String: Any]) -> Response {
        let data = (try? JSONSerialization.data(withJSONObject: members)) ?? Data()
        return Response(
            status: .ok, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: data)))
    }
}

extension Data {
    var base64URL: String {
        base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}
